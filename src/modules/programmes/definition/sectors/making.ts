import type { Sector } from '../../rules/programmeDefinition.ts';
import { sector } from './sector.ts';

/** Making things. */
export const making: readonly Sector[] = [
  sector(
    'bakery',
    '118,220',
    { nl: 'Bakkerij', en: 'Bakery', fr: 'Boulangerie', de: 'Bäckerei' },
    {
      nl: 'bakker,brood,patisserie,banket,koekjes',
      en: 'baker,bread,pastry',
      fr: 'boulanger,pain,pâtisserie,pâtissier',
      de: 'bäcker,brot,konditorei',
    },
  ),
  sector(
    'butcher',
    '118,220',
    { nl: 'Slagerij en vlees', en: 'Butcher and meat', fr: 'Boucherie et viande', de: 'Metzgerei und Fleisch' },
    {
      nl: 'slager,beenhouwer,traiteur,vleeswaren,slachthuis',
      en: 'meat,slaughterhouse',
      fr: 'boucher,charcuterie,traiteur,abattoir',
      de: 'metzger,fleisch,schlachthof',
    },
  ),
  sector(
    'food_production',
    '118,220',
    {
      nl: 'Voeding en drank maken',
      en: 'Making food and drink',
      fr: 'Fabrication d’aliments et de boissons',
      de: 'Nahrungsmittel und Getränke herstellen',
    },
    {
      nl: 'voedingsbedrijf,brouwerij,bier,chocolade,zuivel,groenten,diepvries,frisdrank',
      en: 'food,brewery,beer,chocolate,dairy,frozen,drinks',
      fr: 'alimentation,brasserie,bière,chocolat,produits laitiers,surgelés',
      de: 'lebensmittel,brauerei,bier,schokolade,milch,tiefkühl',
    },
  ),
  sector(
    'chemistry',
    '116,207',
    { nl: 'Chemie en farma', en: 'Chemicals and pharma', fr: 'Chimie et pharmacie', de: 'Chemie und Pharma' },
    {
      nl: 'scheikunde,verf,geneesmiddelen,cosmetica,labo',
      en: 'chemistry,paint,medicines,cosmetics,laboratory',
      fr: 'chimique,peinture,médicaments,cosmétique,laboratoire',
      de: 'chemie,farbe,arzneimittel,kosmetik,labor',
    },
  ),
  sector(
    'plastics',
    '116,207',
    { nl: 'Kunststof en rubber', en: 'Plastics and rubber', fr: 'Plastique et caoutchouc', de: 'Kunststoff und Gummi' },
    {
      nl: 'plastic,plastiek,spuitgieten,verpakking',
      en: 'plastic,moulding,packaging',
      fr: 'plastique,emballage',
      de: 'plastik,spritzguss,verpackung',
    },
  ),
  sector(
    'metal',
    '111,209',
    { nl: 'Metaal en lassen', en: 'Metal and welding', fr: 'Métal et soudure', de: 'Metall und Schweißen' },
    {
      nl: 'metaalbewerking,lasser,staal,plooien,smid,constructie',
      en: 'metalworking,welder,steel,smith',
      fr: 'métallurgie,soudeur,acier,ferronnerie',
      de: 'metallbau,schweißer,stahl,schlosser',
    },
  ),
  sector(
    'machines',
    '111,209',
    { nl: 'Machines en techniek bouwen', en: 'Building machines', fr: 'Construction de machines', de: 'Maschinenbau' },
    {
      nl: 'machinebouw,werktuigen,automatisering,onderhoud,mechanica',
      en: 'engineering,automation,maintenance,mechanics',
      fr: 'mécanique,automatisation,maintenance',
      de: 'maschinen,automatisierung,wartung,mechanik',
    },
  ),
  sector(
    'textile',
    '120,214',
    { nl: 'Textiel', en: 'Textile', fr: 'Textile', de: 'Textil' },
    {
      nl: 'weverij,spinnerij,tapijt,breigoed,stoffen,vlas',
      en: 'weaving,carpet,knitwear,fabric,flax',
      fr: 'tissage,tapis,tricot,tissus,lin',
      de: 'weberei,teppich,strickwaren,stoffe,flachs',
    },
  ),
  sector(
    'printing',
    '130',
    {
      nl: 'Drukkerij en grafisch werk',
      en: 'Printing and graphic work',
      fr: 'Imprimerie et arts graphiques',
      de: 'Druckerei und Grafik',
    },
    {
      nl: 'drukker,zeefdruk,krant,lay-out,etiketten',
      en: 'printer,screen printing,newspaper,labels',
      fr: 'imprimeur,sérigraphie,journal,étiquettes',
      de: 'drucker,siebdruck,zeitung,etiketten',
    },
  ),
  sector(
    'paper',
    '136,222',
    { nl: 'Papier en karton', en: 'Paper and board', fr: 'Papier et carton', de: 'Papier und Karton' },
    {
      nl: 'dozen,kartonnage,papierfabriek',
      en: 'boxes,paper mill',
      fr: 'boîtes,cartonnage',
      de: 'schachteln,papierfabrik',
    },
  ),
  sector(
    'diamond',
    '324',
    { nl: 'Diamant', en: 'Diamond', fr: 'Diamant', de: 'Diamant' },
    {
      nl: 'slijperij,edelstenen',
      en: 'cutting,gems',
      fr: 'taillerie,pierres précieuses',
      de: 'schleiferei,edelsteine',
    },
  ),
  sector(
    'temp_work',
    '322',
    { nl: 'Uitzendbureau', en: 'Temporary work agency', fr: 'Agence d’intérim', de: 'Zeitarbeitsfirma' },
    {
      nl: 'interim,uitzendarbeid,interimkantoor,werving',
      en: 'interim,agency,staffing',
      fr: 'intérim,intérimaire',
      de: 'leiharbeit,interim',
    },
  ),
  sector(
    'jewellery',
    '149.03',
    { nl: 'Juwelen en goud', en: 'Jewellery and gold', fr: 'Bijoux et or', de: 'Schmuck und Gold' },
    {
      nl: 'juwelier,goudsmid,zilver,horloges',
      en: 'jeweller,goldsmith,watches',
      fr: 'bijoutier,orfèvre,montres',
      de: 'juwelier,goldschmied,uhren',
    },
  ),
];
