import { renderActionPlan, type ActionPlanDocument } from './actionPlan.ts';
import type { EnterpriseFacts } from './enterpriseFacts.ts';
import type { PlanOfApproachDocument } from './planOfApproach.ts';

const facts: EnterpriseFacts = {
  enterprise: 'Schrijnwerkerij Van den Bosrand',
  number: '0123.456.749',
  sector: 'Hout en meubel (paritair comité 126)',
  size: '27 medewerkers, één vestiging',
  contact: 'Ilse Verhaegen, zaakvoerder',
  lot: 'Perceel 1: bouw, hout, elektriciteit en auto',
  provider: 'Woodwize',
  guides: 'Karim El Idrissi (consulent) en Griet Maes (sectorconsulent)',
  period: '4 maart 2026 tot 18 november 2026',
  version: '2',
};

/** A plan of approach of a joinery with 27 people: for tests and to look at. */
export const planOfApproachSample: PlanOfApproachDocument = {
  facts: { ...facts, period: '4 maart 2026 tot 30 november 2026' },
  title: 'Iedereen weet wat hij kan en wat hij nog wil leren',
  lead: 'Twee ervaren mensen gaan volgend jaar met pensioen. Wij willen dat hun vakkennis blijft, en dat nieuwe mensen sneller hun plaats vinden.',
  needs: [
    {
      theme: 'Kennis doorgeven',
      text: 'De instellingen van de CNC-machine zitten in twee hoofden. Niemand schreef ze op.',
    },
    {
      theme: 'Competentiematrix',
      text: 'We weten niet goed wie wat kan. Bij ziekte valt het werk aan de afkortzaag stil.',
    },
    {
      theme: 'Onthaal van nieuwe mensen',
      text: 'Wie start, loopt een week mee. Daarna hangt het af van wie tijd heeft.\n\nVorig jaar vertrokken twee van de vijf nieuwe mensen binnen drie maanden.',
    },
  ],
  goals: [
    {
      number: '1',
      title: 'Het werk in het atelier in kaart, samen met de ploeg',
      needs: ['Competentiematrix', 'Kennis doorgeven'],
      actions: [
        {
          what: 'Met de ploeg de tien belangrijkste taken kiezen',
          hours: '6',
          who: 'ploegbaas, vier schrijnwerkers, consulent',
          when: 'april 2026',
          expected: 'Een lijst van taken die iedereen kent en juist vindt',
        },
        {
          what: 'Elk schat zichzelf in, daarna een gesprek met de ploegbaas',
          hours: '10',
          who: 'elf medewerkers van het atelier',
          when: 'mei en juni 2026',
          expected: 'Een ingevulde matrix, en bij elke taak iemand die ze kan tonen',
        },
      ],
    },
    {
      number: '2',
      title: 'De kennis van de CNC-machine blijft in huis',
      needs: ['Kennis doorgeven'],
      actions: [
        {
          what: 'Korte fiches maken van de meest gebruikte instellingen',
          hours: '8',
          who: 'twee meestergasten, consulent',
          when: 'juni tot september 2026',
          expected: 'Twaalf fiches bij de machine',
        },
        {
          what: 'Twee mensen leren het van de meestergasten',
          hours: '12,5',
          who: 'meestergasten, twee leerlingen',
          when: 'september en oktober 2026',
          expected: 'Zij stellen de machine alleen in voor de gewone reeksen',
        },
      ],
    },
    {
      number: '3',
      title: 'Een vaste eerste maand voor wie start',
      needs: ['Onthaal van nieuwe mensen'],
      actions: [
        {
          what: 'Een plan per week uitschrijven en een meter of peter kiezen',
          hours: '5',
          who: 'zaakvoerder, ploegbaas, sectorconsulent',
          when: 'september 2026',
          expected: 'Een blad met vier weken, en drie opgeleide meters en peters',
        },
      ],
    },
  ],
  totalHours: '41,5 uur',
  expectations: {
    ofEnterprise: [
      'Iemand die de taal van het atelier spreekt.',
      'Geen dikke map, wel iets dat aan de muur kan hangen.',
    ],
    ofGuide: ['Elke maand twee uur vrij voor de ploeg.', 'De zaakvoerder opent en sluit het traject zelf.'],
  },
  cost: {
    rows: [
      { item: 'Begeleiding, 41,5 uur', amount: '€ 5 187,50' },
      { item: 'Fiches drukken en plastificeren', amount: '€ 120,00' },
    ],
    total: '€ 5 307,50',
    note: 'De onderneming betaalt hiervan niets. Het bedrag telt als de-minimissteun.',
  },
  approval: {
    status: 'approved',
    text: 'Goedgekeurd op 2 april 2026 door de coördinator van perceel 1.',
    remarks: [{ section: 'Doel 2', text: 'Mooi dat de meestergasten zelf de fiches maken. Hou er tijd voor vrij.' }],
  },
};

