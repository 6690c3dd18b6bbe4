import type { Sector } from '../../rules/programmeDefinition.ts';
import { sector } from './sector.ts';

/** Media, professions, transport and services to firms. */
export const services: readonly Sector[] = [
  sector(
    'audiovisual',
    '227,303.01',
    { nl: 'Radio, tv en film', en: 'Radio, TV and film', fr: 'Radio, télé et cinéma', de: 'Radio, Fernsehen und Film' },
    {
      nl: 'televisie,productiehuis,video,opnames,animatie,game,podcast,geluid',
      en: 'television,production,video,animation,games,sound',
      fr: 'télévision,production,vidéo,animation,jeux,son',
      de: 'fernsehen,produktion,video,animation,spiele,ton',
    },
  ),
  sector(
    'cinema',
    '303.03',
    { nl: 'Bioscoop', en: 'Cinema', fr: 'Salle de cinéma', de: 'Kino' },
    { nl: 'filmzaal,filmtheater', en: 'movie theatre', fr: 'cinéma', de: 'filmtheater' },
  ),
  sector(
    'theatre',
    '304',
    {
      nl: 'Theater, muziek en dans',
      en: 'Theatre, music and dance',
      fr: 'Théâtre, musique et danse',
      de: 'Theater, Musik und Tanz',
    },
    {
      nl: 'podium,podiumkunsten,concert,festival,circus,orkest,evenement',
      en: 'stage,performing arts,concert,festival,circus',
      fr: 'scène,arts de la scène,concert,festival,cirque',
      de: 'bühne,konzert,festival,zirkus,orchester',
    },
  ),
  sector(
    'lawyer',
    '336',
    { nl: 'Advocaat', en: 'Lawyer', fr: 'Avocat', de: 'Anwaltskanzlei' },
    {
      nl: 'advocatenkantoor,gerechtsdeurwaarder,jurist',
      en: 'law firm,bailiff,legal',
      fr: 'cabinet d’avocats,huissier,juriste',
      de: 'anwalt,gerichtsvollzieher,jurist',
    },
  ),
  sector(
    'accountant',
    '336',
    {
      nl: 'Boekhouder en fiscalist',
      en: 'Accountant and tax adviser',
      fr: 'Comptable et fiscaliste',
      de: 'Buchhaltung und Steuerberatung',
    },
    {
      nl: 'accountant,accountancy,boekhoudkantoor,revisor,belasting',
      en: 'bookkeeper,auditor,tax',
      fr: 'comptabilité,expert-comptable,réviseur,impôts',
      de: 'buchhalter,steuerberater,wirtschaftsprüfer',
    },
  ),
  sector(
    'architect',
    '336',
    {
      nl: 'Architect en studiebureau',
      en: 'Architect and design office',
      fr: 'Architecte et bureau d’études',
      de: 'Architekt und Planungsbüro',
    },
    {
      nl: 'architectenbureau,landmeter,ingenieur',
      en: 'surveyor,engineer',
      fr: 'géomètre,ingénieur',
      de: 'vermesser,ingenieur',
    },
  ),
  sector(
    'vet',
    '336',
    { nl: 'Dierenarts', en: 'Vet', fr: 'Vétérinaire', de: 'Tierarzt' },
    {
      nl: 'dierenkliniek,dieren',
      en: 'animal clinic,veterinary',
      fr: 'clinique vétérinaire,animaux',
      de: 'tierklinik,tiere',
    },
  ),
  sector(
    'real_estate',
    '323',
    { nl: 'Vastgoed', en: 'Real estate', fr: 'Immobilier', de: 'Immobilien' },
    {
      nl: 'immo,immokantoor,makelaar,syndicus,huizen,verhuur,beheer gebouwen',
      en: 'estate agent,property,letting,syndic',
      fr: 'agent immobilier,syndic,location,gestion d’immeubles',
      de: 'makler,hausverwaltung,vermietung',
    },
  ),
  sector(
    'forwarding',
    '226',
    {
      nl: 'Import, export en expeditie',
      en: 'Import, export and forwarding',
      fr: 'Import, export et expédition',
      de: 'Import, Export und Spedition',
    },
    {
      nl: 'internationale handel,expediteur,douane,rederij',
      en: 'international trade,customs,shipping',
      fr: 'commerce international,douane,expéditeur',
      de: 'außenhandel,zoll,spediteur',
    },
  ),
  sector(
    'transport',
    '140.03,226',
    {
      nl: 'Transport en logistiek',
      en: 'Transport and logistics',
      fr: 'Transport et logistique',
      de: 'Transport und Logistik',
    },
    {
      nl: 'vervoer,vrachtwagens,chauffeurs,magazijn,koerier,distributie,opslag',
      en: 'lorries,drivers,warehouse,courier,distribution',
      fr: 'camions,chauffeurs,entrepôt,coursier',
      de: 'lkw,fahrer,lager,kurier',
    },
  ),
  sector(
    'removals',
    '140.05',
    { nl: 'Verhuizingen', en: 'Removals', fr: 'Déménagements', de: 'Umzüge' },
    { nl: 'verhuisfirma,verhuizer', en: 'moving company', fr: 'déménageur', de: 'umzugsfirma' },
  ),
  sector(
    'passenger',
    '140.01,140.02',
    { nl: 'Bus en taxi', en: 'Coach and taxi', fr: 'Autocar et taxi', de: 'Bus und Taxi' },
    { nl: 'autocar,reisbus,taxi', en: 'bus,coach,taxi', fr: 'bus,car,taxi', de: 'bus,reisebus,taxi' },
  ),
  sector(
    'cleaning',
    '121',
    { nl: 'Schoonmaak', en: 'Cleaning', fr: 'Nettoyage', de: 'Reinigung' },
    {
      nl: 'poetsbedrijf,poetsen,ramenwasser,kuisploeg,afval',
      en: 'cleaner,windows,waste',
      fr: 'nettoyer,laveur de vitres,déchets',
      de: 'putzen,gebäudereinigung,abfall',
    },
  ),
  sector(
    'security',
    '317',
    { nl: 'Bewaking', en: 'Security', fr: 'Gardiennage', de: 'Bewachung' },
    {
      nl: 'beveiliging,bewakingsagent,stewards',
      en: 'guard,surveillance',
      fr: 'sécurité,agent,surveillance',
      de: 'sicherheit,wachdienst',
    },
  ),
  sector(
    'it',
    '200',
    { nl: 'IT en software', en: 'IT and software', fr: 'Informatique et logiciels', de: 'IT und Software' },
    {
      nl: 'informatica,computer,programmeur,webdesign,app,data',
      en: 'programmer,web design,computers,data',
      fr: 'programmeur,web,ordinateur,données',
      de: 'informatik,programmierer,webdesign,computer',
    },
  ),
  sector(
    'consultancy',
    '200',
    {
      nl: 'Advies, marketing en kantoor',
      en: 'Advice, marketing and office work',
      fr: 'Conseil, marketing et bureau',
      de: 'Beratung, Marketing und Büro',
    },
    {
      nl: 'consultancy,reclame,communicatie,reisbureau,verzekeringen,opleiding,coaching,bedienden',
      en: 'consulting,advertising,travel agency,insurance,training',
      fr: 'consultance,publicité,agence de voyages,assurances,formation',
      de: 'werbung,reisebüro,versicherung,schulung',
    },
  ),
];
