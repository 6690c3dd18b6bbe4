import { code } from './code.ts';

/** Where a lead came from. */
export const leadSources = [
  code('website', 'Via de website', 'Through the website', 'Via le site web', 'Über die Website'),
  code('scan', 'Na een scan', 'After a scan', 'Après un scan', 'Nach einem Scan'),
  code(
    'communication',
    'Na een mailing of bericht',
    'After a mailing or message',
    'Après un mailing ou un message',
    'Nach einem Rundschreiben',
  ),
  code(
    'event',
    'Op een infosessie of beurs',
    'At an information session or fair',
    'Lors d’une séance d’information ou d’un salon',
    'Auf einer Infoveranstaltung oder Messe',
  ),
  code('visit', 'Op bedrijfsbezoek', 'During a visit', 'Lors d’une visite', 'Bei einem Besuch'),
  code('partner', 'Via een partner', 'Through a partner', 'Via un partenaire', 'Über einen Partner'),
  code(
    'peer',
    'Via een andere onderneming',
    'Through another enterprise',
    'Via une autre entreprise',
    'Über ein anderes Unternehmen',
  ),
] as const;

export const contactChannels = [
  code('phone', 'Telefoon', 'Phone', 'Téléphone', 'Telefon'),
  code('email', 'E-mail', 'E-mail', 'E-mail', 'E-Mail'),
  code('visit', 'Bezoek', 'Visit', 'Visite', 'Besuch'),
  code('online', 'Online gesprek', 'Online meeting', 'Réunion en ligne', 'Online-Gespräch'),
  code('no_answer', 'Niet bereikt', 'No answer', 'Pas joint', 'Nicht erreicht'),
] as const;

/** Why a lead does not become a trajectory. */
export const declineReasons = [
  code(
    'not_reached',
    'Niet bereikt na drie keer proberen',
    'Not reached after three tries',
    'Pas joint après trois essais',
    'Nach drei Versuchen nicht erreicht',
  ),
  code(
    'no_interest',
    'Wil er niet mee verder',
    'Does not want to go on',
    'Ne souhaite pas continuer',
    'Möchte nicht weitermachen',
  ),
  code(
    'not_now',
    'Nu niet, misschien later',
    'Not now, perhaps later',
    'Pas maintenant, peut-être plus tard',
    'Jetzt nicht, vielleicht später',
  ),
  code(
    'too_large',
    'Te groot voor dit programma',
    'Too large for this programme',
    'Trop grande pour ce programme',
    'Zu groß für dieses Programm',
  ),
  code(
    'outside_flanders',
    'Geen vestiging in Vlaanderen',
    'No site in Flanders',
    'Pas d’établissement en Flandre',
    'Kein Standort in Flandern',
  ),
  code(
    'other_help',
    'Andere hulp past beter',
    'Other help fits better',
    'Une autre aide convient mieux',
    'Andere Hilfe passt besser',
  ),
  code(
    'already_guided',
    'Wordt al begeleid',
    'Is being guided already',
    'Est déjà accompagnée',
    'Wird schon begleitet',
  ),
  code(
    'closing_down',
    'De onderneming stopt',
    'The enterprise closes down',
    'L’entreprise cesse ses activités',
    'Das Unternehmen hört auf',
  ),
  code('duplicate', 'Dubbel aangemeld', 'Came in twice', 'Inscrite deux fois', 'Doppelt gemeldet'),
  code('other', 'Iets anders', 'Something else', 'Autre chose', 'Etwas anderes'),
] as const;

/** What somebody does in the enterprise; the values of `capacity`. */
export const hrRoles = [
  code('owner', 'Zaakvoerder', 'Owner', 'Gérant', 'Geschäftsführung'),
  code('director', 'Directeur', 'Director', 'Directeur', 'Direktion'),
  code('hr', 'HR-verantwoordelijke', 'HR officer', 'Responsable RH', 'Personalverantwortung'),
  code('team_leader', 'Ploegbaas of teamleider', 'Team leader', 'Chef d’équipe', 'Teamleitung'),
  code('employee', 'Medewerker', 'Employee', 'Travailleur', 'Mitarbeitende'),
  code('bookkeeper', 'Boekhouder', 'Bookkeeper', 'Comptable', 'Buchhaltung'),
  code('other', 'Iets anders', 'Something else', 'Autre chose', 'Etwas anderes'),
] as const;

/** The part of a guide in a trajectory; the values of `trajectory_guides.capacity`. */
export const guideCapacities = [
  code('consultant', 'Consultant', 'Consultant', 'Consultant', 'Berater'),
  code('sector_consultant', 'Sectorconsulent', 'Sector consultant', 'Consultant sectoriel', 'Sektorberater'),
] as const;
