import type { Picture } from '#platform/documents/server/pdf.ts';
import { flowBand } from '#ui/charts/flowBand.ts';
import type { ScanResultDocument } from './scanResult.ts';

const alt =
  'Zo goed past elk profiel, op 100: krachtige ambitie 64, krachtige basis 78, krachtige employee journey 46, krachtige groeimogelijkheden 31, krachtige lerende organisatie 17.';

const scores = [64, 78, 46, 31, 17] as const;
const stations = scores.map((score, index) => ({ score, tone: (index + 1) as 1 | 2 | 3 | 4 | 5 }));

const band: Picture = { alt, svg: flowBand({ stations, palette: 'print', rings: true, id: 'fit', label: alt }) };

/** A result of a small bakery, as the scan could give it: for tests and to look at. */
export const scanResultSample: ScanResultDocument = {
  enterprise: 'Bakkerij De Korenmolen',
  facts: ['14 medewerkers', 'ingevuld op 21 november 2026 door de zaakvoerder'],
  headline: 'Je basis is krachtig, en je ambitie groeit mee.',
  lead: 'Je onderneming lijkt het meest op krachtige basis en krachtige ambitie. Je hoeft niet te kiezen: elk van de vijf is een sterke manier van werken.',
  basis: 'Op basis van je 24 antwoorden.',
  picture: band,
  profiles: [
    {
      profile: 'ambition',
      number: '1',
      name: 'Krachtige ambitie',
      what: 'Je weet waar je naartoe wil en begint het op te schrijven.',
      fit: 'past goed',
      score: '64',
    },
    {
      profile: 'foundation',
      number: '2',
      name: 'Krachtige basis',
      what: 'Stilaan is duidelijk wie wat doet, en waarom.',
      fit: 'past heel goed',
      score: '78',
    },
    {
      profile: 'journey',
      number: '3',
      name: 'Krachtige employee journey',
      what: 'Je zorgt voor mensen van hun eerste tot hun laatste dag.',
      fit: 'past voor een deel',
      score: '46',
    },
    {
      profile: 'growth',
      number: '4',
      name: 'Krachtige groeimogelijkheden',
      what: 'Je geeft mensen kansen om te groeien in hun werk.',
      fit: 'past voor een deel',
      score: '31',
    },
    {
      profile: 'learning',
      number: '5',
      name: 'Krachtige lerende organisatie',
      what: 'Leren hoort bij het werk, elke dag en voor iedereen.',
      fit: 'past nog weinig',
      score: '17',
    },
  ],
  why: [
    {
      profile: 'foundation',
      name: 'Krachtige basis',
      text: 'Bij jou weten mensen meestal wie wat doet. Dat geeft rust. Wat iemand later nog kan leren, staat nog niet vast.',
      for: [
        'De taken zijn verdeeld en iedereen kent ze.',
        'Een nieuwe collega krijgt meestal iemand die het werk toont.',
      ],
      against: ['Je kijkt nog niet welke taken er over twee jaar bij komen.'],
      neighbours: 'Krachtige ambitie ligt 14 punten verder, krachtige employee journey 32 punten.',
    },
    {
      profile: 'ambition',
      name: 'Krachtige ambitie',
      text: 'Je hebt een duidelijk idee van waar de bakkerij heen gaat. Dat idee zit vooral nog in je hoofd.',
      for: ['Je praat met je team over je plannen.', 'Er beweegt iets: je opent een tweede winkel.'],
      against: ['Je plannen staan nog niet op papier.', 'Opleiding regel je als er iets gebeurt.'],
      neighbours: 'Krachtige basis ligt 14 punten verder.',
    },
  ],
  comparison: {
    title: 'Wat veranderde sinds de vorige keer',
    text: 'Je vulde de scan ook in op 3 mei 2026. Dit veranderde.',
    columns: ['Profiel', '3 mei 2026', '21 november 2026', 'Verschil'],
    rows: [
      ['Krachtige ambitie', '52', '64', '12 punten meer'],
      ['Krachtige basis', '75', '78', '3 punten meer'],
      ['Krachtige employee journey', '46', '46', 'gelijk'],
      ['Krachtige groeimogelijkheden', '35', '31', '4 punten minder'],
      ['Krachtige lerende organisatie', '17', '17', 'gelijk'],
    ],
  },
  steps: [
    {
      profile: 'foundation',
      toward: 'maakt je basis sterker',
      title: 'Zet samen de tien belangrijkste taken op een blad',
      text: 'Vraag aan je team: wat moeten we hier echt goed kunnen? Hang het blad in het atelier.',
      facts: ['1 uur', 'iedereen, of één ploeg', 'met ons voorbeeldblad'],
    },
    {
      profile: 'journey',
      toward: 'stap naar employee journey',
      title: 'Schrijf de eerste week van een nieuwe collega uit',
      text: 'Wie ontvangt, wat toon je eerst, wanneer vraag je hoe het gaat? Vijf regels zijn genoeg.',
      facts: ['30 minuten', 'jij en een ervaren collega', 'met ons voorbeeldblad'],
    },
  ],
  trainingPlan: {
    title: 'Een opleidingsplan is voor jou niet verplicht.',
    text: 'Dat is het vanaf 20 werknemers. Groei je verder, dan heb je met deze twee stappen het begin al klaar.',
  },
  helpAt: 'https://krachtlijn.example/hulp',
  made: 'Gemaakt op 21 november 2026 met scan versie 1.',
};
