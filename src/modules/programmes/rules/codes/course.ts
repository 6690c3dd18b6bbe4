import { code } from './code.ts';
import { needThemes } from './needs.ts';

/** What a session is about: the themes of needs, and the moments that every trajectory has. */
export const sessionThemes = [
  code('kick_off', 'Start', 'Start', 'Démarrage', 'Start'),
  code('inform_staff', 'Het team inlichten', 'Informing the team', 'Informer l’équipe', 'Das Team informieren'),
  code('analysis', 'Kijken wat er is', 'Looking at what is there', 'Faire le point', 'Sehen, was da ist'),
  ...needThemes.filter((theme) => theme.id !== 'other'),
  code('action_plan', 'Actieplan', 'Action plan', 'Plan d’action', 'Aktionsplan'),
  code('follow_up', 'Opvolging', 'Follow-up', 'Suivi', 'Nachbetreuung'),
  code('other', 'Iets anders', 'Something else', 'Autre chose', 'Etwas anderes'),
] as const;

/** Why an agreed goal went differently. */
export const outcomeReasons = [
  code('need_changed', 'De vraag veranderde', 'The need changed', 'Le besoin a changé', 'Der Bedarf hat sich geändert'),
  code(
    'other_priority',
    'Iets anders ging voor',
    'Something else came first',
    'Autre chose a eu la priorité',
    'Etwas anderes ging vor',
  ),
  code(
    'little_time',
    'Er was te weinig tijd',
    'There was too little time',
    'Il y avait trop peu de temps',
    'Es war zu wenig Zeit',
  ),
  code(
    'bigger_than_thought',
    'Het was meer werk dan gedacht',
    'It was more work than thought',
    'C’était plus de travail que prévu',
    'Es war mehr Arbeit als gedacht',
  ),
  code(
    'people_changed',
    'Mensen vertrokken of wisselden',
    'People left or changed',
    'Des gens sont partis ou ont changé',
    'Leute gingen oder wechselten',
  ),
  code(
    'expectations_unclear',
    'We verwachtten niet hetzelfde',
    'We expected different things',
    'Nous n’attendions pas la même chose',
    'Wir erwarteten Verschiedenes',
  ),
  code(
    'done_otherwise',
    'Het lukte op een andere manier',
    'It worked in another way',
    'Cela a réussi autrement',
    'Es gelang auf andere Weise',
  ),
  code(
    'waiting_for_others',
    'We wachten op iemand anders',
    'We wait for somebody else',
    'Nous attendons quelqu’un d’autre',
    'Wir warten auf jemand anderen',
  ),
  code(
    'more_than_agreed',
    'We deden meer dan afgesproken',
    'We did more than agreed',
    'Nous avons fait plus que convenu',
    'Wir haben mehr getan als vereinbart',
  ),
  code('other', 'Iets anders', 'Something else', 'Autre chose', 'Etwas anderes'),
] as const;

/** How far a goal got. */
export const goalOutcomes = [
  code('done', 'Gelukt', 'Done', 'Réussi', 'Geschafft'),
  code('partly', 'Voor een deel gelukt', 'Partly done', 'Réussi en partie', 'Zum Teil geschafft'),
  code('different', 'Anders gegaan', 'Went differently', 'Allé autrement', 'Anders gelaufen'),
  code('not_done', 'Niet gedaan', 'Not done', 'Pas fait', 'Nicht gemacht'),
] as const;

/** How a practice is kept alive when the guide has left. */
export const embeddings = [
  code(
    'fixed_meeting',
    'Vast punt op het overleg',
    'Fixed item in a meeting',
    'Point fixe à l’ordre du jour',
    'Fester Punkt in der Besprechung',
  ),
  code(
    'in_talks',
    'Deel van de gesprekken met medewerkers',
    'Part of talks with employees',
    'Partie des entretiens avec les travailleurs',
    'Teil der Gespräche mit Mitarbeitenden',
  ),
  code('in_onboarding', 'Deel van het onthaal', 'Part of onboarding', 'Partie de l’accueil', 'Teil der Einarbeitung'),
  code(
    'in_procedure',
    'Opgenomen in een procedure',
    'Written into a procedure',
    'Intégré dans une procédure',
    'In ein Verfahren aufgenommen',
  ),
  code(
    'in_planning',
    'Gebruikt bij de planning',
    'Used in planning',
    'Utilisé dans la planification',
    'Bei der Planung genutzt',
  ),
  code('in_software', 'In onze software', 'In our software', 'Dans notre logiciel', 'In unserer Software'),
  code(
    'person_in_charge',
    'Iemand volgt het op',
    'Somebody looks after it',
    'Quelqu’un en assure le suivi',
    'Jemand kümmert sich darum',
  ),
  code(
    'next_team',
    'De volgende ploeg doet het ook',
    'The next team does it too',
    'L’équipe suivante le fait aussi',
    'Das nächste Team macht es auch',
  ),
  code(
    'time_reserved',
    'Er is vaste tijd voor',
    'There is fixed time for it',
    'Du temps fixe y est consacré',
    'Es gibt feste Zeit dafür',
  ),
  code('other', 'Iets anders', 'Something else', 'Autre chose', 'Etwas anderes'),
] as const;

/** How staff were told. */
export const staffInformedWays = [
  code('meeting', 'Op een overleg', 'In a meeting', 'Lors d’une réunion', 'In einer Besprechung'),
  code('one_to_one', 'Persoonlijk', 'In person', 'Personnellement', 'Persönlich'),
  code('letter', 'Met een brief of mail', 'By letter or e-mail', 'Par lettre ou e-mail', 'Per Brief oder E-Mail'),
  code(
    'poster',
    'Met een affiche of scherm',
    'By poster or screen',
    'Par affiche ou écran',
    'Per Aushang oder Bildschirm',
  ),
  code(
    'message',
    'Met een bericht in de groep',
    'By a group message',
    'Par message dans le groupe',
    'Per Nachricht in der Gruppe',
  ),
  code(
    'representatives',
    'Via de vertegenwoordigers van het personeel',
    'Through staff representatives',
    'Via les représentants du personnel',
    'Über die Personalvertretung',
  ),
] as const;

export const staffInformedMoments = [
  code('start', 'Bij de start', 'At the start', 'Au début', 'Zu Beginn'),
  code('during', 'Tijdens het traject', 'During the trajectory', 'Pendant le trajet', 'Während der Begleitung'),
  code('follow_up', 'Bij de opvolging', 'At follow-up', 'Lors du suivi', 'Bei der Nachbetreuung'),
] as const;
