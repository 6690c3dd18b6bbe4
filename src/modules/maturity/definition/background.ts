import type { Item, Scale } from '#modules/questionnaires/index.ts';
import { workerBands, type WorkerBand } from '../rules/size.ts';

/** The two questions beside the statements, with the exact number as an optional third field. */

const bandLabels: Readonly<Record<WorkerBand, Scale['options'][number]['label']>> = {
  '1-9': { nl: '1 tot 9', en: '1 to 9', fr: '1 à 9', de: '1 bis 9' },
  '10-19': { nl: '10 tot 19', en: '10 to 19', fr: '10 à 19', de: '10 bis 19' },
  '20-49': { nl: '20 tot 49', en: '20 to 49', fr: '20 à 49', de: '20 bis 49' },
  '50-99': { nl: '50 tot 99', en: '50 to 99', fr: '50 à 99', de: '50 bis 99' },
  '100-249': { nl: '100 tot 249', en: '100 to 249', fr: '100 à 249', de: '100 bis 249' },
  '250+': { nl: '250 of meer', en: '250 or more', fr: '250 ou plus', de: '250 oder mehr' },
};

export const workersScale: Scale = {
  id: 'workers',
  options: workerBands.map((value) => ({ value, label: bandLabels[value] })),
};

export const roleScale: Scale = {
  id: 'role',
  options: [
    {
      value: 'owner',
      label: {
        nl: 'Zaakvoerder of directie',
        en: 'Owner or management',
        fr: 'Gérant ou direction',
        de: 'Geschäftsführung',
      },
    },
    {
      value: 'hr',
      label: { nl: 'Personeel of HR', en: 'Personnel or HR', fr: 'Personnel ou RH', de: 'Personal oder HR' },
    },
    {
      value: 'team_leader',
      label: { nl: 'Leidinggevende van een team', en: 'Team leader', fr: 'Responsable d’équipe', de: 'Teamleitung' },
    },
  ],
};

export const backgroundItems: readonly Item[] = [
  {
    id: 'about.role',
    kind: 'choice',
    scale: 'role',
    required: true,
    text: {
      nl: 'In welke rol vul je dit in?',
      en: 'In which role are you filling this in?',
      fr: 'Dans quel rôle répondez-vous ?',
      de: 'In welcher Rolle füllen Sie das aus?',
    },
    example: {
      nl: 'Doe je meer dan één van deze dingen? Kies de rol waarin je het vaakst over mensen en hun werk beslist.',
      en: 'Do you do more than one of these? Choose the role in which you most often decide about people and their work.',
      fr: 'Vous faites plusieurs de ces choses ? Choisissez le rôle dans lequel vous décidez le plus souvent pour les personnes et leur travail.',
      de: 'Machen Sie mehreres davon? Wählen Sie die Rolle, in der Sie am häufigsten über Menschen und ihre Arbeit entscheiden.',
    },
  },
  {
    id: 'about.workers',
    kind: 'choice',
    scale: 'workers',
    required: true,
    text: {
      nl: 'Hoeveel mensen werken er in je onderneming?',
      en: 'How many people work in your enterprise?',
      fr: 'Combien de personnes travaillent dans votre entreprise ?',
      de: 'Wie viele Menschen arbeiten in Ihrem Unternehmen?',
    },
    example: {
      nl: 'Tel iedereen met een contract mee, ook wie deeltijds werkt. Vrijwilligers tel je niet mee.',
      en: 'Count everyone with a contract, part-timers too. Do not count volunteers.',
      fr: 'Comptez toutes les personnes sous contrat, aussi à temps partiel. Ne comptez pas les bénévoles.',
      de: 'Zählen Sie alle mit Vertrag mit, auch Teilzeitkräfte. Ehrenamtliche zählen nicht.',
    },
  },
  {
    id: 'about.workersExact',
    kind: 'number',
    minimum: 1,
    maximum: 99_999,
    whole: true,
    required: false,
    text: {
      nl: 'Weet je het juiste aantal? (mag leeg blijven)',
      en: 'Do you know the exact number? (may stay empty)',
      fr: 'Connaissez-vous le nombre exact ? (facultatif)',
      de: 'Wissen Sie die genaue Zahl? (darf leer bleiben)',
    },
    example: {
      nl: 'Rond 10 en 20 mensen gelden er andere regels. Met het juiste aantal zeggen we juister wat voor jou geldt.',
      en: 'Other rules apply around 10 and 20 people. With the exact number we can say better what holds for you.',
      fr: 'D’autres règles valent autour de 10 et de 20 personnes. Avec le nombre exact, nous pouvons mieux dire ce qui vaut pour vous.',
      de: 'Rund um 10 und 20 Personen gelten andere Regeln. Mit der genauen Zahl können wir besser sagen, was für Sie gilt.',
    },
  },
];
