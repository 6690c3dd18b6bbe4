import type { ChoiceItem } from '#modules/questionnaires/index.ts';

/** Aspect 3: how learning is supported. */

export const supportKnowsPeople: ChoiceItem = {
  id: 'support.knowsPeople',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Wie leiding geeft, weet van elke medewerker wat die graag zou bijleren.',
    en: 'Whoever leads people knows what each of them would like to learn.',
    fr: 'Les responsables savent ce que chaque collaborateur aimerait apprendre.',
    de: 'Wer Leute führt, weiß von jeder Person, was sie gern dazulernen würde.',
  },
  example: {
    nl: 'Je merkt het in gewone gesprekken, bij de koffie of onderweg. Het hoeft niet op papier te staan.',
    en: 'You notice it in everyday talks, over coffee or on the way to a job. It does not have to be on paper.',
    fr: 'Vous le remarquez dans les conversations de tous les jours, au café ou en route. Cela ne doit pas être écrit.',
    de: 'Sie merken es in alltäglichen Gesprächen, beim Kaffee oder unterwegs. Es muss nicht auf Papier stehen.',
  },
};

export const supportTime: ChoiceItem = {
  id: 'support.time',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'We maken tijd vrij om te leren, ook als het druk is.',
    en: 'We set time aside for learning, even when we are busy.',
    fr: 'Nous réservons du temps pour apprendre, même quand il y a beaucoup de travail.',
    de: 'Wir nehmen uns Zeit zum Lernen, auch wenn viel los ist.',
  },
  example: {
    nl: 'Elke vrijdag is er een halfuur om iets te tonen of te oefenen. Dat halfuur schrap je niet zomaar.',
    en: 'Every Friday there is half an hour to show or practise something. You do not just cancel that half hour.',
    fr: 'Chaque vendredi, une demi-heure sert à montrer ou à exercer quelque chose. Vous ne la supprimez pas à la légère.',
    de: 'Jeden Freitag gibt es eine halbe Stunde, um etwas zu zeigen oder zu üben. Diese halbe Stunde streichen Sie nicht einfach.',
  },
};

export const supportAdHoc: ChoiceItem = {
  id: 'support.adHoc',
  kind: 'choice',
  scale: 'habit',
  required: false,
  text: {
    nl: 'Leren regelen we op het moment zelf, zonder vaste afspraken.',
    en: 'We arrange learning as it comes, without fixed agreements.',
    fr: 'Nous organisons l’apprentissage au moment même, sans accords fixes.',
    de: 'Lernen regeln wir dann, wenn es ansteht, ohne feste Absprachen.',
  },
  example: {
    nl: 'Iemand vraagt om een cursus, en dan bekijk je of het past. Er is geen vaste manier of vast moment.',
    en: 'Someone asks for a course, and then you see whether it fits. There is no fixed way or fixed moment.',
    fr: 'Quelqu’un demande un cours, et vous regardez alors si c’est possible. Il n’y a ni façon de faire ni moment fixes.',
    de: 'Jemand fragt nach einem Kurs, und dann schauen Sie, ob es passt. Es gibt keinen festen Weg und keinen festen Zeitpunkt.',
  },
};

export const supportTalks: ChoiceItem = {
  id: 'support.talks',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Elke medewerker heeft minstens één keer per jaar een rustig gesprek over het werk en over later.',
    en: 'At least once a year, every worker has a quiet talk about the work and about what comes later.',
    fr: 'Au moins une fois par an, chaque collaborateur a un entretien au calme sur son travail et sur la suite.',
    de: 'Alle haben mindestens einmal im Jahr ein ruhiges Gespräch über die Arbeit und darüber, wie es weitergeht.',
  },
  example: {
    nl: 'Je praat een halfuur over wat goed loopt, wat moeilijk is en wat iemand nog wil. Een praatje tussendoor telt hier niet mee.',
    en: 'For half an hour you talk about what goes well, what is hard and what someone still wants. A quick chat in between does not count here.',
    fr: 'Pendant une demi-heure, vous parlez de ce qui va bien, de ce qui est difficile et de ce que la personne souhaite encore. Une petite conversation en passant ne compte pas ici.',
    de: 'Sie sprechen eine halbe Stunde darüber, was gut läuft, was schwierig ist und was jemand noch möchte. Ein kurzes Gespräch zwischendurch zählt hier nicht.',
  },
};

export const supportCoaching: ChoiceItem = {
  id: 'support.coaching',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Wie leiding geeft, zegt wat goed gaat en denkt mee over wat nog moeilijk is.',
    en: 'Whoever leads people says what goes well and thinks along about what is still hard.',
    fr: 'Les responsables disent ce qui va bien et aident à réfléchir à ce qui reste difficile.',
    de: 'Wer Leute führt, sagt, was gut läuft, und denkt mit bei dem, was noch schwerfällt.',
  },
  example: {
    nl: 'De ploegbaas zegt: ‘Die naad is mooi. Bij de hoek zoeken we samen hoe het vlotter kan.’',
    en: 'The team leader says: ‘That seam is neat. Let us find out together how the corner can go more smoothly.’',
    fr: 'Le chef d’équipe dit : « Ce joint est beau. Pour le coin, cherchons ensemble comment aller plus vite. »',
    de: 'Die Teamleiterin sagt: „Diese Naht ist schön. Bei der Ecke suchen wir zusammen, wie es leichter geht.“',
  },
};
