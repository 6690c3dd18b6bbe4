import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/canonicalJson.ts';
import { checkCodeOf } from '../../../src/modules/signatures/rules/checkCode.ts';
import type { Frozen, Recording, Row } from './recording.ts';

/** What differs between copies of one case. */
export interface Copy {
  /** Days by which everything lies earlier. */
  readonly earlier: number;
  readonly name: string;
  readonly number: string;
  readonly municipality: string;
  readonly contact: { readonly id: string; readonly name: string };
  readonly consultant: string;
  readonly member: string;
  /** Gives the id with a place in the order of the case. */
  readonly id: (ordinal: number) => string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const days = new Map<number, string>();
function dayText(day: number): string {
  let text = days.get(day);
  if (text === undefined) days.set(day, (text = new Date(day * 86_400_000).toISOString().slice(0, 10)));
  return text;
}

function render({ literals, slots }: Row, values: readonly string[]): string {
  let text = literals[0]!;
  for (let at = 0; at < slots.length; at++) text += values[slots[at]!]! + literals[at + 1]!;
  return text;
}

/** What the module itself would compute over a decision or a document that says this: see hashOfDecision and makeDocument. */
function hashOf({ table, covered }: Frozen, values: readonly string[]): string {
  const text = (column: string) => render(covered[column]!, values);
  if (table === 'eligibility_decisions')
    return sha256(canonicalJson({ facts: JSON.parse(text('facts')), decision: JSON.parse(text('decision')) }));
  return sha256(
    canonicalJson({
      trajectory: text('trajectory_id'),
      kind: text('kind'),
      madeAt: new Date(text('made_at')).toISOString(),
      content: JSON.parse(text('content')),
    }),
  );
}

/** The rows of a copy, table by table, each a line for COPY. */
export function copyOf(recording: Recording, copy: Copy, add: (table: string, line: string) => void): void {
  const { slots, frozen, tables } = recording;
  const values: string[] = Array.from({ length: slots.length }, () => '');
  slots.forEach((slot, at) => {
    switch (slot.kind) {
      case 'id':
        values[at] = copy.id(slot.ordinal);
        break;
      case 'day':
        values[at] = dayText(slot.day - copy.earlier);
        break;
      case 'contact':
        values[at] = copy.contact.id;
        break;
      case 'contactName':
        values[at] = copy.contact.name;
        break;
      case 'secret':
        values[at] = sha256(`${slot.token} ${copy.number}`);
        break;
      case 'consultant':
      case 'member':
      case 'name':
      case 'number':
      case 'municipality':
        values[at] = copy[slot.kind];
        break;
      default:
    }
  });
  // A document tells the hash of the decision under it, so they are filled in one after another.
  frozen.forEach((thing, index) => {
    const hash = hashOf(thing, values);
    slots.forEach((slot, at) => {
      if (slot.kind === 'hash' && slot.frozen === index) values[at] = hash;
      if (slot.kind === 'code' && slot.frozen === index) values[at] = checkCodeOf(hash);
    });
  });
  for (const [table, rows] of tables) for (const row of rows) add(table, render(row, values));
}
