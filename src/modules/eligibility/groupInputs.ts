import { z } from 'zod';
import {
  choice,
  decimal,
  euroCents,
  flag,
  list,
  maybe,
  percentage,
  plainDate,
  rowId,
  rowIds,
  text,
  wholeNumber,
} from '#shared/inputs.ts';
import { enterpriseNumber } from '#modules/enterprises/index.ts';
import { holderKinds } from './rules/group/groupFacts.ts';

/** Ticked, or nothing said: what was not ticked is not kept. */
export const ticked = () => flag().transform((is) => is || undefined);
const others = () => rowIds(1000).transform((ids) => (ids.length > 0 ? ids : undefined));

export const figures = {
  /** Annual work units. */
  headcount: maybe(decimal({ minimum: 0, maximum: 1e7 })),
  turnoverCents: maybe(euroCents({ minimum: 0, maximum: 1e14 })),
  balanceCents: maybe(euroCents({ minimum: 0, maximum: 1e14 })),
};

/** Amounts are euro: a program that says otherwise has to convert them first. */
export const euroOnly = { currency: maybe(z.literal('EUR', 'eligibility:error.currency')) };
export const withoutCurrency = <Row extends { readonly currency?: unknown }>({ currency: _euro, ...row }: Row) => row;

/**
 * Accounting periods. The year may come hidden in a form, so a row with only a year counts as empty. `consolidated` names the
 * entries of the group whose figures these accounts hold already.
 */
export const periods = () =>
  list(
    z
      .object({
        year: wholeNumber({ minimum: 1990, maximum: 2100 }),
        ...figures,
        ...euroOnly,
        consolidated: others(),
        estimate: ticked(),
      })
      .transform(withoutCurrency),
    10,
    ['year', 'consolidated', 'estimate'],
  );

/** Yes, no, or not asked yet; a form says it in words. */
export const yesNo = () =>
  maybe(
    z.preprocess(
      (value) => (value === 'yes' || value === 'on' ? true : value === 'no' || value === 'off' ? false : value),
      z.union([z.boolean(), z.stringbool()], 'error.choice'),
    ),
  );

const country = () =>
  text(2)
    .transform((typed) => typed.toUpperCase())
    .refine((typed) => /^[A-Z]{2}$/u.test(typed), 'eligibility:error.country');

/** One entry: an enterprise, a person, an investor or a public body. Of a person no name is kept. */
const member = z
  .object({
    /** Short name within this group, by which holdings and aid refer to it. */
    id: rowId(),
    kind: maybe(choice(holderKinds)),
    name: maybe(text(120)),
    /** Enterprise number: the aid of the single undertaking is found by it. */
    number: maybe(enterpriseNumber()),
    country: maybe(country()),
    adjacentMarket: yesNo(),
    linkedInvestors: others(),
    since: maybe(plainDate()),
    periods: periods(),
  })
  .transform(({ name, ...entry }) => (entry.kind === 'naturalPerson' ? entry : { ...entry, name }));

const holding = z.object({
  holder: rowId(),
  held: rowId(),
  capital: maybe(percentage()),
  votes: maybe(percentage()),
  control: ticked(),
  since: maybe(plainDate()),
  investedCents: maybe(euroCents()),
  unquoted: yesNo(),
});

const event = z.object({
  kind: choice(['merger', 'split']),
  date: plainDate(),
  from: rowIds().refine((ids) => ids.length > 0, 'error.required'),
  into: list(z.object({ id: rowId(), share: maybe(percentage()) }), 50, []).refine(
    (parts) => parts.length > 0,
    'error.required',
  ),
});

/**
 * Who owns whom around the enterprise. It is in it under the name `subject`, or another one that is named; its figures are
 * those of the case unless given here. Who names it says that the group is whole, also with nobody else in it.
 */
export const groupInput = () =>
  maybe(
    z.object({
      subject: maybe(rowId()),
      members: list(member, 1000, []),
      holdings: list(holding, 5000, []),
      events: list(event, 100, ['kind']),
    }),
  );

export type GroupDetails = NonNullable<z.output<ReturnType<typeof groupInput>>>;
