import type { Localised } from '#shared/localised.ts';
import type { SituationId } from '../rules/profiles.ts';

export interface ProfileText {
  /** "1" to "5" on the path; absent for the sixth situation. */
  readonly number: number | null;
  readonly name: Localised;
  /** One short sentence for the table. */
  readonly what: Localised;
  /** Two or three sentences for the page. Kind, and never as if one profile were a lower mark than another. */
  readonly description: Localised;
}

/** Names and descriptions of the five profiles and of "no policy yet". */
export const profileTexts: Readonly<Record<SituationId, ProfileText>> = {
  ambition: {
    number: 1,
    name: { nl: 'Krachtige ambitie', en: 'Powerful ambition', fr: 'Ambition forte', de: 'Kraftvolle Ambition' },
    what: {
      nl: 'Je weet waar je naartoe wil en begint dat op te schrijven.',
      en: 'You know where you want to go and start writing it down.',
      fr: 'Vous savez où vous voulez aller et commencez à l’écrire.',
      de: 'Sie wissen, wohin Sie wollen, und beginnen, es aufzuschreiben.',
    },
    description: {
      nl: 'Er beweegt iets: nieuw werk, groei, een regel of moeilijk te vinden mensen. Je merkt dat leren meer aandacht vraagt, en je zet de eerste afspraken op papier. Dat is een goed moment om te kiezen wat eerst komt.',
      en: 'Something is moving: new work, growth, a rule, or people who are hard to find. You notice that learning needs more attention, and you put the first agreements on paper. It is a good moment to choose what comes first.',
      fr: 'Quelque chose bouge : un nouveau travail, la croissance, une règle ou des profils difficiles à trouver. Vous sentez qu’apprendre demande plus d’attention et vous notez les premiers accords. C’est un bon moment pour choisir par quoi commencer.',
      de: 'Es bewegt sich etwas: neue Arbeit, Wachstum, eine Regel oder Leute, die schwer zu finden sind. Sie merken, dass Lernen mehr Aufmerksamkeit braucht, und schreiben erste Absprachen auf. Ein guter Moment, um zu wählen, was zuerst kommt.',
    },
  },
  foundation: {
    number: 2,
    name: { nl: 'Krachtige basis', en: 'Powerful foundation', fr: 'Base forte', de: 'Kraftvolle Basis' },
    what: {
      nl: 'Het is duidelijk wie wat doet, en wat je daarvoor moet kunnen.',
      en: 'It is clear who does what, and what that takes.',
      fr: 'On sait clairement qui fait quoi, et ce qu’il faut savoir faire.',
      de: 'Es ist klar, wer was macht und was man dafür können muss.',
    },
    description: {
      nl: 'Bij jou krijgen taken en rollen een duidelijke plaats. Dat geeft rust, en je ziet wie waar kan inspringen. Van daaruit kan je kijken wat mensen nog willen leren.',
      en: 'Tasks and roles get a clear place with you. That gives calm, and you see who can step in where. From there you can look at what people still want to learn.',
      fr: 'Chez vous, les tâches et les rôles trouvent une place claire. Cela donne du calme, et vous voyez qui peut remplacer qui. À partir de là, vous pouvez regarder ce que les gens veulent encore apprendre.',
      de: 'Bei Ihnen bekommen Aufgaben und Rollen einen klaren Platz. Das gibt Ruhe, und Sie sehen, wer wo einspringen kann. Von dort aus können Sie schauen, was die Leute noch lernen möchten.',
    },
  },
  journey: {
    number: 3,
    name: {
      nl: 'Krachtige employee journey',
      en: 'Powerful employee journey',
      fr: 'Parcours du collaborateur fort',
      de: 'Kraftvolle Employee Journey',
    },
    what: {
      nl: 'Je zorgt voor mensen van hun eerste tot hun laatste dag.',
      en: 'You take care of people from their first day to their last.',
      fr: 'Vous prenez soin des gens de leur premier à leur dernier jour.',
      de: 'Sie sorgen für Menschen vom ersten bis zum letzten Tag.',
    },
    description: {
      nl: 'Je kiest nieuwe mensen met zorg en je ontvangt hen goed. Je let erop dat ze hun werk graag doen. Wie begint, groeit of vertrekt, krijgt aandacht.',
      en: 'You choose new people with care and give them a good welcome. You see to it that they like their work. Whoever starts, grows or leaves gets attention.',
      fr: 'Vous choisissez les nouveaux avec soin et vous les accueillez bien. Vous veillez à ce qu’ils aiment leur travail. Ceux qui commencent, évoluent ou partent reçoivent de l’attention.',
      de: 'Sie wählen neue Leute mit Sorgfalt und empfangen sie gut. Sie achten darauf, dass sie ihre Arbeit gern machen. Wer anfängt, wächst oder geht, bekommt Aufmerksamkeit.',
    },
  },
  growth: {
    number: 4,
    name: {
      nl: 'Krachtige groeimogelijkheden',
      en: 'Powerful growth opportunities',
      fr: 'Possibilités d’évolution fortes',
      de: 'Kraftvolle Wachstumschancen',
    },
    what: {
      nl: 'Mensen krijgen kansen om te groeien, in hun werk of daarbuiten.',
      en: 'People get chances to grow, in their job or beyond it.',
      fr: 'Les gens ont des chances d’évoluer, dans leur travail ou au-delà.',
      de: 'Die Leute bekommen Chancen zu wachsen, in ihrer Arbeit oder darüber hinaus.',
    },
    description: {
      nl: 'Je kent je mensen en je ziet wat ze kunnen. Wie wil, krijgt andere taken, een nieuwe rol of een leerkans. Veel daarvan ontstaat in gewone gesprekken.',
      en: 'You know your people and you see what they can do. Whoever wants to gets other tasks, a new role or a chance to learn. Much of that comes from everyday talks.',
      fr: 'Vous connaissez vos collaborateurs et vous voyez ce qu’ils savent faire. Ceux qui le veulent reçoivent d’autres tâches, un nouveau rôle ou une occasion d’apprendre. Beaucoup naît dans les conversations de tous les jours.',
      de: 'Sie kennen Ihre Leute und sehen, was sie können. Wer will, bekommt andere Aufgaben, eine neue Rolle oder eine Lernchance. Vieles davon entsteht in alltäglichen Gesprächen.',
    },
  },
  learning: {
    number: 5,
    name: {
      nl: 'Krachtige lerende organisatie',
      en: 'Powerful learning organisation',
      fr: 'Organisation apprenante forte',
      de: 'Kraftvolle lernende Organisation',
    },
    what: {
      nl: 'Leren hoort bij het werk, elke dag en voor iedereen.',
      en: 'Learning is part of the work, every day and for everyone.',
      fr: 'Apprendre fait partie du travail, chaque jour et pour tous.',
      de: 'Lernen gehört zur Arbeit, jeden Tag und für alle.',
    },
    description: {
      nl: 'Mensen leren op veel manieren en nemen zelf het woord over wat ze willen leren. Wie leiding geeft, maakt daar tijd voor en denkt mee. Het opleidingsplan houdt alles samen.',
      en: 'People learn in many ways and speak up about what they want to learn. Those who lead make time for it and think along. The training plan holds it together.',
      fr: 'On apprend de plusieurs façons et chacun dit ce qu’il veut apprendre. Les responsables y consacrent du temps et réfléchissent avec eux. Le plan de formation relie le tout.',
      de: 'Die Leute lernen auf viele Arten und sagen selbst, was sie lernen möchten. Wer führt, nimmt sich Zeit dafür und denkt mit. Der Ausbildungsplan hält alles zusammen.',
    },
  },
  none: {
    number: null,
    name: { nl: 'Nog geen beleid', en: 'No policy yet', fr: 'Pas encore de politique', de: 'Noch kein Konzept' },
    what: {
      nl: 'Je staat aan het begin. Veel ondernemingen starten hier.',
      en: 'You are at the beginning. Many enterprises start here.',
      fr: 'Vous êtes au début. Beaucoup d’entreprises commencent ici.',
      de: 'Sie stehen am Anfang. Viele Unternehmen beginnen hier.',
    },
    description: {
      nl: 'Bij jou wordt vast ook geleerd, vaak zonder dat iemand het zo noemt. Er zijn alleen nog geen afspraken over. Eén kleine stap is genoeg om te beginnen.',
      en: 'People surely learn with you too, often without anyone calling it that. There are just no agreements about it yet. One small step is enough to begin.',
      fr: 'Chez vous aussi, on apprend sûrement, souvent sans que personne ne le dise ainsi. Il n’y a simplement pas encore d’accords à ce sujet. Un petit pas suffit pour commencer.',
      de: 'Auch bei Ihnen wird sicher gelernt, oft ohne dass es jemand so nennt. Es gibt nur noch keine Absprachen dazu. Ein kleiner Schritt genügt, um anzufangen.',
    },
  },
};
