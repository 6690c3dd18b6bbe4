import type { ChoiceItem } from '#modules/questionnaires/index.ts';

/** Aspect 5: how training plans are handled. */

export const plansList: ChoiceItem = {
  id: 'plans.list',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'De opleidingen die moeten, staan bij ons in één lijst met namen en data.',
    en: 'The training we are obliged to do stands in one list, with names and dates.',
    fr: 'Les formations obligatoires figurent chez nous dans une seule liste, avec des noms et des dates.',
    de: 'Die Pflichtschulungen stehen bei uns in einer einzigen Liste, mit Namen und Daten.',
  },
  example: {
    nl: 'Je ziet in één oogopslag wie dit jaar EHBO moet herhalen, en wanneer. Een rekenblad of een blad aan de muur is goed.',
    en: 'You see at a glance who has to repeat first aid this year, and when. A spreadsheet or a sheet on the wall is fine.',
    fr: 'Vous voyez d’un coup d’œil qui doit refaire les premiers secours cette année, et quand. Un tableur ou une feuille au mur convient très bien.',
    de: 'Sie sehen auf einen Blick, wer dieses Jahr Erste Hilfe auffrischen muss, und wann. Eine Tabelle oder ein Blatt an der Wand genügt.',
  },
};

export const plansCurrentJob: ChoiceItem = {
  id: 'plans.currentJob',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'We kiezen opleidingen die passen bij het werk dat iemand nu doet.',
    en: 'We choose training that fits the work someone does now.',
    fr: 'Nous choisissons des formations adaptées au travail que la personne fait aujourd’hui.',
    de: 'Wir wählen Schulungen, die zu der Arbeit passen, die jemand jetzt macht.',
  },
  example: {
    nl: 'Leen maakt de offertes. Zij leert werken met het nieuwe rekenprogramma, omdat ze dat elke dag gebruikt.',
    en: 'Leen makes the quotations. She learns the new calculation program, because she uses it every day.',
    fr: 'Leen fait les offres de prix. Elle apprend le nouveau logiciel de calcul, parce qu’elle l’utilise tous les jours.',
    de: 'Leen schreibt die Angebote. Sie lernt das neue Rechenprogramm, weil sie es jeden Tag braucht.',
  },
};

export const plansAhead: ChoiceItem = {
  id: 'plans.ahead',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Plannen we opleidingen? Dan kijken we ook naar wat iemand later wil of kan doen.',
    en: 'When we plan training, we also look at what someone wants to or can do later.',
    fr: 'Quand nous planifions des formations, nous regardons aussi ce que la personne veut ou peut faire plus tard.',
    de: 'Planen wir Schulungen? Dann schauen wir auch, was jemand später machen möchte oder kann.',
  },
  example: {
    nl: 'Ahmed wil ooit ploegbaas worden. Daarom volgt hij nu al een korte cursus leidinggeven.',
    en: 'Ahmed would like to be a team leader one day. So he already takes a short course on leading people.',
    fr: 'Ahmed voudrait devenir chef d’équipe un jour. Il suit donc déjà un petit cours pour diriger une équipe.',
    de: 'Ahmed möchte einmal ein Team leiten. Darum macht er jetzt schon einen kurzen Kurs dazu.',
  },
};

export const plansFrame: ChoiceItem = {
  id: 'plans.frame',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'We hebben een opleidingsplan dat het hele jaar richting geeft, ook voor leren op het werk.',
    en: 'We have a training plan that gives direction all year, for learning on the job as well.',
    fr: 'Nous avons un plan de formation qui donne une direction toute l’année, aussi pour l’apprentissage au travail.',
    de: 'Wir haben einen Ausbildungsplan, der das ganze Jahr die Richtung zeigt, auch für das Lernen bei der Arbeit.',
  },
  example: {
    nl: 'Je neemt het plan er elke paar maanden bij en past het aan. Ligt het na maart in de kast? Kies dan ‘Nee, nog niet’.',
    en: 'You take the plan out every few months and adjust it. Does it stay in the cupboard after March? Then choose ‘No, not yet’.',
    fr: 'Vous reprenez le plan tous les deux ou trois mois et vous l’adaptez. Il reste dans l’armoire après mars ? Choisissez alors « Non, pas encore ».',
    de: 'Sie nehmen den Plan alle paar Monate zur Hand und passen ihn an. Liegt er nach März im Schrank? Dann wählen Sie „Nein, noch nicht“.',
  },
};
