import type { Sector } from '../../rules/programmeDefinition.ts';
import { sector } from './sector.ts';

/** Care, social profit and what lot 4 adds. */
export const care: readonly Sector[] = [
  sector(
    'childcare',
    '331',
    { nl: 'Kinderopvang', en: 'Childcare', fr: 'Accueil de l’enfance', de: 'Kinderbetreuung' },
    {
      nl: 'crèche,kribbe,baby,buitenschoolse opvang,onthaalouder',
      en: 'nursery,day care,babies',
      fr: 'crèche,garderie,accueil extrascolaire',
      de: 'krippe,kita,tagesmutter',
    },
    { careKind: 'childcare' },
  ),
  sector(
    'home_care',
    '318.02',
    {
      nl: 'Thuiszorg en gezinshulp',
      en: 'Home care and family help',
      fr: 'Aide à domicile',
      de: 'Häusliche Pflege und Familienhilfe',
    },
    {
      nl: 'thuishulp,gezinszorg,verzorgende,poetshulp aan huis',
      en: 'carer,family help',
      fr: 'aide familiale,soins à domicile',
      de: 'familienhilfe,pflegedienst',
    },
    { careKind: 'home_care' },
  ),
  sector(
    'elderly_care',
    '330',
    { nl: 'Woonzorg en ouderenzorg', en: 'Elderly care', fr: 'Soins aux personnes âgées', de: 'Altenpflege' },
    {
      nl: 'woonzorgcentrum,rusthuis,serviceflats,dagverzorging,wzc',
      en: 'nursing home,care home',
      fr: 'maison de repos,résidence-services',
      de: 'altenheim,pflegeheim',
    },
    { careKind: 'elderly_care' },
  ),
  sector(
    'health',
    '330',
    {
      nl: 'Ziekenhuis en gezondheid',
      en: 'Hospital and health',
      fr: 'Hôpital et santé',
      de: 'Krankenhaus und Gesundheit',
    },
    {
      nl: 'kliniek,dokterspraktijk,tandarts,kinesist,thuisverpleging,wijkgezondheidscentrum',
      en: 'clinic,doctor,dentist,physiotherapist,nursing',
      fr: 'clinique,médecin,dentiste,kiné,infirmière',
      de: 'klinik,arzt,zahnarzt,physiotherapie',
    },
  ),
  sector(
    'youth_disability',
    '319.01',
    {
      nl: 'Jeugd en mensen met een handicap',
      en: 'Youth and people with a disability',
      fr: 'Jeunes et personnes handicapées',
      de: 'Jugend und Menschen mit Behinderung',
    },
    {
      nl: 'voorziening,jeugdhulp,begeleid wonen,internaat,handicap',
      en: 'youth care,assisted living,disability',
      fr: 'aide à la jeunesse,hébergement,handicap',
      de: 'jugendhilfe,betreutes wohnen,behinderung',
    },
  ),
  sector(
    'welfare',
    '331',
    { nl: 'Welzijnswerk', en: 'Welfare work', fr: 'Aide sociale', de: 'Sozialarbeit' },
    {
      nl: 'sociaal werk,caw,geestelijke gezondheid,opvoeding',
      en: 'social work,mental health',
      fr: 'travail social,santé mentale',
      de: 'soziale arbeit,psychische gesundheit',
    },
  ),
  sector(
    'sheltered_workshop',
    '327.01',
    {
      nl: 'Maatwerkbedrijf',
      en: 'Sheltered workshop',
      fr: 'Entreprise de travail adapté',
      de: 'Betrieb für angepasste Arbeit',
    },
    {
      nl: 'beschutte werkplaats,sociale werkplaats,sociale economie,kringwinkel',
      en: 'social economy,supported work',
      fr: 'atelier protégé,économie sociale',
      de: 'geschützte werkstatt,sozialwirtschaft',
    },
  ),
  sector(
    'socio_cultural',
    '329.01',
    {
      nl: 'Socioculturele vereniging en sport',
      en: 'Socio-cultural association and sport',
      fr: 'Association socioculturelle et sport',
      de: 'Soziokultureller Verein und Sport',
    },
    {
      nl: 'vzw,vorming,jeugdwerk,sportclub,museum,vakantiewerk,bibliotheek',
      en: 'youth work,sports club,museum,education',
      fr: 'asbl,formation,club de sport,musée',
      de: 'verein,bildung,sportklub,museum',
    },
  ),
  sector(
    'association',
    '337',
    { nl: 'Andere vzw', en: 'Other non-profit', fr: 'Autre asbl', de: 'Anderer gemeinnütziger Verein' },
    {
      nl: 'vereniging,stichting,mutualiteit,non-profit',
      en: 'association,foundation',
      fr: 'association,fondation,mutualité',
      de: 'verein,stiftung,krankenkasse',
    },
  ),
  sector(
    'service_vouchers',
    '322.01',
    {
      nl: 'Dienstencheques en poetshulp',
      en: 'Service vouchers and household help',
      fr: 'Titres-services et aide-ménagère',
      de: 'Dienstleistungsschecks und Haushaltshilfe',
    },
    {
      nl: 'huishoudhulp,poetsvrouw,strijken,strijkatelier',
      en: 'household help,ironing',
      fr: 'femme de ménage,repassage',
      de: 'putzhilfe,bügeln',
    },
  ),
  sector(
    'funeral',
    '320',
    { nl: 'Begrafenissen', en: 'Funerals', fr: 'Pompes funèbres', de: 'Bestattungen' },
    {
      nl: 'begrafenisondernemer,uitvaart,uitvaartzorg,crematie',
      en: 'undertaker,cremation',
      fr: 'obsèques,crématorium',
      de: 'bestatter,trauerfeier,krematorium',
    },
  ),
  sector(
    'local_authority',
    '',
    { nl: 'Lokaal bestuur', en: 'Local authority', fr: 'Administration locale', de: 'Lokale Behörde' },
    {
      nl: 'gemeente,stad,ocmw,welzijnsvereniging',
      en: 'municipality,city,town',
      fr: 'commune,ville,cpas',
      de: 'gemeinde,stadt,öshz',
    },
    { localAuthority: true },
  ),
];