/** An action plan of the same joinery, sealed: two full pages. */
export const actionPlanSample: ActionPlanDocument = {
  facts,
  title: 'Wat we samen opbouwden, en wat volgt',
  lead: 'In negen maanden bracht de ploeg haar werk in kaart en schreef ze de kennis van de CNC-machine op. Hieronder staat wat bleef en wat er nog komt.',
  goals: [
    {
      number: '1',
      title: 'Het werk in het atelier in kaart, samen met de ploeg',
      agreed: 'Tien taken kiezen met de ploeg. Elf mensen schatten zichzelf in en praten met de ploegbaas.',
      done: 'Twaalf taken gekozen. Elf mensen vulden in, tien hadden een gesprek.',
      result: 'done',
      why: '',
    },
    {
      number: '2',
      title: 'De kennis van de CNC-machine blijft in huis',
      agreed: 'Twaalf fiches, en twee mensen die de machine alleen instellen.',
      done: 'Acht fiches hangen bij de machine. Eén collega stelt de machine alleen in.',
      result: 'partly',
      why: 'Een meestergast was zes weken afwezig. De tweede leerling start in januari.',
    },
    {
      number: '3',
      title: 'Een vaste eerste maand voor wie start',
      agreed: 'Een blad met vier weken, en drie meters en peters met een opleiding van een halve dag.',
      done: 'Het blad is er. De meters en peters leerden van elkaar, in drie korte gesprekken in het atelier.',
      result: 'different',
      why: 'De opleiding ging niet door. De gesprekken pasten beter bij de ploeg.',
    },
  ],
  practices: [
    {
      practice: 'De matrix hangt in het atelier',
      anchored: 'Elke eerste maandag van de maand vullen we ze samen aan, tien minuten voor de start.',
      caretaker: 'Dirk Peeters, ploegbaas',
    },
    {
      practice: 'Wie iets nieuws instelt, maakt een fiche',
      anchored: 'Een leeg fiche ligt klaar aan de machine. De meestergast kijkt ze na.',
      caretaker: 'Jozef Claes, meestergast',
    },
    {
      practice: 'Een gesprek na de eerste week',
      anchored: 'Staat vast in de agenda zodra iemand tekent.',
      caretaker: 'Ilse Verhaegen, zaakvoerder',
    },
  ],
  steps: [
    { what: 'De laatste vier fiches van de CNC-machine maken', owner: 'Jozef Claes', until: '31 januari 2027' },
    {
      what: 'Een tweede collega leert de machine instellen',
      owner: 'Jozef Claes en Amina Bouzid',
      until: '31 maart 2027',
    },
    { what: 'De matrix ook maken met de ploeg van de plaatsing', owner: 'Dirk Peeters', until: '30 april 2027' },
    {
      what: 'Met de matrix in de hand het opleidingsplan van 2027 opstellen',
      owner: 'Ilse Verhaegen',
      until: '31 maart 2027',
    },
    {
      what: 'Nagaan welke taken er bijkomen met de nieuwe plaatmachine',
      owner: 'Dirk Peeters en Griet Maes',
      until: '30 juni 2027',
    },
  ],
  embedding: [
    'De matrix is het eerste punt van de ploegvergadering, niet het laatste.',
    'Elk functioneringsgesprek begint met wat iemand dit jaar leerde en wat hij wil tonen aan anderen.',
    'Wie een opleiding volgt, vertelt de week erna in tien minuten wat de ploeg eraan heeft.',
  ],
  followUp: [
    { moment: 'Na 3 maanden', date: '18 februari 2027', how: 'Bezoek in het atelier, met de ploegbaas' },
    { moment: 'Na 6 maanden', date: '18 mei 2027', how: 'Gesprek aan de telefoon' },
    { moment: 'Na 12 maanden', date: '18 november 2027', how: 'De scan opnieuw, en een gesprek over het verschil' },
  ],
  confirmations: [
    {
      side: 'Voor de onderneming',
      name: 'Ilse Verhaegen',
      role: 'zaakvoerder, Schrijnwerkerij Van den Bosrand',
      confirmed: 'Bevestigd op 18 november 2026 om 14.05 uur',
    },
    {
      side: 'Voor de begeleiding',
      name: 'Karim El Idrissi',
      role: 'consulent, in opdracht van Woodwize',
      confirmed: 'Bevestigd op 17 november 2026 om 9.40 uur',
    },
  ],
  seal: {
    hash: '3f6a9b0c27d1e84455a1c0de93b7f2684c1d0a9e8b7f6e5d4c3b2a1908f7e6d5',
    checkCode: '7F2C-K9QM-4TXB',
    verifyAt: 'https://krachtlijn.example/nakijken/7F2C-K9QM-4TXB',
    sealedOn: '18 november 2026',
  },
};

let made = 0;

/**
 * The sample action plan as PDF: what the benchmark `pdf.actionPlanMs` times. Every call makes another document (each text
 * carries a number), because the compiler remembers a document that it has just made and would answer in 3 ms.
 */
export function renderActionPlanSample(): Promise<Uint8Array> {
  made += 1;
  return renderActionPlan(varied(actionPlanSample, made), 'nl');
}

function varied<Value>(value: Value, variant: number): Value {
  if (typeof value === 'string') return (value.includes(' ') ? `${value} ${variant}` : value) as Value;
  if (Array.isArray(value)) return value.map((inner: unknown) => varied(inner, variant)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, varied(inner, variant)])) as Value;
}
