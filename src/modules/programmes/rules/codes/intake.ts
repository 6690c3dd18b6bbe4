import { code } from './code.ts';

/** Why the enterprise takes part. */
export const motives = [
  code('growth', 'We groeien', 'We are growing', 'Nous grandissons', 'Wir wachsen'),
  code(
    'hard_to_find',
    'We vinden moeilijk mensen',
    'People are hard to find',
    'Nous trouvons difficilement du personnel',
    'Wir finden schwer Leute',
  ),
  code(
    'keep_people',
    'We willen mensen houden',
    'We want to keep people',
    'Nous voulons garder nos gens',
    'Wir wollen Leute halten',
  ),
  code(
    'generation_change',
    'Een nieuwe generatie neemt over',
    'A new generation takes over',
    'Une nouvelle génération reprend',
    'Eine neue Generation übernimmt',
  ),
  code(
    'people_retire',
    'Ervaren mensen gaan met pensioen',
    'Experienced people retire',
    'Des gens d’expérience partent à la retraite',
    'Erfahrene Leute gehen in Rente',
  ),
  code(
    'new_technology',
    'Er komen nieuwe machines of software',
    'New machines or software are coming',
    'De nouvelles machines ou de nouveaux logiciels arrivent',
    'Neue Maschinen oder Software kommen',
  ),
  code(
    'roles_unclear',
    'Het is niet altijd duidelijk wie wat doet',
    'It is not always clear who does what',
    'Les rôles ne sont pas toujours clairs',
    'Es ist nicht immer klar, wer was macht',
  ),
  code(
    'friction',
    'Het loopt niet vlot tussen mensen of ploegen',
    'Things do not run smoothly between people or teams',
    'La collaboration entre personnes ou équipes est difficile',
    'Zwischen Leuten oder Teams läuft es nicht rund',
  ),
  code(
    'back_up',
    'Als iemand uitvalt, kan niemand het overnemen',
    'When somebody is out, nobody can take over',
    'En cas d’absence, personne ne peut reprendre',
    'Wenn jemand ausfällt, kann niemand übernehmen',
  ),
  code(
    'training_duty',
    'Een opleidingsplan is verplicht',
    'A training plan is compulsory',
    'Un plan de formation est obligatoire',
    'Ein Weiterbildungsplan ist Pflicht',
  ),
  code(
    'quality_norm',
    'Klanten of normen vragen het',
    'Customers or norms ask for it',
    'Les clients ou les normes le demandent',
    'Kunden oder Normen verlangen es',
  ),
  code(
    'invited',
    'Het sectorfonds stelde het voor',
    'The sector fund proposed it',
    'Le fonds sectoriel l’a proposé',
    'Der Sektorfonds hat es vorgeschlagen',
  ),
  code('other', 'Iets anders', 'Something else', 'Autre chose', 'Etwas anderes'),
] as const;

/** What helps. */
export const levers = [
  code(
    'engaged_leader',
    'De leiding staat erachter',
    'Management stands behind it',
    'La direction soutient le projet',
    'Die Leitung steht dahinter',
  ),
  code(
    'open_team',
    'De ploeg denkt graag mee',
    'The team likes to think along',
    'L’équipe participe volontiers',
    'Das Team denkt gern mit',
  ),
  code(
    'hr_person',
    'Er is iemand voor personeel',
    'There is somebody for HR',
    'Quelqu’un s’occupe du personnel',
    'Es gibt jemanden für Personal',
  ),
  code(
    'time_set_aside',
    'Er is tijd voor vrijgemaakt',
    'Time is set aside',
    'Du temps est réservé',
    'Es ist Zeit dafür reserviert',
  ),
  code(
    'good_experience',
    'Een eerder traject liep goed',
    'An earlier project went well',
    'Un projet précédent s’est bien passé',
    'Ein früheres Projekt lief gut',
  ),
  code(
    'sector_support',
    'Het sectorfonds kent het bedrijf',
    'The sector fund knows the firm',
    'Le fonds sectoriel connaît l’entreprise',
    'Der Sektorfonds kennt den Betrieb',
  ),
  code(
    'trust',
    'Mensen vertrouwen elkaar',
    'People trust one another',
    'Les gens se font confiance',
    'Die Leute vertrauen einander',
  ),
  code('clear_goal', 'Het doel is helder', 'The goal is clear', 'L’objectif est clair', 'Das Ziel ist klar'),
  code(
    'tools_exist',
    'Er zijn al hulpmiddelen om op te bouwen',
    'There are tools to build on',
    'Il existe déjà des outils',
    'Es gibt schon Hilfsmittel',
  ),
] as const;

