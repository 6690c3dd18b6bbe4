import type { ChoiceItem } from '#modules/questionnaires/index.ts';

/** Aspect 1: the enterprise and what it needs. */

export const contextChange: ChoiceItem = {
  id: 'context.change',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Verandert er iets in het werk? Dan bekijken we wat onze mensen moeten bijleren.',
    en: 'Is something changing in the work? Then we look at what our people need to learn.',
    fr: 'Quelque chose change dans le travail ? Alors nous regardons ce que nos collègues doivent apprendre.',
    de: 'Ändert sich etwas bei der Arbeit? Dann schauen wir, was unsere Leute dazulernen müssen.',
  },
  example: {
    nl: 'Er komt een nieuwe machine, een grote klant of een strengere regel. Je vraagt je dan af: wat moeten we daarvoor kunnen?',
    en: 'A new machine, a big customer or a stricter rule is coming. You then ask yourself: what do we need to be able to do for that?',
    fr: 'Une nouvelle machine, un gros client ou une règle plus stricte arrive. Vous vous demandez alors : que devons-nous savoir faire pour cela ?',
    de: 'Es kommt eine neue Maschine, ein großer Kunde oder eine strengere Regel. Sie fragen sich dann: Was müssen wir dafür können?',
  },
};

export const contextOrder: ChoiceItem = {
  id: 'context.order',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Is het niet duidelijk wie wat doet? Dan maken we daar snel een afspraak over.',
    en: 'Is it unclear who does what? Then we soon agree on it.',
    fr: 'On ne sait pas clairement qui fait quoi ? Alors nous nous mettons vite d’accord.',
    de: 'Ist unklar, wer was macht? Dann treffen wir schnell eine Absprache.',
  },
  example: {
    nl: 'Twee mensen bestellen elk hetzelfde materiaal. Dezelfde week spreek je af wie dat voortaan doet.',
    en: 'Two people each order the same material. That same week you agree who will do it from now on.',
    fr: 'Deux personnes commandent chacune le même matériel. La même semaine, vous convenez de qui s’en charge désormais.',
    de: 'Zwei Personen bestellen jeweils das gleiche Material. Noch in derselben Woche legen Sie fest, wer das künftig macht.',
  },
};

export const contextStaffing: ChoiceItem = {
  id: 'context.staffing',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'We staan stil bij de vraag hoe we goede mensen vinden en hoe we hen hier houden.',
    en: 'We think about how to find good people and how to keep them here.',
    fr: 'Nous réfléchissons à la manière de trouver de bons collaborateurs et de les garder.',
    de: 'Wir denken darüber nach, wie wir gute Leute finden und wie wir sie hier halten.',
  },
  example: {
    nl: 'Je vraagt aan wie hier graag werkt waarom die blijft. Met dat antwoord doe je iets als je iemand zoekt.',
    en: 'You ask people who like working here why they stay. You use that answer when you look for someone new.',
    fr: 'Vous demandez à ceux qui aiment travailler ici pourquoi ils restent. Vous en tenez compte quand vous cherchez quelqu’un.',
    de: 'Sie fragen Leute, die gern hier arbeiten, warum sie bleiben. Diese Antwort nutzen Sie, wenn Sie jemanden suchen.',
  },
};

export const contextPartOfJob: ChoiceItem = {
  id: 'context.partOfJob',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Leren hoort bij ons gewoon bij het werk, voor iedereen.',
    en: 'Here, learning is simply part of the work, for everyone.',
    fr: 'Chez nous, apprendre fait tout simplement partie du travail, pour tout le monde.',
    de: 'Bei uns gehört Lernen einfach zur Arbeit, und zwar für alle.',
  },
  example: {
    nl: 'Ook wie hier al twintig jaar werkt, leert nog bij. Niemand vindt het vreemd als je even iets uitzoekt.',
    en: 'Even someone who has worked here for twenty years still learns. Nobody finds it odd when you take a moment to find something out.',
    fr: 'Même une personne qui travaille ici depuis vingt ans continue d’apprendre. Personne ne s’étonne si vous prenez un moment pour chercher une réponse.',
    de: 'Auch wer schon zwanzig Jahre hier arbeitet, lernt noch dazu. Niemand wundert sich, wenn man sich kurz Zeit nimmt, um etwas herauszufinden.',
  },
};
