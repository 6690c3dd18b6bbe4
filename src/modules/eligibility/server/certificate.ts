import { config } from '#platform/server/config.ts';
import { textFor } from '#platform/text/index.ts';
import { formatMoment, formatNumber } from '#platform/text/formats.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { dayInBrussels } from '#shared/dates.ts';
import { dayText } from '#shared/dayText.ts';
import { formatEuro } from '#shared/hours.ts';
import type { Locale, Localised } from '#shared/localised.ts';
import type { CertificateDocument } from '../documents/certificate.ts';
import { certificateTexts } from '../documents/text/index.ts';
import { figureKeys, type FigureKey } from '../rules/provenance.ts';
import type { AccountingPeriod } from '../rules/facts.ts';
import { validityOf } from '../rules/validity.ts';
import { eligibilityTexts, reasonText } from '../text/index.ts';
import { sourcesOf } from './reasonSources.ts';
import type { FrozenDecision } from './store.ts';

/** What a certificate says beside the decision itself. */
export interface Certified {
  readonly frozen: FrozenDecision;
  readonly enterprise: { readonly name: string; readonly number: string };
  readonly programme: Localised;
  readonly lots: readonly { readonly number: number; readonly name: Localised }[];
  /** Empty when nobody decided, as in an import. */
  readonly decidedBy: string;
  /** The moment at which a later decision came; undefined while this one counts. */
  readonly supersededAt: Date | undefined;
  /** Names of the evidence files by the id of their attachment; one that is gone has no name any more. */
  readonly fileNames: ReadonlyMap<string, string>;
}

/** So many figures stand on paper; a group of a thousand is read in the decision itself. */
const figuresOnPaper = 150;

/** A decision in the words of one language, ready to be set as a document. */
export function certificateOf(certified: Certified, locale: Locale): CertificateDocument {
  const { frozen, enterprise, supersededAt } = certified;
  const { decision, facts } = frozen;
  const t = textFor(certificateTexts, locale);
  const te = textFor(eligibilityTexts, locale);
  const day = (date: string) => dayText(date, locale);
  const figures = figuresOf(certified, locale);
  const sources = sourcesOf(frozen, locale);
  return {
    enterprise: enterprise.name,
    title: t(`title.${frozen.outcome}`, { enterprise: enterprise.name }),
    lead: t(`lead.${frozen.outcome}`),
    outcome: frozen.outcome,
    superseded: supersededAt ? t('superseded.text', { day: formatMoment(supersededAt, locale) }) : null,
    facts: factsOf(certified, locale),
    conditions: decision.conditions.map(({ condition, holds }) => ({
      words: te(`condition.${condition}`),
      holds,
      result: te(`holds.${holds}`),
    })),
    reasons: decision.reasons.map((reason) => ({
      text: reasonText(reason, locale),
      source: sources[reason.code]!,
    })),
    figures: figures.slice(0, figuresOnPaper),
    moreFigures: figures.length > figuresOnPaper ? t('figures.more', { count: figures.length - figuresOnPaper }) : '',
    aid: (facts.declaredAid ?? []).map(({ grantor, date, regulation, amountCents }) => ({
      grantor: grantor ?? '–',
      date: date ? day(date) : '–',
      regulation: regulation ?? te('regulation.general'),
      amount: amountCents === undefined ? '–' : formatEuro(amountCents, locale),
    })),
    aidNote: !facts.declaredAid
      ? t('aid.unknown')
      : facts.declaredAid.length === 0
        ? t('aid.none')
        : t('aid.source', { day: day(facts.date) }),
    files: (facts.provenance?.files ?? []).map(({ attachment, kind, sha256 }) => ({
      name: certified.fileNames.get(attachment) ?? '–',
      kind: te(`evidence.${kind}`),
      sha256,
    })),
    check: {
      code: frozen.checkCode,
      address: `${config().publicUrl}/check/${frozen.checkCode}`,
      seal: frozen.seal,
      hash: frozen.hash,
    },
    createdAt: frozen.decidedAt,
  };
}

