import { fieldId } from '#ui/fields.ts';
import { emptyEntry, emptyPeriod, type GroupForm, type HoldingForm } from './groupForm.ts';

/**
 * What a button of the drawing or the table asks for, as its value: `holder:B` adds a holder of B, `held:B` an enterprise
 * that B holds, `holding:B:C` a holding of B in C, `remove:B` takes B out with its holdings, `drop:2` one holding, `year:B` adds
 * an older year, `event` a merger or split, `dropEvent:0` takes one out. Anything else changes nothing.
 */
export type GroupAct = string;

const emptyHolding = (holder: string, held: string): HoldingForm => ({
  holder,
  held,
  capital: '',
  votes: '',
  control: false,
  since: '',
  investedCents: '',
  unquoted: '',
});

/** The form after a button; pure, so that the page does the same with its script and without. */
export function afterAct(form: GroupForm, act: GroupAct, newestYear: number): GroupForm {
  const [what, one = '', other = ''] = act.split(':');
  const known = (id: string) => form.members.some((member) => member.id === id);
  switch (what) {
    case 'holder':
    case 'held': {
      if (!known(one)) return form;
      const id = freeId(form);
      const holding = what === 'holder' ? emptyHolding(id, one) : emptyHolding(one, id);
      return {
        ...form,
        members: [...form.members, emptyEntry(id, newestYear)],
        holdings: [...form.holdings, holding],
      };
    }
    case 'holding':
      return known(one) && known(other) && one !== other && !between(form, one, other)
        ? { ...form, holdings: [...form.holdings, emptyHolding(one, other)] }
        : form;
    case 'remove':
      return one === form.subject ? form : without(form, one);
    case 'drop':
      return { ...form, holdings: form.holdings.filter((_, at) => String(at) !== one) };
    case 'year':
      return {
        ...form,
        members: form.members.map((member) => {
          const years = member.periods.map(({ year }) => Number(year)).filter((year) => year > 0);
          const year = years.length > 0 ? Math.min(...years) - 1 : newestYear;
          return member.id === one ? { ...member, periods: [...member.periods, emptyPeriod(year)] } : member;
        }),
      };
    case 'event':
      return {
        ...form,
        events: [...form.events, { kind: 'merger', date: '', from: [''], into: [{ id: '', share: '' }] }],
      };
    case 'dropEvent':
      return { ...form, events: form.events.filter((_, at) => String(at) !== one) };
    default:
      return form;
  }
}

/**
 * The id of the field in which somebody goes on after a button: of a holding that came in its percentage in the drawing, of a year
 * its headcount, of an event what happened. Undefined when nothing came in.
 */
export function cameIn(before: GroupForm, after: GroupForm): string | undefined {
  if (after.holdings.length > before.holdings.length) return `drawn-${after.holdings.length - 1}`;
  if (after.events.length > before.events.length) return fieldId(`group.events.${after.events.length - 1}.kind`);
  const at = after.members.findIndex(
    ({ id, periods }) => periods.length > (before.members.find((one) => one.id === id)?.periods.length ?? 0),
  );
  const year = (after.members[at]?.periods.length ?? 0) - 1;
  return at < 0 ? undefined : fieldId(`group.members.${at}.periods.${year}.headcount`);
}

const between = (form: GroupForm, one: string, other: string) =>
  form.holdings.some(({ holder, held }) => holder === one && held === other);

/** Somebody gone, with every mention. */
function without(form: GroupForm, gone: string): GroupForm {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== gone);
  return {
    ...form,
    members: form.members
      .filter(({ id }) => id !== gone)
      .map((member) => ({
        ...member,
        linkedInvestors: others(member.linkedInvestors),
        periods: member.periods.map((period) => ({ ...period, consolidated: others(period.consolidated) })),
      })),
    holdings: form.holdings.filter(({ holder, held }) => holder !== gone && held !== gone),
    events: form.events
      .map((event) => ({
        ...event,
        from: others(event.from),
        into: event.into.filter(({ id }) => id !== gone),
      }))
      .filter(({ from, into }) => from.length > 0 && into.length > 0),
  };
}

/** The first letter that nobody has: B, C … Z, then E27, E28. The enterprise itself is A in nobody's drawing. */
function freeId({ members }: GroupForm): string {
  const taken = new Set(members.map(({ id }) => id));
  for (let at = 1; ; at++) {
    const id = at < 26 ? String.fromCharCode(65 + at) : `E${at + 1}`;
    if (!taken.has(id)) return id;
  }
}