/** What may stand in the way. */
export const obstacles = [
  code('little_time', 'Weinig tijd', 'Little time', 'Peu de temps', 'Wenig Zeit'),
  code('busy_season', 'Een druk seizoen', 'A busy season', 'Une période chargée', 'Eine Hochsaison'),
  code(
    'shifts',
    'Ploegen of uurroosters die elkaar niet zien',
    'Shifts that never meet',
    'Des équipes qui ne se voient pas',
    'Schichten, die sich nicht sehen',
  ),
  code(
    'several_sites',
    'Verschillende plaatsen of werven',
    'Several sites',
    'Plusieurs sites ou chantiers',
    'Mehrere Standorte oder Baustellen',
  ),
  code('languages', 'Verschillende talen', 'Several languages', 'Plusieurs langues', 'Verschiedene Sprachen'),
  code(
    'doubt',
    'Mensen twijfelen of het iets brengt',
    'People doubt whether it helps',
    'Les gens doutent de l’utilité',
    'Die Leute zweifeln am Nutzen',
  ),
  code(
    'insecurity',
    'Mensen zijn bang om beoordeeld te worden',
    'People fear being judged',
    'Les gens craignent d’être jugés',
    'Die Leute fürchten, beurteilt zu werden',
  ),
  code(
    'people_leaving',
    'Veel mensen komen en gaan',
    'Many people come and go',
    'Beaucoup d’arrivées et de départs',
    'Viele Leute kommen und gehen',
  ),
  code(
    'leadership_change',
    'De leiding verandert',
    'Management is changing',
    'La direction change',
    'Die Leitung wechselt',
  ),
  code(
    'unclear_expectations',
    'Het is nog niet duidelijk wat men verwacht',
    'Expectations are not clear yet',
    'Les attentes ne sont pas encore claires',
    'Die Erwartungen sind noch unklar',
  ),
  code(
    'no_tools',
    'Er staat nog niets op papier',
    'Nothing is on paper yet',
    'Rien n’est encore écrit',
    'Es steht noch nichts auf Papier',
  ),
] as const;

/** Changes that play in the enterprise. */
export const transitions = [
  code('digital', 'Digitaal', 'Digital', 'Numérique', 'Digital'),
  code(
    'green',
    'Groen: klimaat en energie',
    'Green: climate and energy',
    'Verte : climat et énergie',
    'Grün: Klima und Energie',
  ),
  code(
    'demographic',
    'Bevolking: vergrijzing en migratie',
    'Population: ageing and migration',
    'Population : vieillissement et migration',
    'Bevölkerung: Alterung und Migration',
  ),
  code('other', 'Een andere verandering', 'Another change', 'Un autre changement', 'Ein anderer Wandel'),
] as const;

/** What has to be there for competence thinking to last; talked through at the intake. */
export const baseConditions = [
  code(
    'awareness',
    'We vinden leren belangrijk',
    'We find learning important',
    'Nous trouvons l’apprentissage important',
    'Lernen ist uns wichtig',
  ),
  code(
    'co_creation',
    'We doen het samen met de medewerkers',
    'We do it together with the workers',
    'Nous le faisons avec les travailleurs',
    'Wir machen es mit den Mitarbeitenden',
  ),
  code(
    'long_breath',
    'We weten dat het tijd vraagt',
    'We know that it takes a while',
    'Nous savons que cela prend du temps',
    'Wir wissen, dass es dauert',
  ),
  code(
    'own_goals',
    'We vertrekken van onze eigen doelen',
    'We start from our own goals',
    'Nous partons de nos propres objectifs',
    'Wir gehen von unseren eigenen Zielen aus',
  ),
  code(
    'learning_time',
    'We maken tijd om te leren',
    'We set time aside to learn',
    'Nous réservons du temps pour apprendre',
    'Wir nehmen uns Zeit zum Lernen',
  ),
] as const;

/** How far a base condition is fulfilled. */
export const conditionStates = [
  code('yes', 'Ja', 'Yes', 'Oui', 'Ja'),
  code('partly', 'Voor een deel', 'Partly', 'En partie', 'Zum Teil'),
  code('not_yet', 'Nog niet', 'Not yet', 'Pas encore', 'Noch nicht'),
] as const;