function factsOf(
  { frozen, enterprise, programme, lots, decidedBy }: Certified,
  locale: Locale,
): CertificateDocument['facts'] {
  const { decision, facts } = frozen;
  const t = textFor(certificateTexts, locale);
  const te = textFor(eligibilityTexts, locale);
  const lot = lots.find(({ number }) => number === decision.lot.lot);
  const aid = decision.deMinimis;
  const validity = validityOf(facts, decision);
  const rows: CertificateDocument['facts'] = [
    [t('fact.enterprise'), enterprise.name],
    [t('fact.number'), formatEnterpriseNumber(enterprise.number)],
    [t('fact.programme'), programme[locale]],
    [t('fact.lot'), lot ? `${lot.number}: ${lot.name[locale]}` : ''],
    [t('fact.size'), decision.smeClass ? te(`class.${decision.smeClass}`) : ''],
    [t('fact.room'), aid ? formatEuro(aid.roomCents, locale) : ''],
    [t('fact.grant'), aid?.grantCents === undefined ? '' : formatEuro(aid.grantCents, locale)],
    [t('fact.decidedOn'), formatMoment(frozen.decidedAt, locale)],
    [t('fact.decidedBy'), decidedBy],
    [
      t('fact.validUntil'),
      validity.until === undefined || !validity.endedBy
        ? t('valid.none')
        : t(`valid.${validity.endedBy}`, { day: dayText(validity.until, locale) }),
    ],
    [t('fact.rules'), frozen.ruleVersion],
    [t('fact.whyAgain'), frozen.whyAgain ?? ''],
  ];
  return rows.filter(([, value]) => value !== '');
}

const figureWords = { headcount: 'headcount', turnoverCents: 'turnover', balanceCents: 'balance' } as const;

/** Every figure on a line of its own, the newest year of the enterprise itself first, with where it comes from. */
function figuresOf({ frozen: { facts } }: Certified, locale: Locale): CertificateDocument['figures'] {
  const t = textFor(certificateTexts, locale);
  const day = (date: string) => dayText(date, locale);
  const sources = facts.provenance?.figures ?? [];
  const written = (key: FigureKey, value: number) =>
    key === 'headcount' ? formatNumber(value, locale) : formatEuro(value, locale);
  const lines = (who: string, own: boolean, period: AccountingPeriod, estimate: boolean) =>
    figureKeys.flatMap((key) => {
      const value = period[key];
      if (value === undefined) return [];
      const source = own ? sources.find(({ year, figure }) => year === period.year && figure === key) : undefined;
      const said = source ? t(`source.${source.from}`, { day: day(source.on) }) : undefined;
      return {
        who: estimate ? `${who}, ${t('figures.estimate')}` : `${who}, ${period.year}`,
        figure: t(`figure.${figureWords[key]}`),
        value: written(key, value),
        source: said ?? t(estimate ? 'source.estimate' : 'source.typed', { day: day(facts.date) }),
      };
    });
  const { group } = facts;
  if (!group) {
    const estimate = facts.newEnterpriseEstimate;
    return [
      ...newestFirst(facts.periods).flatMap((period) => lines(t('figures.own'), true, period, false)),
      ...(estimate && facts.periods.length === 0
        ? lines(t('figures.own'), true, { ...estimate, year: Number(facts.date.slice(0, 4)) }, true)
        : []),
    ];
  }
  const members = Object.entries(group.enterprises).sort(
    ([one], [other]) => Number(other === group.subject) - Number(one === group.subject),
  );
  return members.flatMap(([id, { name, periods = [] }]) =>
    newestFirst(periods).flatMap((period) =>
      lines(
        id === group.subject ? t('figures.own') : (name ?? id),
        id === group.subject,
        period,
        period.estimate ?? false,
      ),
    ),
  );
}

const newestFirst = <Period extends AccountingPeriod>(periods: readonly Period[]): readonly Period[] =>
  [...periods].sort((one, other) => other.year - one.year);

/** The name under which the file is saved. */
export const certificateName = ({ enterprise, frozen }: Certified, locale: Locale): string =>
  `${textFor(certificateTexts, locale)('kind')} ${enterprise.name} ${dayInBrussels(frozen.decidedAt)}.pdf`;
