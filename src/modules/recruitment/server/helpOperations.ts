import { findScan } from '#modules/maturity/index.server.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { factsFromRegister } from '#modules/register/index.server.ts';
import { readProgramme, type Programme } from '#modules/programmes/index.server.ts';
import { notFound } from '#platform/server/errors.ts';
import { issuesOf } from '#platform/server/issues.ts';
import { nothing, query } from '#platform/server/operation.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import { translate } from '#platform/server/translate.ts';
import type { z } from 'zod';
import { addDays } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import { aboutFields, HelpInput, noSector, ThanksInput, type HelpTyped } from '../requestInputs.ts';
import { findSector, type SectorAnswer } from '../rules/findSector.ts';
import { placeRequest, type RequestPlace } from '../rules/placeRequest.ts';
import type { AboutField, HelpView, ThanksView } from '../rules/views.ts';
import '../text/index.ts';

/**
 * The page «help me further». The first half asks only what says who can help; the second asks for a person, and names the fund
 * that will get it. Between the two nothing is kept: what was typed stands in the address.
 */
export const readHelp = query({
  name: 'recruitment.readHelp',
  input: HelpInput,
  on: nothing,
  needs: {
    public: 'anybody may look up who helps an enterprise of their sector; whether it is known here plays no part',
    sees: 'secret',
  },
  example: () => ({ asked: true, number: '0190090009', words: 'bakkerij', workers: '14', municipality: '9140 Temse' }),
  async run({ db, input, actor }): Promise<HelpView> {
    const programme = await readProgramme(db);
    if (!programme) throw notFound();
    const { locale } = actor;
    const scan = input.secret ? await findScan(db, hashSecret(input.secret)) : undefined;
    const known = { ...input, workers: input.asked ? input.workers : String(scan?.workers ?? '') };
    const shown = input.asked ? answer(programme, known, locale) : opened(known);
    const parsed = shown.step === 'contact' ? aboutFields.number.safeParse(known.number) : undefined;
    const [registered] = parsed?.success ? await factsFromRegister(db, [parsed.data], locale) : [];
    return {
      ...shown,
      sectorNames: programme.definition.sectors
        .map((sector) => sector.name[locale])
        .sort(new Intl.Collator(locale).compare),
      scan: scan && input.secret ? { secret: input.secret, enterpriseName: scan.name } : null,
      registeredName: registered?.name ?? null,
    };
  },
});

type Answer = Omit<HelpView, 'sectorNames' | 'scan' | 'registeredName'>;

function opened(typed: HelpTyped): Answer {
  return {
    step: 'about',
    about: { ...typed, organisationKind: typed.organisationKind || 'enterprise' },
    errors: {},
    elsewhere: null,
    sectorChoices: [],
    lotChoices: [],
    summary: { number: '', sector: null, fund: null },
    notes: [],
  };
}

function answer(programme: Programme, typed: HelpTyped, locale: Locale): Answer {
  const errors: Partial<Record<AboutField, string>> = {};
  const read = <Schema extends z.ZodType>(field: AboutField, schema: Schema): z.output<Schema> | null => {
    const parsed = schema.safeParse(typed[field]);
    if (parsed.success) return (parsed.data ?? null) as z.output<Schema> | null;
    const [issue] = issuesOf(parsed.error, typed[field]).issues;
    errors[field] = translate(issue!.textKey, locale, issue!.parameters);
    return null;
  };
  const number = read('number', aboutFields.number);
  const kind = read('organisationKind', aboutFields.organisationKind) ?? 'enterprise';
  const careKind = read('careKind', aboutFields.careKind);
  const workers = read('workers', aboutFields.workers);
  const municipality = read('municipality', aboutFields.municipality);

  const sector = kind === 'local_authority' ? null : readSector(programme, typed, locale);
  const isAuthority = kind === 'local_authority' || (sector?.kind === 'found' && sector.sector.localAuthority === true);
  const clear = sector === null || sector.kind === 'found' || sector.kind === 'unlisted';
  if (!clear) errors[sector.kind === 'none' ? 'words' : 'sector'] = sectorProblem(sector, typed, locale);

  const found = sector?.kind === 'found' ? sector.sector : null;
  const place = placeRequest(programme.definition, {
    organisationKind: isAuthority ? 'local_authority' : kind,
    careKind: isAuthority ? (careKind ?? null) : null,
    sector: found,
    chosenLot: Number(typed.lot) || null,
    workers,
    municipality: municipality ?? '',
    knownEnterprise: false,
  });
  for (const way of place.assessment.ways) {
    if (way.kind !== 'choose' && way.kind !== 'correct') continue;
    if (way.field !== '' && way.field !== 'sector')
      errors[way.field] ??= translate(`recruitment:${way.key}`, locale, way.params);
  }
  const of = (wanted: 'elsewhere' | 'note') =>
    place.assessment.ways
      // That requests of one enterprise come together is said after sending.
      .filter(({ kind: one, key }) => one === wanted && key !== 'way.sameEnterprise')
      .map(({ key, params }) => translate(`recruitment:${key}`, locale, params));
  const elsewhere = of('elsewhere');
  const ready = Object.keys(errors).length === 0 && elsewhere.length === 0 && !typed.change;
  return {
    step: ready ? 'contact' : 'about',
    about: {
      ...typed,
      organisationKind: isAuthority ? 'local_authority' : kind,
      sector: found?.id ?? (sector?.kind === 'unlisted' ? noSector : ''),
    },
    errors: typed.change ? {} : errors,
    elsewhere: elsewhere.length > 0 && !typed.change ? { reasons: elsewhere, fund: place.askFund?.name ?? null } : null,
    sectorChoices: choicesOf(programme, sector, typed, locale),
    lotChoices: place.options.length > 1 ? lotChoices(programme, place, locale) : [],
    summary: {
      number: number ? formatEnterpriseNumber(number) : '',
      sector: found?.name[locale] ?? null,
      fund: place.choice?.fund.name ?? null,
    },
    notes: [...fundNote(place, locale), ...of('note')],
  };
}

