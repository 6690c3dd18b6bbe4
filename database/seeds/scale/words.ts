import type { Random } from './random.ts';

/** Words of which invented names are made. No real organisation or person is meant. */
const kinds: Readonly<Record<number, readonly string[]>> = {
  1: ['Bouwwerken', 'Schrijnwerk', 'Elektro', 'Garage', 'Dakwerken', 'Houtatelier', 'Carrosserie', 'Installaties'],
  2: ['Metaalbouw', 'Drukkerij', 'Bakkerij', 'Weverij', 'Chemie', 'Verpakking', 'Brouwerij', 'Machinebouw'],
  3: ['Kantoor', 'Studio', 'Vastgoed', 'Theater', 'Notariaat', 'Productiehuis', 'Advies', 'Syndicus'],
  4: ['Woonzorg', 'Kinderopvang', 'Thuiszorg', 'Werkplaats', 'Zorghuis', 'Jeugdhuis', 'Dagcentrum', 'Zorgkoepel'],
  5: ['Winkel', 'Hotel', 'Restaurant', 'Mode', 'Transport', 'Schoonmaak', 'Tuinen', 'Kapsalon'],
};
const heads = 'Zandvonk,Wolfs,Elzen,Meersel,Kastel,Linden,Steenuil,Vonken,Wilgen,Berken,Heide,Kruisdoorn,Molen,Ruis,Duinroos,Eiken,Hazel,Klaver,Leeuwerik,Merel,Noorder,Ooster,Populieren,Riet,Schapen,Tarwe,Vlas,Wester,Zilver,Zonne,Varen,Hoeve,Krekel,Beuken,Distel,Ganzen'.split(','); // prettier-ignore
const tails = 'wiel,dreef,burcht,vliet,oever,stede,gaard,wende,schoor,veste,poort,donk,akker,straete,tuin,weelde,wal,zicht,kreek,kamp'.split(','); // prettier-ignore
const firstNames = 'Aïcha,Alex,An,Arne,Bart,Bea,Ben,Carla,Dieter,Dina,Elif,Els,Emre,Eva,Fien,Filip,Gert,Hilde,Ilse,Imane,Jan,Joke,Karel,Katrien,Kevin,Lars,Leen,Lien,Maarten,Mehmet,Mia,Mohamed,Nadia,Nele,Niels,Olga,Peter,Rik,Rita,Said,Sara,Sven,Tine,Tom,Ulrike,Veerle,Wout,Yasmina,Zoë'.split(','); // prettier-ignore

const low = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);

/** A place that no map shows. */
export const placeName = (random: Random): string => random.pick(heads) + random.pick(tails);

/** «Schrijnwerk Elzendonk»: fits the sectors of a lot. */
export const enterpriseName = (random: Random, lot: number): string =>
  `${random.pick(kinds[lot]!)} ${placeName(random)}`;

/** «Nadia Vonklaar»; without a quote or a backslash, so that it may stand in JSON as it is. */
export const personName = (random: Random): string => `${random.pick(firstNames)} ${placeName(random)}`;

/** The part of an address before the @, from a name and a number that makes it the only one. */
export const mailbox = (name: string, sequence: number): string =>
  `${low(name)
    .normalize('NFD')
    .replace(/[^A-Za-z]+/g, '.')
    .toLowerCase()}.${sequence}`;
