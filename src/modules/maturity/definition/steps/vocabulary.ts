import type { Localised } from '#shared/localised.ts';

/** How long a step takes, who joins and what is needed: a few fixed expressions, so that steps read alike. */

export const stepTimes = {
  quarter: { nl: '15 minuten', en: '15 minutes', fr: '15 minutes', de: '15 Minuten' },
  half_hour: { nl: '30 minuten', en: '30 minutes', fr: '30 minutes', de: '30 Minuten' },
  half_hour_each: {
    nl: '30 minuten per persoon',
    en: '30 minutes a person',
    fr: '30 minutes par personne',
    de: '30 Minuten pro Person',
  },
  hour: { nl: '1 uur', en: '1 hour', fr: '1 heure', de: '1 Stunde' },
  two_hours: { nl: '2 uur', en: '2 hours', fr: '2 heures', de: '2 Stunden' },
  half_day: { nl: 'een halve dag', en: 'half a day', fr: 'une demi-journée', de: 'ein halber Tag' },
  quarter_a_week: {
    nl: '15 minuten per week',
    en: '15 minutes a week',
    fr: '15 minutes par semaine',
    de: '15 Minuten pro Woche',
  },
  two_hours_a_quarter: {
    nl: '2 uur per kwartaal',
    en: '2 hours a quarter',
    fr: '2 heures par trimestre',
    de: '2 Stunden pro Quartal',
  },
} as const satisfies Record<string, Localised>;

export const stepPeople = {
  you: { nl: 'jij alleen', en: 'just you', fr: 'vous seul', de: 'nur Sie' },
  you_and_colleague: {
    nl: 'jij en een ervaren collega',
    en: 'you and an experienced colleague',
    fr: 'vous et un collègue expérimenté',
    de: 'Sie und eine erfahrene Person aus dem Team',
  },
  everyone: {
    nl: 'iedereen, of één ploeg',
    en: 'everyone, or one team',
    fr: 'tout le monde, ou une équipe',
    de: 'alle, oder ein Team',
  },
  one_team: { nl: 'één ploeg', en: 'one team', fr: 'une équipe', de: 'ein Team' },
  two_colleagues: {
    nl: 'twee collega’s',
    en: 'two colleagues',
    fr: 'deux collègues',
    de: 'zwei Personen aus dem Team',
  },
  worker_and_leader: {
    nl: 'een medewerker en wie leiding geeft',
    en: 'a worker and whoever leads them',
    fr: 'un collaborateur et son responsable',
    de: 'eine Person aus dem Team und wer sie führt',
  },
  leaver_and_colleague: {
    nl: 'wie vertrekt en een collega',
    en: 'whoever leaves and a colleague',
    fr: 'la personne qui part et un collègue',
    de: 'wer geht und jemand aus dem Team',
  },
  role_holders: {
    nl: 'wie de rol heeft, met de ploegbaas',
    en: 'those who have the role, with the team leader',
    fr: 'ceux qui ont ce rôle, avec le chef d’équipe',
    de: 'wer die Rolle hat, mit der Teamleitung',
  },
  hr_and_leaders: {
    nl: 'HR of personeel, met de ploegbazen',
    en: 'HR or personnel, with the team leaders',
    fr: 'les RH ou le personnel, avec les chefs d’équipe',
    de: 'HR oder Personal, mit den Teamleitungen',
  },
  leader_and_colleagues: {
    nl: 'wie leiding geeft, met twee collega’s',
    en: 'whoever leads, with two colleagues',
    fr: 'le responsable, avec deux collègues',
    de: 'wer führt, mit zwei Personen aus dem Team',
  },
  hr_and_workers: {
    nl: 'HR of personeel, met vijf medewerkers',
    en: 'HR or personnel, with five workers',
    fr: 'les RH ou le personnel, avec cinq collaborateurs',
    de: 'HR oder Personal, mit fünf Personen',
  },
} as const satisfies Record<string, Localised>;

export const stepMaterials = {
  nothing: { nl: 'niets nodig', en: 'nothing needed', fr: 'rien de spécial', de: 'nichts nötig' },
  sheet: {
    nl: 'een blad en een pen',
    en: 'a sheet of paper and a pen',
    fr: 'une feuille et un stylo',
    de: 'ein Blatt und ein Stift',
  },
  large_sheet: {
    nl: 'een groot blad en stiften',
    en: 'a large sheet and markers',
    fr: 'une grande feuille et des marqueurs',
    de: 'ein großes Blatt und Stifte',
  },
  table: {
    nl: 'een rekenblad of een groot blad',
    en: 'a spreadsheet or a large sheet',
    fr: 'un tableur ou une grande feuille',
    de: 'eine Tabelle oder ein großes Blatt',
  },
  diary: { nl: 'je agenda', en: 'your diary', fr: 'votre agenda', de: 'Ihr Kalender' },
  training_list: {
    nl: 'je lijst met opleidingen',
    en: 'your list of training',
    fr: 'votre liste de formations',
    de: 'Ihre Liste mit Schulungen',
  },
  work: { nl: 'het werk zelf', en: 'the work itself', fr: 'le travail même', de: 'die Arbeit selbst' },
} as const satisfies Record<string, Localised>;

export type StepTime = keyof typeof stepTimes;
export type StepPeople = keyof typeof stepPeople;
export type StepMaterial = keyof typeof stepMaterials;
