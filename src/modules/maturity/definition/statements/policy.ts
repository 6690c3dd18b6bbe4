import type { ChoiceItem } from '#modules/questionnaires/index.ts';

/** Aspect 4: the policy, or simply what is agreed. */

export const policyRoles: ChoiceItem = {
  id: 'policy.roles',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Iedereen weet welke taken bij de eigen rol horen.',
    en: 'Everyone knows which tasks belong to their own role.',
    fr: 'Chacun sait quelles tâches font partie de son rôle.',
    de: 'Alle wissen, welche Aufgaben zur eigenen Rolle gehören.',
  },
  example: {
    nl: 'Vraag het aan drie mensen. Geven ze vlot een antwoord, en zeggen hun collega’s hetzelfde? Dan is het ‘Ja, altijd’.',
    en: 'Ask three people. Do they answer easily, and do their colleagues say the same? Then it is ‘Yes, always’.',
    fr: 'Demandez-le à trois personnes. Elles répondent facilement et leurs collègues disent la même chose ? Alors c’est « Oui, toujours ».',
    de: 'Fragen Sie drei Personen. Antworten sie ohne Zögern, und sagen die anderen dasselbe? Dann ist es „Ja, immer“.',
  },
};

export const policyVision: ChoiceItem = {
  id: 'policy.vision',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Wat we met leren willen bereiken, staat bij ons op papier.',
    en: 'What we want to achieve with learning is written down.',
    fr: 'Ce que nous voulons atteindre en apprenant est écrit quelque part.',
    de: 'Was wir mit Lernen erreichen wollen, steht bei uns auf Papier.',
  },
  example: {
    nl: 'Eén blad is genoeg: waar willen we naartoe, en wat moeten we daarvoor leren? Zit het nog in je hoofd? Kies dan ‘Nee, nog niet’.',
    en: 'One page is enough: where do we want to go, and what must we learn for that? Is it still in your head? Then choose ‘No, not yet’.',
    fr: 'Une page suffit : où voulons-nous aller, et que devons-nous apprendre pour cela ? C’est encore dans votre tête ? Choisissez alors « Non, pas encore ».',
    de: 'Ein Blatt genügt: Wohin wollen wir, und was müssen wir dafür lernen? Ist es noch in Ihrem Kopf? Dann wählen Sie „Nein, noch nicht“.',
  },
};

export const policySkills: ChoiceItem = {
  id: 'policy.skills',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'We hebben een overzicht van wat iemand voor elke rol moet kunnen.',
    en: 'We have an overview of what someone needs to be able to do for each role.',
    fr: 'Nous avons un aperçu de ce qu’il faut savoir faire pour chaque rôle.',
    de: 'Wir haben eine Übersicht darüber, was man für jede Rolle können muss.',
  },
  example: {
    nl: 'Op een blad staat: een chauffeur bij ons kan laden, rijden, papieren invullen en rustig blijven bij een klant.',
    en: 'One sheet says: a driver here can load, drive, fill in papers and stay calm with a customer.',
    fr: 'Une feuille indique : chez nous, un chauffeur sait charger, conduire, remplir les papiers et rester calme avec un client.',
    de: 'Auf einem Blatt steht: Wer bei uns fährt, kann laden, fahren, Papiere ausfüllen und bei Kunden ruhig bleiben.',
  },
};

