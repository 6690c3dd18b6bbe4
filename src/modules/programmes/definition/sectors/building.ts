import type { Sector } from '../../rules/programmeDefinition.ts';
import { sector } from './sector.ts';

/** Building, wood, vehicles and green. */
export const building: readonly Sector[] = [
  sector(
    'construction',
    '124',
    { nl: 'Bouw', en: 'Construction', fr: 'Construction', de: 'Bau' },
    {
      nl: 'bouwbedrijf,aannemer,metser,ruwbouw,renovatie,grondwerken,wegenwerken,beton',
      en: 'building,contractor,mason,renovation,roadworks,concrete',
      fr: 'bâtiment,entrepreneur,maçon,rénovation,terrassement,béton',
      de: 'bauunternehmen,maurer,renovierung,tiefbau,beton',
    },
  ),
  sector(
    'roofing',
    '124',
    { nl: 'Dakwerken', en: 'Roofing', fr: 'Toiture', de: 'Dachdecker' },
    {
      nl: 'dakdekker,dakwerker,zinkwerk,leien,isolatie',
      en: 'roofer,zinc,slates,insulation',
      fr: 'couvreur,toit,zinguerie,isolation',
      de: 'dach,zink,schiefer,dämmung',
    },
  ),
  sector(
    'finishing',
    '124',
    {
      nl: 'Schilderen, pleisteren en vloeren',
      en: 'Painting, plastering and floors',
      fr: 'Peinture, plafonnage et sols',
      de: 'Malerei, Putz und Böden',
    },
    {
      nl: 'schilder,stukadoor,pleisterwerk,tegels,vloerder,afwerking,gyproc',
      en: 'painter,plasterer,tiles,floor',
      fr: 'peintre,plafonneur,carreleur,finition',
      de: 'maler,verputzer,fliesen,bodenleger',
    },
  ),
  sector(
    'plumbing',
    '124',
    {
      nl: 'Loodgieter en verwarming',
      en: 'Plumbing and heating',
      fr: 'Plomberie et chauffage',
      de: 'Sanitär und Heizung',
    },
    {
      nl: 'sanitair,cv,verwarmingsinstallateur,warmtepomp,badkamer',
      en: 'plumber,heating,heat pump,bathroom',
      fr: 'plombier,sanitaire,chauffagiste,pompe à chaleur',
      de: 'klempner,heizung,wärmepumpe,bad',
    },
  ),
  sector(
    'electricity',
    '149.01',
    { nl: 'Elektriciteit', en: 'Electricity', fr: 'Électricité', de: 'Elektrik' },
    {
      nl: 'elektricien,elektro,domotica,zonnepanelen,laadpalen,alarm,installateur',
      en: 'electrician,solar panels,charging,alarm',
      fr: 'électricien,domotique,panneaux solaires,bornes,alarme',
      de: 'elektriker,smart home,solar,ladestation,alarm',
    },
  ),
  sector(
    'joinery',
    '126,124',
    { nl: 'Schrijnwerk', en: 'Joinery', fr: 'Menuiserie', de: 'Schreinerei' },
    {
      nl: 'schrijnwerker,timmerman,ramen,deuren,trappen,interieur,keukens',
      en: 'carpenter,windows,doors,stairs,interior,kitchens',
      fr: 'menuisier,charpentier,châssis,portes,escaliers,cuisines',
      de: 'schreiner,tischler,fenster,türen,treppen,küchen',
    },
  ),
  sector(
    'furniture',
    '126',
    {
      nl: 'Meubelen en stoffering',
      en: 'Furniture and upholstery',
      fr: 'Meubles et tapisserie',
      de: 'Möbel und Polsterei',
    },
    {
      nl: 'meubelmaker,zetels,matrassen,garnierder',
      en: 'furniture maker,sofas,mattresses',
      fr: 'ébéniste,canapés,matelas',
      de: 'möbelbauer,sofas,matratzen',
    },
  ),
  sector(
    'wood_trade',
    '125.02,125.03',
    {
      nl: 'Zagerij en houthandel',
      en: 'Sawmill and wood trade',
      fr: 'Scierie et commerce du bois',
      de: 'Sägewerk und Holzhandel',
    },
    { nl: 'hout,planken,parket', en: 'wood,timber,planks', fr: 'bois,planches,parquet', de: 'holz,bretter,parkett' },
  ),
  sector(
    'forestry',
    '125.01',
    { nl: 'Bosbouw', en: 'Forestry', fr: 'Sylviculture', de: 'Forstwirtschaft' },
    {
      nl: 'bos,bomen,houthakker',
      en: 'forest,trees,logging',
      fr: 'forêt,arbres,bûcheron',
      de: 'wald,bäume,holzfäller',
    },
  ),
  sector(
    'garage',
    '112',
    { nl: 'Garage', en: 'Garage', fr: 'Garage', de: 'Autowerkstatt' },
    {
      nl: 'autohandel,mecanicien,auto’s,banden,vrachtwagengarage,fietsen',
      en: 'car dealer,mechanic,tyres,cars,bicycles',
      fr: 'mécanicien,voitures,pneus,vélos',
      de: 'mechaniker,autohandel,reifen,fahrräder',
    },
  ),
  sector(
    'coachwork',
    '149.02',
    { nl: 'Carrosserie', en: 'Coachwork', fr: 'Carrosserie', de: 'Karosserie' },
    {
      nl: 'koetswerk,autoschade,spuiter,uitdeuken',
      en: 'bodywork,car damage,paint shop',
      fr: 'tôlerie,débosselage',
      de: 'lackierer,blech,unfallschaden',
    },
  ),
  sector(
    'metal_trade',
    '149.04',
    {
      nl: 'Handel in metaal en machines',
      en: 'Trade in metal and machines',
      fr: 'Commerce de métal et de machines',
      de: 'Handel mit Metall und Maschinen',
    },
    {
      nl: 'landbouwmachines,ijzerhandel,verhuur machines,gereedschap',
      en: 'farm machinery,hardware,tools,machine hire',
      fr: 'machines agricoles,quincaillerie,outillage',
      de: 'landmaschinen,eisenwaren,werkzeug',
    },
  ),
  sector(
    'recycling',
    '142.01',
    {
      nl: 'Oud metaal en recyclage',
      en: 'Scrap metal and recycling',
      fr: 'Ferraille et recyclage',
      de: 'Schrott und Recycling',
    },
    {
      nl: 'schroot,recyclage,autosloop',
      en: 'scrap,recycling',
      fr: 'ferrailleur,mitraille,casse automobile',
      de: 'altmetall,schrotthandel',
    },
  ),
  sector(
    'farming',
    '144',
    { nl: 'Landbouw', en: 'Farming', fr: 'Agriculture', de: 'Landwirtschaft' },
    {
      nl: 'boer,boerderij,melkvee,veeteelt,akkerbouw',
      en: 'farmer,farm,dairy,cattle',
      fr: 'fermier,ferme,élevage',
      de: 'bauer,hof,vieh',
    },
  ),
  sector(
    'horticulture',
    '145',
    {
      nl: 'Tuinbouw en tuinaanleg',
      en: 'Horticulture and gardens',
      fr: 'Horticulture et jardins',
      de: 'Gartenbau und Gärten',
    },
    {
      nl: 'tuinaannemer,tuinier,bloemkweker,serre,boomkwekerij,fruit,groenvoorziening',
      en: 'gardener,greenhouse,nursery,fruit',
      fr: 'jardinier,serre,pépinière,fruits',
      de: 'gärtner,gewächshaus,baumschule,obst',
    },
  ),
];
