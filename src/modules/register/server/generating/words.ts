import type { Chance } from './chance.ts';

/** Words of which invented names are made. No real organisation or person is meant. */
const split = (words: string): readonly string[] => words.split(' ');
const heads = split('Braam Klaver Zilver Hazel Kruis Meers Linden Vonken Wilgen Berken Heide Molen Ruis Duin Eiken Leeuwer Merel Noorder Ooster Popel Riet Schapen Tarwe Vlas Wester Zonne Varen Hoeve Krekel Beuken Distel Ganzen Raven Kwartel Elzen Steen Kastel Zand Bosch Gaver Hommel Kerse Netel Pijl Slee Tortel Uilen Vijver Winde Zuring'); // prettier-ignore
const tails = split('veld donck maere winckel brecht gaard wiel dreef burcht vliet oever stede wende schoor veste poort akker straete weelde wal zicht kreek kamp lare rode ghem hout beke monde hoven'); // prettier-ignore
const syllables = split('no va ti lix re ma zo ra ku pe li do sa mi te xo fa ri ne lu bo ka vi ta go se my ro da ze ply qua tri vo na len dor mex tal fin pra sol bel cor'); // prettier-ignore
const firstNames = split('Aïcha Alex An Arne Bart Bea Ben Carla Dieter Dina Elif Els Emre Eva Fien Filip Gert Hilde Ilse Imane Jan Joke Karel Katrien Kevin Lars Leen Lien Maarten Mehmet Mia Mohamed Nadia Nele Niels Olga Peter Rik Rita Saïd Sara Sven Tine Tom Ulrike Veerle Wout Yasmina Zoë Amélie Benoît Chloé Étienne Hélène Noël'); // prettier-ignore
const dutchTrades = split('Bakkerij Slagerij Garage Schrijnwerkerij Drukkerij Brouwerij Kapsalon Apotheek Tuinen Dakwerken Bouwwerken Transport Schoonmaak Elektro Carrosserie Metaalbouw Advies Studio Hoeve Café Restaurant Hotel Woonzorg Kinderopvang Machines Verhuizingen Vastgoed Boekhandel Juwelen Textiel'); // prettier-ignore
const frenchTrades = split('Boulangerie Boucherie Menuiserie Imprimerie Brasserie Pharmacie Jardins Toitures Constructions Nettoyage Électricité Carrosserie Conseil Atelier Ferme Café Restaurant Hôtel Crèche Déménagements Immobilier Librairie Bijouterie'); // prettier-ignore
const endings = split('Consulting Projects Services Group Invest Solutions Design Management Logistics Engineering Trading Construct'); // prettier-ignore

/** Places with their postcode: real ones, since addresses are searched by them. */
export const places: readonly (readonly [zip: string, nl: string, fr: string])[] = [
  ['9000', 'Gent', 'Gand'],
  ['2000', 'Antwerpen', 'Anvers'],
  ['1000', 'Brussel', 'Bruxelles'],
  ['8000', 'Brugge', 'Bruges'],
  ['3000', 'Leuven', 'Louvain'],
  ['2800', 'Mechelen', 'Malines'],
  ['9300', 'Aalst', 'Alost'],
  ['8500', 'Kortrijk', 'Courtrai'],
  ['3500', 'Hasselt', 'Hasselt'],
  ['9100', 'Sint-Niklaas', 'Saint-Nicolas'],
  ['8400', 'Oostende', 'Ostende'],
  ['3600', 'Genk', 'Genk'],
  ['8800', 'Roeselare', 'Roulers'],
  ['2300', 'Turnhout', 'Turnhout'],
  ['9140', 'Temse', 'Tamise'],
  ['9200', 'Dendermonde', 'Termonde'],
  ['9700', 'Oudenaarde', 'Audenarde'],
  ['8900', 'Ieper', 'Ypres'],
  ['1500', 'Halle', 'Hal'],
  ['1800', 'Vilvoorde', 'Vilvorde'],
  ['3300', 'Tienen', 'Tirlemont'],
  ['3200', 'Aarschot', 'Aarschot'],
  ['2440', 'Geel', 'Geel'],
  ['2400', 'Mol', 'Mol'],
  ['9900', 'Eeklo', 'Eeklo'],
  ['8700', 'Tielt', 'Tielt'],
  ['9160', 'Lokeren', 'Lokeren'],
  ['3700', 'Tongeren', 'Tongres'],
  ['2500', 'Lier', 'Lierre'],
  ['8790', 'Waregem', 'Waregem'],
  ['4000', 'Luik', 'Liège'],
  ['5000', 'Namen', 'Namur'],
  ['6000', 'Charleroi', 'Charleroi'],
  ['7000', 'Bergen', 'Mons'],
  ['1300', 'Waver', 'Wavre'],
  ['4700', 'Eupen', 'Eupen'],
];
export const streets: readonly (readonly [nl: string, fr: string])[] = [
  ['Kerkstraat', "Rue de l'Église"],
  ['Stationsstraat', 'Rue de la Station'],
  ['Nieuwstraat', 'Rue Neuve'],
  ['Molenstraat', 'Rue du Moulin'],
  ['Dorpsstraat', 'Rue du Village'],
  ['Veldstraat', 'Rue des Champs'],
  ['Schoolstraat', "Rue de l'École"],
  ['Markt', 'Place du Marché'],
  ['Industrielaan', "Avenue de l'Industrie"],
  ['Beukendreef', 'Drève des Hêtres'],
];

const before = ['', '', '', 'Van ', 'De ', 'Van den '] as const;

/** «Van Braamdonck»: there are nine thousand of them. */
export const surname = (chance: Chance): string =>
  chance.pick(before) + chance.pick(heads) + chance.pick(tails) + (chance.happens(0.2) ? 's' : '');

export const personName = (chance: Chance): string => `${surname(chance)}, ${chance.pick(firstNames)}`;

function brand(chance: Chance): string {
  const word = Array.from({ length: 3 + chance.below(2) }, () => chance.pick(syllables)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** «Bakkerij Van Braamdonck», «Novatilix Consulting», «"De Linden" B.V.B.A.»: the ways in which names are written. */
export function enterpriseName(chance: Chance, french: boolean): string {
  const trade = chance.pick(french ? frenchTrades : dutchTrades);
  switch (chance.below(10)) {
    case 0:
    case 1:
    case 2:
      return `${trade} ${surname(chance)}`;
    case 3:
      return `${surname(chance)} ${trade.toLowerCase()}`;
    case 4:
    case 5:
      return brand(chance);
    case 6:
      return `${brand(chance)} ${chance.pick(endings)}`;
    case 7:
      return `${surname(chance)} & ${chance.happens(0.5) ? 'Zonen' : surname(chance)}`;
    case 8:
      return `"${french ? "L'" : "'t "}${chance.pick(heads)}${chance.pick(tails)}" ${french ? 'S.P.R.L.' : 'B.V.B.A.'}`;
    default:
      return `${brand(chance)} ${trade}`;
  }
}

export const shortName = (chance: Chance): string =>
  Array.from({ length: 3 }, () => String.fromCharCode(65 + chance.below(26))).join('');
