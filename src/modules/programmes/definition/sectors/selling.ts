import type { Sector } from '../../rules/programmeDefinition.ts';
import { sector } from './sector.ts';

/** Shops, hospitality and personal care. */
export const selling: readonly Sector[] = [
  sector(
    'shop',
    '201',
    { nl: 'Winkel', en: 'Shop', fr: 'Magasin', de: 'Laden' },
    {
      nl: 'kledingwinkel,schoenen,boetiek,boekhandel,speelgoed,detailhandel,bloemen,fietsenwinkel',
      en: 'retail,clothes,shoes,books,toys,flowers',
      fr: 'commerce,vêtements,chaussures,librairie,jouets,fleurs',
      de: 'einzelhandel,kleidung,schuhe,bücher,spielzeug,blumen',
    },
  ),
  sector(
    'supermarket',
    '201,202.01,202',
    {
      nl: 'Supermarkt en voedingswinkel',
      en: 'Supermarket and food shop',
      fr: 'Supermarché et magasin d’alimentation',
      de: 'Supermarkt und Lebensmittelladen',
    },
    {
      nl: 'buurtwinkel,kruidenier,superette,buurtsuper,versmarkt',
      en: 'grocery,convenience store',
      fr: 'épicerie,supérette',
      de: 'lebensmittel,dorfladen',
    },
  ),
  sector(
    'department_store',
    '311,312',
    {
      nl: 'Warenhuis en grote winkelketen',
      en: 'Department store and large chain',
      fr: 'Grand magasin et chaîne',
      de: 'Warenhaus und große Kette',
    },
    {
      nl: 'grootwarenhuis,doe-het-zelf,tuincentrum keten',
      en: 'do-it-yourself,chain store',
      fr: 'grande surface,bricolage',
      de: 'baumarkt,handelskette',
    },
  ),
  sector(
    'pharmacy',
    '313',
    { nl: 'Apotheek', en: 'Pharmacy', fr: 'Pharmacie', de: 'Apotheke' },
    { nl: 'apotheker', en: 'chemist', fr: 'pharmacien', de: 'apotheker' },
  ),
  sector(
    'hospitality',
    '302',
    { nl: 'Horeca', en: 'Hotels, restaurants and cafés', fr: 'Horeca', de: 'Hotel und Gastronomie' },
    {
      nl: 'restaurant,café,hotel,frituur,catering,feestzaal,brasserie,koffiebar,kok',
      en: 'restaurant,bar,hotel,catering,cook',
      fr: 'restaurant,café,hôtel,friterie,traiteur,salle de fêtes',
      de: 'restaurant,kneipe,hotel,imbiss,koch',
    },
  ),
  sector(
    'hairdresser',
    '314',
    { nl: 'Kapper en schoonheid', en: 'Hairdresser and beauty', fr: 'Coiffure et beauté', de: 'Friseur und Kosmetik' },
    {
      nl: 'kapsalon,haar,nagels,schoonheidssalon,wellness,massage',
      en: 'hair,nails,beauty salon',
      fr: 'coiffeur,ongles,esthéticienne,institut',
      de: 'frisör,haare,nägel,schönheitssalon',
    },
  ),
  sector(
    'wholesale',
    '200,119',
    { nl: 'Groothandel', en: 'Wholesale', fr: 'Commerce de gros', de: 'Großhandel' },
    {
      nl: 'distributie,invoer,voedingsgroothandel',
      en: 'distribution,import',
      fr: 'grossiste,distribution',
      de: 'vertrieb,import',
    },
  ),
];
