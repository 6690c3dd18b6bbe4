import type { LeadView } from '../rules/views.ts';
import { convertLead, declineLead, handOverLead, readLead, takeLead } from './operations.ts';
import { as, ask, at, leadRow, refusal, type World } from './world.testing.ts';

export type Who = keyof World['people'];

/** What people do with leads in the small world of these tests, in as few words as a claim can use. */
export function actsIn(planted: () => World) {
  const by = (who: Who) => as(planted().people[who]);
  const read = (who: Who, lead: string) => readLead.call(by(who), { lead }, at()) as Promise<LeadView>;
  const version = async (lead: string) => (await leadRow(lead)).version;
  const newLead = async (change = {}) => (await ask(change)).request;
  const take = async (who: Who, lead: string) => takeLead.call(by(who), { lead, version: await version(lead) }, at());
  const takenLead = async (change = {}) => {
    const lead = await newLead(change);
    await take('alimento', lead);
    return lead;
  };
  const handOver = async (who: Who, lead: string, to: string) =>
    handOverLead.call(
      by(who),
      { lead, version: await version(lead), providerId: planted().provider(to).id, words: 'Jullie kennen dit beter.' },
      at(),
    );
  const decline = async (lead: string, more: object = {}) =>
    declineLead.call(
      by('alimento'),
      { lead, version: await version(lead), reason: 'not_now', words: '', ...more },
      at(),
    );
  const convert = async (lead: string, who: Who = 'alimento') =>
    convertLead.call(by(who), { lead, version: await version(lead) }, at()) as Promise<{ trajectory: string }>;
  const because = async (work: Promise<unknown>) => {
    const { status, textKey } = await refusal(work);
    return `${status} ${textKey}`;
  };
  return { by, read, version, newLead, take, takenLead, handOver, decline, convert, because };
}
