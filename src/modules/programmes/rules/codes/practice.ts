import { code } from './code.ts';

/** Who takes part in the guidance. */
export const participants = [
  code(
    'owner',
    'Zaakvoerder of directie',
    'Owner or director',
    'Gérant ou direction',
    'Geschäftsführung oder Direktion',
  ),
  code('hr', 'HR-verantwoordelijke', 'HR officer', 'Responsable RH', 'Personalverantwortliche'),
  code('team_leaders', 'Leidinggevenden', 'Team leaders', 'Responsables d’équipe', 'Führungskräfte'),
  code('employees', 'Medewerkers', 'Employees', 'Travailleurs', 'Mitarbeitende'),
  code(
    'representatives',
    'Vertegenwoordigers van het personeel',
    'Staff representatives',
    'Représentants du personnel',
    'Personalvertretung',
  ),
  code('volunteers', 'Vrijwilligers', 'Volunteers', 'Bénévoles', 'Ehrenamtliche'),
] as const;

/** With whom the guidance is made. */
export const approaches = [
  code(
    'participative',
    'Samen met medewerkers',
    'Together with employees',
    'Avec les travailleurs',
    'Zusammen mit den Mitarbeitenden',
  ),
  code('top_down', 'Vanuit de leiding', 'From management', 'À partir de la direction', 'Von der Leitung aus'),
] as const;

export const approachFits = [
  code('tailored', 'Op maat', 'Tailored', 'Sur mesure', 'Nach Maß'),
  code('standard', 'Vaste aanpak', 'Standard', 'Approche standard', 'Fester Ablauf'),
] as const;

/** Who directs learning and development today. */
export const directedBy = [
  code(
    'ad_hoc',
    'Niemand vast, als het nodig is',
    'Nobody in particular, when needed',
    'Personne en particulier, selon les besoins',
    'Niemand fest, bei Bedarf',
  ),
  code('owner', 'De zaakvoerder', 'The owner', 'Le gérant', 'Die Geschäftsführung'),
  code('hr', 'De HR-verantwoordelijke', 'The HR officer', 'Le responsable RH', 'Die Personalverantwortung'),
  code('team_leaders', 'De leidinggevenden', 'The team leaders', 'Les responsables d’équipe', 'Die Führungskräfte'),
  code(
    'dialogue',
    'Leiding en medewerker samen',
    'Management and employee together',
    'La direction et le travailleur ensemble',
    'Leitung und Mitarbeitende zusammen',
  ),
  code('employee', 'De medewerker zelf', 'The employee', 'Le travailleur lui-même', 'Die Mitarbeitenden selbst'),
] as const;

/** HR practice on paper or fixed in a way of working. */
export const formalPractices = [
  code(
    'function_descriptions',
    'Functiebeschrijvingen',
    'Function descriptions',
    'Descriptions de fonction',
    'Stellenbeschreibungen',
  ),
  code(
    'competence_profiles',
    'Competentieprofielen',
    'Competence profiles',
    'Profils de compétences',
    'Kompetenzprofile',
  ),
  code('competence_matrix', 'Competentiematrix', 'Competence matrix', 'Matrice des compétences', 'Kompetenzmatrix'),
  code('training_plan', 'Opleidingsplan', 'Training plan', 'Plan de formation', 'Weiterbildungsplan'),
  code('courses', 'Opleidingen', 'Courses', 'Formations', 'Schulungen'),
  code(
    'development_talks',
    'Ontwikkelgesprekken',
    'Development talks',
    'Entretiens de développement',
    'Entwicklungsgespräche',
  ),
  code(
    'evaluation_talks',
    'Evaluatiegesprekken',
    'Evaluation talks',
    'Entretiens d’évaluation',
    'Beurteilungsgespräche',
  ),
  code('onboarding_plan', 'Onthaalplan', 'Onboarding plan', 'Plan d’accueil', 'Einarbeitungsplan'),
  code(
    'hr_policy',
    'Personeelsbeleid op papier',
    'HR policy on paper',
    'Politique du personnel écrite',
    'Personalpolitik auf Papier',
  ),
  code('quality_system', 'Kwaliteitssysteem', 'Quality system', 'Système de qualité', 'Qualitätssystem'),
  code('none', 'Nog niets', 'Nothing yet', 'Encore rien', 'Noch nichts'),
] as const;