export const policySelection: ChoiceItem = {
  id: 'policy.selection',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Zoeken we iemand nieuw? Dan weten we vooraf wie we zoeken en hoe we kiezen.',
    en: 'Are we looking for someone new? Then we know beforehand who we are looking for and how we will choose.',
    fr: 'Nous cherchons quelqu’un ? Alors nous savons d’avance qui nous cherchons et comment nous allons choisir.',
    de: 'Suchen wir jemanden? Dann wissen wir vorher, wen wir suchen und wie wir auswählen.',
  },
  example: {
    nl: 'Je spreekt met je team af wat echt nodig is en wat je nog kan aanleren. Daarna stel je iedereen dezelfde vragen.',
    en: 'You agree with your team what is really needed and what can still be taught. Then you ask everyone the same questions.',
    fr: 'Vous convenez avec l’équipe de ce qui est vraiment nécessaire et de ce qui peut encore s’apprendre. Ensuite, vous posez à tous les mêmes questions.',
    de: 'Sie klären mit dem Team, was wirklich nötig ist und was man noch lernen kann. Danach stellen Sie allen dieselben Fragen.',
  },
};

export const policyLeaving: ChoiceItem = {
  id: 'policy.leaving',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Vertrekt er iemand? Dan geeft die op tijd door wat de anderen moeten weten.',
    en: 'Is someone leaving? Then they pass on in time what the others need to know.',
    fr: 'Quelqu’un part ? Alors cette personne transmet à temps ce que les autres doivent savoir.',
    de: 'Geht jemand weg? Dann gibt diese Person rechtzeitig weiter, was die anderen wissen müssen.',
  },
  example: {
    nl: 'Rita gaat met pensioen. Drie maanden vooraf toont ze aan Youssef hoe zij de bestellingen doet.',
    en: 'Rita is retiring. Three months ahead she shows Youssef how she handles the orders.',
    fr: 'Rita part à la pension. Trois mois avant, elle montre à Youssef comment elle gère les commandes.',
    de: 'Rita geht in Pension. Drei Monate vorher zeigt sie Youssef, wie sie die Bestellungen macht.',
  },
};

export const policyPaths: ChoiceItem = {
  id: 'policy.paths',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Mensen weten hoe ze bij ons verder kunnen: hoger, breder of in ander werk.',
    en: 'People know how they can move on here: higher, broader or into other work.',
    fr: 'Les gens savent comment ils peuvent évoluer chez nous : plus haut, plus large ou dans un autre travail.',
    de: 'Die Leute wissen, wie sie bei uns weiterkommen können: höher, breiter oder in anderer Arbeit.',
  },
  example: {
    nl: 'Een poetshulp weet: ik kan hier ploegbaas worden, nieuwe collega’s begeleiden of de planning leren.',
    en: 'A cleaner knows: here I can become team leader, guide new colleagues or learn the planning.',
    fr: 'Une aide-ménagère le sait : ici, je peux devenir cheffe d’équipe, accompagner des nouveaux ou apprendre le planning.',
    de: 'Eine Reinigungskraft weiß: Hier kann ich ein Team leiten, Neue begleiten oder die Planung lernen.',
  },
};

export const policyInitiative: ChoiceItem = {
  id: 'policy.initiative',
  kind: 'choice',
  scale: 'practice',
  required: false,
  text: {
    nl: 'Mensen stellen zelf voor wat ze willen leren, en wij helpen hen daarbij.',
    en: 'People themselves suggest what they want to learn, and we help them with it.',
    fr: 'Les gens proposent eux-mêmes ce qu’ils veulent apprendre, et nous les y aidons.',
    de: 'Die Leute schlagen selbst vor, was sie lernen wollen, und wir helfen ihnen dabei.',
  },
  example: {
    nl: 'Een verzorgende stelt voor om meer te leren over dementie. Samen zoek je wat kan: een cursus, een stage of een collega die het kent.',
    en: 'A care worker suggests learning more about dementia. Together you look for what is possible: a course, a placement or a colleague who knows about it.',
    fr: 'Une aide-soignante propose d’en apprendre plus sur la démence. Ensemble, vous cherchez ce qui est possible : un cours, un stage ou un collègue qui s’y connaît.',
    de: 'Eine Pflegekraft schlägt vor, mehr über Demenz zu lernen. Zusammen suchen Sie, was möglich ist: ein Kurs, ein Praktikum oder jemand im Team, der sich auskennt.',
  },
};
