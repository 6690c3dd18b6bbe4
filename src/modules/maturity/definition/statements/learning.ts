import type { ChoiceItem } from '#modules/questionnaires/index.ts';

/** Aspect 2: how people learn. */

export const learningFirstWeeks: ChoiceItem = {
  id: 'learning.firstWeeks',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Een nieuwe collega krijgt bij ons een vaste persoon die het werk toont.',
    en: 'A new colleague here gets one person who shows them the work.',
    fr: 'Chez nous, un nouveau collègue a une personne attitrée qui lui montre le travail.',
    de: 'Neue Kolleginnen und Kollegen haben bei uns eine feste Person, die ihnen die Arbeit zeigt.',
  },
  example: {
    nl: 'Samira begint in je winkel. De eerste twee weken werkt ze naast Jef, en ze mag hem alles vragen.',
    en: 'Samira starts in your shop. For the first two weeks she works beside Jef, and she can ask him anything.',
    fr: 'Samira commence dans votre magasin. Les deux premières semaines, elle travaille à côté de Jef et peut tout lui demander.',
    de: 'Samira fängt in Ihrem Laden an. Die ersten zwei Wochen arbeitet sie neben Jef und darf ihn alles fragen.',
  },
};

export const learningMust: ChoiceItem = {
  id: 'learning.must',
  kind: 'choice',
  scale: 'habit',
  required: false,
  text: {
    nl: 'Een opleiding volgen we alleen als het moet, bijvoorbeeld voor een wet, een norm of een klant.',
    en: 'We only follow training when we have to, for instance for a law, a standard or a customer.',
    fr: 'Nous ne suivons une formation que si c’est obligatoire, par exemple pour une loi, une norme ou un client.',
    de: 'Schulungen machen wir nur, wenn es sein muss, etwa für ein Gesetz, eine Norm oder einen Kunden.',
  },
  example: {
    nl: 'Denk aan EHBO, VCA of voedselveiligheid. Volg je ook opleidingen die niet moeten? Kies dan ‘Soms’ of ‘Nee’.',
    en: 'Think of first aid, safety certificates or food hygiene. Do you also follow training that is not required? Then choose ‘Sometimes’ or ‘No’.',
    fr: 'Pensez aux premiers secours, à la sécurité ou à l’hygiène alimentaire. Vous suivez aussi des formations non obligatoires ? Choisissez alors « Parfois » ou « Non ».',
    de: 'Denken Sie an Erste Hilfe, Sicherheit oder Lebensmittelhygiene. Machen Sie auch Schulungen, die nicht Pflicht sind? Dann wählen Sie „Manchmal“ oder „Nein“.',
  },
};

export const learningNewTasks: ChoiceItem = {
  id: 'learning.newTasks',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Wie dat wil, kan bij ons andere of extra taken uitproberen.',
    en: 'Anyone who wants to can try out other or extra tasks here.',
    fr: 'Chez nous, ceux qui le souhaitent peuvent essayer d’autres tâches ou des tâches en plus.',
    de: 'Wer möchte, kann bei uns andere oder zusätzliche Aufgaben ausprobieren.',
  },
  example: {
    nl: 'Tom uit het magazijn helpt een halve dag per week bij de planning, omdat hij dat graag wil leren.',
    en: 'Tom from the warehouse helps with the planning half a day a week, because he would like to learn it.',
    fr: 'Tom, du magasin, aide au planning une demi-journée par semaine, parce qu’il a envie d’apprendre cela.',
    de: 'Tom aus dem Lager hilft einen halben Tag pro Woche bei der Planung, weil er das gern lernen möchte.',
  },
};

export const learningManyWays: ChoiceItem = {
  id: 'learning.manyWays',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Mensen leren bij ons op veel manieren: van elkaar, door iets te proberen en in een cursus.',
    en: 'People here learn in many ways: from each other, by trying things and in a course.',
    fr: 'Chez nous, on apprend de plusieurs façons : les uns des autres, en essayant et en suivant un cours.',
    de: 'Bei uns lernen die Leute auf viele Arten: voneinander, durch Ausprobieren und in einem Kurs.',
  },
  example: {
    nl: 'Een lasser kijkt mee met een collega, probeert het op een proefstuk en volgt daarna een dag les. Is het altijd op één manier? Kies dan ‘Soms’.',
    en: 'A welder watches a colleague, tries it on a test piece and then takes a day of lessons. Is it always in one way? Then choose ‘Sometimes’.',
    fr: 'Un soudeur observe un collègue, s’exerce sur une pièce d’essai, puis suit un jour de cours. C’est toujours de la même façon ? Choisissez alors « Parfois ».',
    de: 'Ein Schweißer schaut einem Kollegen zu, übt an einem Probestück und nimmt danach einen Tag Unterricht. Läuft es immer auf eine einzige Art? Dann wählen Sie „Manchmal“.',
  },
};