/** HR practice that happens without being written down. */
export const informalPractices = [
  code(
    'buddy',
    'Iemand met ervaring toont het werk',
    'Somebody experienced shows the work',
    'Une personne expérimentée montre le travail',
    'Jemand mit Erfahrung zeigt die Arbeit',
  ),
  code('learning_by_doing', 'Leren door het te doen', 'Learning by doing', 'Apprendre en faisant', 'Lernen durch Tun'),
  code('asking_colleagues', 'Vragen aan collega’s', 'Asking colleagues', 'Demander aux collègues', 'Kollegen fragen'),
  code('team_meeting', 'Ploegoverleg', 'Team meeting', 'Réunion d’équipe', 'Teambesprechung'),
  code(
    'daily_feedback',
    'Elke dag even zeggen wat goed gaat',
    'Saying every day what goes well',
    'Dire chaque jour ce qui va bien',
    'Jeden Tag sagen, was gut läuft',
  ),
  code('rotation', 'Taken wisselen', 'Swapping tasks', 'Rotation des tâches', 'Aufgaben tauschen'),
  code(
    'looking_up',
    'Zelf opzoeken en proberen',
    'Looking up and trying',
    'Chercher et essayer soi-même',
    'Selbst nachsehen und probieren',
  ),
  code(
    'open_door',
    'De deur van de leiding staat open',
    'The door of management is open',
    'La porte de la direction est ouverte',
    'Die Tür der Leitung steht offen',
  ),
  code('none', 'Nog niets', 'Nothing yet', 'Encore rien', 'Noch nichts'),
] as const;

/** What the enterprise hopes to reach. */
export const effects = [
  code(
    'competence_thinking',
    'Denken in competenties',
    'Thinking in competences',
    'Penser en compétences',
    'Denken in Kompetenzen',
  ),
  code('motivation', 'Motivatie', 'Motivation', 'Motivation', 'Motivation'),
  code('satisfaction', 'Tevredenheid', 'Satisfaction', 'Satisfaction', 'Zufriedenheit'),
  code('retention', 'Mensen blijven', 'People stay', 'Les gens restent', 'Leute bleiben'),
  code('growth', 'Mensen groeien', 'People grow', 'Les gens évoluent', 'Leute wachsen'),
] as const;

/** The six dimensions of a learning climate. */
export const climateDimensions = [
  code(
    'learning_leadership',
    'Leerleiderschap',
    'Learning leadership',
    'Leadership d’apprentissage',
    'Lernförderliche Führung',
  ),
  code(
    'opportunities',
    'Kansen om te leren',
    'Opportunities to learn',
    'Occasions d’apprendre',
    'Gelegenheiten zum Lernen',
  ),
  code(
    'support',
    'Steun en waardering',
    'Support and appreciation',
    'Soutien et appréciation',
    'Unterstützung und Wertschätzung',
  ),
  code('room', 'Ruimte en tijd', 'Room and time', 'Espace et temps', 'Raum und Zeit'),
  code(
    'autonomy',
    'Verantwoordelijkheid en vrijheid',
    'Responsibility and autonomy',
    'Responsabilité et autonomie',
    'Verantwortung und Freiraum',
  ),
  code('knowledge_sharing', 'Kennis delen', 'Sharing knowledge', 'Partage des connaissances', 'Wissen teilen'),
] as const;

export const learningActivities = [
  code('formal', 'Opleiding', 'Training', 'Formation', 'Schulung'),
  code('informal', 'Leren op het werk', 'Learning at work', 'Apprentissage au travail', 'Lernen bei der Arbeit'),
] as const;

/** What is done to HR instruments and vision on the way to a strategic policy. */
export const policySteps = [
  code(
    'vision_written',
    'Visie en missie opgeschreven',
    'Vision and mission written',
    'Vision et mission rédigées',
    'Vision und Leitbild geschrieben',
  ),
  code('instruments_made', 'Hulpmiddelen gemaakt', 'Instruments made', 'Outils créés', 'Hilfsmittel erstellt'),
  code(
    'instruments_sharpened',
    'Hulpmiddelen verbeterd',
    'Instruments sharpened',
    'Outils améliorés',
    'Hilfsmittel verbessert',
  ),
  code(
    'instruments_integrated',
    'Hulpmiddelen in het werk ingebouwd',
    'Instruments built into the work',
    'Outils intégrés au travail',
    'Hilfsmittel in die Arbeit eingebaut',
  ),
] as const;
