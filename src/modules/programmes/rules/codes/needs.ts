import { code } from './code.ts';

/** Themes of needs that recur (DOMAIN §4), with those that the published cases add. */
export const needThemes = [
  code(
    'function_profiles',
    'Functies en competentieprofielen',
    'Functions and competence profiles',
    'Fonctions et profils de compétences',
    'Funktionen und Kompetenzprofile',
  ),
  code('competence_matrix', 'Competentiematrix', 'Competence matrix', 'Matrice des compétences', 'Kompetenzmatrix'),
  code(
    'future_competences',
    'Wat we straks moeten kunnen',
    'What we must be able to do tomorrow',
    'Les compétences de demain',
    'Was wir morgen können müssen',
  ),
  code('training_plan', 'Opleidingsplan', 'Training plan', 'Plan de formation', 'Weiterbildungsplan'),
  code(
    'development_talks',
    'Ontwikkel- en evaluatiegesprekken',
    'Development and evaluation talks',
    'Entretiens de développement et d’évaluation',
    'Entwicklungs- und Beurteilungsgespräche',
  ),
  code(
    'recruitment',
    'Mensen vinden en kiezen',
    'Recruitment and selection',
    'Recrutement et sélection',
    'Personal finden und auswählen',
  ),
  code('onboarding', 'Onthaal van nieuwe mensen', 'Onboarding', 'Accueil des nouveaux', 'Einarbeitung neuer Leute'),
  code('retention', 'Mensen houden', 'Keeping people', 'Fidélisation', 'Leute halten'),
  code(
    'knowledge_transfer',
    'Afscheid en kennis doorgeven',
    'Leaving and passing on knowledge',
    'Départ et transmission du savoir',
    'Abschied und Wissensweitergabe',
  ),
  code('leadership', 'Leidinggeven', 'Leadership', 'Leadership', 'Führung'),
  code(
    'feedback_skills',
    'Feedback geven en gesprekken voeren',
    'Giving feedback and holding talks',
    'Donner du feed-back et mener des entretiens',
    'Feedback geben und Gespräche führen',
  ),
  code(
    'learning_vision',
    'Visie en missie over leren',
    'Vision and mission on learning',
    'Vision et mission sur l’apprentissage',
    'Vision und Leitbild zum Lernen',
  ),
  code('hr_policy', 'Personeelsbeleid', 'HR policy', 'Politique du personnel', 'Personalpolitik'),
  code(
    'multi_employability',
    'Mensen die meer taken aankunnen',
    'People who can do several jobs',
    'Polyvalence',
    'Vielseitig einsetzbare Leute',
  ),
  code('career_paths', 'Groeipaden en loopbanen', 'Career paths', 'Parcours de carrière', 'Laufbahnen'),
  code(
    'talents',
    'Talenten ontdekken en inzetten',
    'Finding and using talents',
    'Découvrir et utiliser les talents',
    'Talente entdecken und einsetzen',
  ),
  code(
    'reintegration',
    'Terugkeer na ziekte',
    'Return after illness',
    'Retour après maladie',
    'Rückkehr nach Krankheit',
  ),
  code(
    'volunteers',
    'Vrijwilligers begeleiden',
    'Guiding volunteers',
    'Accompagner les bénévoles',
    'Ehrenamtliche begleiten',
  ),
  code('other', 'Iets anders', 'Something else', 'Autre chose', 'Etwas anderes'),
] as const;

/** Now or later: for whom the need counts in time. */
export const needTimes = [
  code('present', 'Nu', 'Now', 'Maintenant', 'Jetzt'),
  code('future', 'Straks', 'Later', 'Plus tard', 'Später'),
] as const;

export const competenceKinds = [
  code(
    'technical',
    'Technisch: het vak zelf',
    'Technical: the trade itself',
    'Technique : le métier même',
    'Fachlich: das Handwerk selbst',
  ),
  code(
    'generic',
    'Algemeen: plannen, rekenen, computer',
    'Generic: planning, figures, computer',
    'Générique : planifier, calculer, ordinateur',
    'Allgemein: planen, rechnen, Computer',
  ),
  code(
    'transversal',
    'Overdraagbaar: samenwerken, leren, leiden',
    'Transversal: working together, learning, leading',
    'Transversal : collaborer, apprendre, diriger',
    'Übertragbar: zusammenarbeiten, lernen, leiten',
  ),
] as const;
