import { definePersonalData, type PublishedTable } from '#platform/server/personalData.ts';

const published = (table: string, names: readonly string[] = []): PublishedTable => ({
  table,
  from: 'Crossroads Bank for Enterprises, FPS Economy (open data)',
  names,
  until: 'until the next publication is imported: it holds active enterprises only',
});

/** The register: of natural persons their names, and where their units are. */
definePersonalData('register', {
  tables: [],
  published: [
    published('register_extract'),
    published('register_enterprises'),
    published('register_units'),
    published('register_names', ['name', 'squeezed', 'words']),
    published('register_addresses', ['street_nl', 'street_fr', 'house_number', 'box', 'extra']),
    published('register_activities'),
    published('register_codes'),
    published('register_words', ['word']),
  ],
});
