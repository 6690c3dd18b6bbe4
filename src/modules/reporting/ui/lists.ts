import type { ListField } from '#ui/listFields.ts';
import { sizes, type Choices, type Chosen } from '../rules/lists.ts';
import type { texts } from '../text/index.ts';

type Say = (key: keyof typeof texts.catalogs.nl) => string;

/** Filters that several lists share; a filter without a choice is left out. */
export function placeFields(t: Say, chosen: Chosen, { lots, providers }: Choices): ListField[] {
  const lot: ListField = {
    kind: 'choice',
    name: 'lot',
    label: t('column.lot'),
    value: chosen['lot'] ?? '',
    options: lots.map(({ id, number, name }) => ({ value: id, label: `${number} · ${name}` })),
  };
  const provider: ListField = {
    kind: 'choice',
    name: 'provider',
    label: t('column.provider'),
    value: chosen['provider'] ?? '',
    options: providers.map(({ id, name }) => ({ value: id, label: name })),
  };
  return [...(lots.length > 0 ? [lot] : []), ...(providers.length > 0 ? [provider] : [])];
}

export function kindFields(t: Say, chosen: Chosen, { sectors }: Choices): ListField[] {
  return [
    {
      kind: 'choice',
      name: 'size',
      label: t('column.size'),
      value: chosen['size'] ?? '',
      options: sizes.map((size) => ({ value: size, label: t(`size.${size}`) })),
    },
    {
      kind: 'choice',
      name: 'sector',
      label: t('export.sector'),
      value: chosen['sector'] ?? '',
      options: sectors.map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
}

export const dayFields = (t: Say, chosen: Chosen): ListField[] =>
  (['from', 'until'] as const).map((name) => ({
    kind: 'day',
    name,
    label: t(`list.${name}`),
    value: chosen[name] ?? '',
  }));