type SectorReading = SectorAnswer | { readonly kind: 'unlisted' };

function readSector(programme: Programme, typed: HelpTyped, locale: Locale): SectorReading {
  const { sectors } = programme.definition;
  const chosen = typed.words === typed.wordsBefore ? typed.sector : '';
  if (chosen === noSector) return { kind: 'unlisted' };
  const sector = sectors.find(({ id }) => id === chosen);
  return sector ? { kind: 'found', sector } : findSector(sectors, typed.words, locale);
}

function sectorProblem(sector: SectorReading, typed: HelpTyped, locale: Locale): string {
  if (sector.kind === 'choose') return translate('recruitment:help.sectorChoose', locale);
  return typed.words.trim() === '' ? translate('error.required', locale) : translate('programmes:sector.none', locale);
}

function choicesOf(programme: Programme, sector: SectorReading | null, typed: HelpTyped, locale: Locale) {
  const name = ({ id, name: names }: { id: string; name: Record<Locale, string> }) => ({ id, name: names[locale] });
  if (sector?.kind === 'choose') return sector.sectors.map(name);
  if (sector?.kind === 'unlisted' || (sector?.kind === 'none' && typed.words.trim() !== ''))
    return [...programme.definition.sectors]
      .map(name)
      .sort((a, b) => new Intl.Collator(locale).compare(a.name, b.name));
  return [];
}

function lotChoices(programme: Programme, place: RequestPlace, locale: Locale) {
  const nameOf = (number: string) =>
    programme.definition.jointCommittees.find((committee) => committee.number === number)?.name[locale] ?? '';
  return place.options.map(({ lot, committees, choice }) => ({
    lot,
    fund: choice.fund.name,
    name: committees
      .map((number) => translate('programmes:committee.full', locale, { number, name: nameOf(number) }))
      .join(', '),
  }));
}

/** Why another fund than their own: it is not active, or there is none. */
function fundNote({ choice }: RequestPlace, locale: Locale): string[] {
  const fund = choice?.fund.name ?? '';
  if (choice?.because === 'inactive')
    return [translate('programmes:route.inactive', locale, { fund, insteadOf: choice.insteadOf?.name ?? '' })];
  return choice?.because === 'noFund' ? [translate('programmes:route.noFund', locale, { fund })] : [];
}

/** The page after sending: who calls and by when. It reads only what the address says, so it is the same for everybody. */
export const readThanks = query({
  name: 'recruitment.readThanks',
  input: ThanksInput,
  on: nothing,
  needs: { public: 'the page after a request names a fund and a day, nothing of the request', sees: 'nothing' },
  example: () => ({}),
  async run({ db, input, today }): Promise<ThanksView> {
    const programme = await readProgramme(db);
    const fund = programme?.providers.find(({ code }) => code === input.fund)?.name ?? null;
    const near = input.by !== undefined && input.by >= addDays(today, -3) && input.by <= addDays(today, 14);
    return { fund, by: near ? input.by! : null };
  },
});
