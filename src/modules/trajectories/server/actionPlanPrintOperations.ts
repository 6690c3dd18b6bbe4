import { z } from 'zod';
import { codeLabel } from '#modules/programmes/index.ts';
import { standingOf } from '#modules/signatures/index.ts';
import { isIntact, readConfirmations, type ConfirmationRow } from '#modules/signatures/index.server.ts';
import { config } from '#platform/server/config.ts';
import type { Download } from '#platform/server/door.ts';
import { notFound, notNow } from '#platform/server/errors.ts';
import { nothing, query, type Context } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { textFor } from '#platform/text/index.ts';
import { formatMoment } from '#platform/text/formats.ts';
import { dayInBrussels } from '#shared/dates.ts';
import { dayText } from '#shared/dayText.ts';
import { formatEuro, formatHours } from '#shared/hours.ts';
import type { Locale } from '#shared/localised.ts';
import { renderActionPlan, type ActionPlanDocument } from '../documents/actionPlan.ts';
import { TrajectoryInput } from '../inputs.ts';
import type { AgreedGoal } from '../rules/actionPlan.ts';
import type { ActionPlanWords, ConfirmingParty } from '../rules/actionPlanView.ts';
import { texts } from '../text/index.ts';
import { linkedDocument } from './actionPlanConfirmOperations.ts';
import { readActionPlanRow, readEnterpriseReceivers } from './actionPlanStore.ts';
import { readActionPlanDocument, wordsOf, type ActionPlanDocumentRow } from './actionPlanWords.ts';
import { listFollowUps } from './followUpStore.ts';
import { trajectoryHandle, type TrajectoryHandle } from './handle.ts';
import { readPrintedFacts } from './printedFacts.ts';
import { listSessions } from './sessionStore.ts';

type Work = Pick<Context<unknown>, 'db' | 'beyond'>;

/** The action plan as tagged PDF in the enterprise's language: with its seal, or saying that it is a draft. */
export const printActionPlan = query({
  name: 'trajectories.printActionPlan',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, beyond }): Promise<Download> {
    const file = await printedActionPlan({ db, beyond }, trajectory);
    if (!file) throw notFound();
    return file;
  },
});

/** The action plan as a file; undefined while there is none. */
export async function printedActionPlan(work: Work, trajectory: TrajectoryHandle): Promise<Download | undefined> {
  const { db, beyond } = work;
  const row = await readActionPlanRow(db, trajectory.id);
  if (!row) return undefined;
  const document = row.document === null ? undefined : await readActionPlanDocument(db, trajectory.id, row.document);
  const words = document?.content ?? (await beyond(facts, () => wordsOf(db, trajectory, row.content)));
  return printed(work, trajectory, words, document, row.version, document?.madeAt ?? row.changedAt);
}

/** The same for who holds the link to it. */
export const printActionPlanByLink = query({
  name: 'trajectories.printActionPlanByLink',
  input: z.object({}),
  on: nothing,
  needs: 'trajectory.confirm',
  example: () => ({}),
  async run({ db, actor, beyond }): Promise<Download> {
    const { document, trajectory } = await linkedDocument(db, actor);
    if (document.voidAt !== null) throw notFound();
    const row = await readActionPlanRow(db, trajectory.id);
    return printed({ db, beyond }, trajectory, document.content, document, row?.version ?? 1, document.madeAt);
  },
});

const facts = 'the facts of the enterprise stand at the top of its own plan; who opens that may read them';

async function printed(
  work: Work,
  trajectory: TrajectoryHandle,
  words: ActionPlanWords,
  document: ActionPlanDocumentRow | undefined,
  version: number,
  createdAt: Date,
): Promise<Download> {
  const { db, beyond } = work;
  // A seal is not printed under words that it does not cover.
  if (document && !isIntact(document)) throw notNow('trajectories:confirm.damaged');
  const locale = trajectory.enterpriseLocale;
  const t = textFor(texts, locale);
  const { actionPlan, support } = words;
  const days = (await listSessions(db, trajectory.id)).map(({ on }) => on).sort();
  const period = { start: trajectory.startedOn, end: days.at(-1) ?? trajectory.startedOn };
  const moments = document?.sealedAt ? await listFollowUps(db, trajectory.id) : [];
  const bytes = await renderActionPlan(
    {
      facts: {
        ...(await beyond(facts, () => readPrintedFacts(db, trajectory, locale, { period, version: `${version}` }))),
        enterprise: words.enterprise.name,
      },
      title: t('actionPlan.print.title'),
      lead: supportLine(support, locale),
      goals: actionPlan.goals.map((goal, at) => printedGoal(goal, at, locale)),
      practices: actionPlan.practices.map(({ what, embedding, owner, since }) => ({
        practice: what,
        anchored: [
          embedding === '' ? '' : codeLabel('embeddings', embedding, locale),
          since === null ? '' : t('actionPlan.print.since', { day: dayText(since, locale) }),
        ]
          .filter((part) => part !== '')
          .join('\n'),
        caretaker: owner,
      })),
      steps: actionPlan.next.map(({ what, owner, on }) => ({
        what,
        owner,
        until: on === null ? '' : dayText(on, locale),
      })),
      embedding: actionPlan.embedding.split(/\n+/u).filter((line) => line !== ''),
      followUp: moments.map(({ months, due }) => ({
        moment: t('followUp.after', { months }),
        date: dayText(due, locale),
        how: t('followUp.how'),
      })),
      confirmations: await printedSides(work, trajectory, words, document, locale),
      seal: document?.sealedAt
        ? {
            hash: document.hash,
            checkCode: document.checkCode,
            verifyAt: `${config().publicUrl}/check/${document.checkCode}`,
            sealedOn: dayText(dayInBrussels(document.sealedAt), locale),
          }
        : null,
      createdAt,
    },
    locale,
  );
  return { name: `${t('actionPlan.title')} ${words.enterprise.name}.pdf`, mediaType: 'application/pdf', bytes };
}

function supportLine({ hours, amountCents }: ActionPlanWords['support'], locale: Locale): string {
  const t = textFor(texts, locale);
  const support =
    amountCents === null
      ? t('actionPlan.supportHours', { hours: formatHours(hours, locale) })
      : t('actionPlan.supportWorth', { hours: formatHours(hours, locale), amount: formatEuro(amountCents, locale) });
  return `${t('actionPlan.lead')} ${support}`;
}

function printedGoal(goal: AgreedGoal, at: number, locale: Locale): ActionPlanDocument['goals'][number] {
  const reason = goal.reason === '' ? '' : codeLabel('outcomeReasons', goal.reason, locale);
  return {
    number: `${at + 1}`,
    title: goal.title,
    agreed: goal.agreed,
    done: goal.result,
    result: goal.outcome === '' || goal.outcome === 'not_done' ? 'open' : goal.outcome,
    why: [reason, goal.why].filter((part) => part !== '').join('\n'),
  };
}

/** Both sides with the name of who said yes, or of who is asked to. */
async function printedSides(
  { db, beyond }: Work,
  trajectory: TrajectoryHandle,
  words: ActionPlanWords,
  document: ActionPlanDocumentRow | undefined,
  locale: Locale,
): Promise<ActionPlanDocument['confirmations']> {
  const t = textFor(texts, locale);
  const given = document ? await readConfirmations(db, document.id) : [];
  const counted = document ? standingOf(document.hash, given).confirmed : [];
  const yesOf = (party: ConfirmingParty): ConfirmationRow | undefined =>
    counted.includes(party) ? given.find((one) => one.party === party) : undefined;
  const [asked] = await beyond(facts, () =>
    readEnterpriseReceivers(db, { enterprise: trajectory.enterprise, trajectory: trajectory.id }),
  );
  const ids = { enterprise: yesOf('enterprise')?.person ?? asked, guide: yesOf('guide')?.person ?? words.guides[0] };
  const people = await readPeople(
    db,
    Object.values(ids).filter((id) => id !== undefined),
  );
  return (['enterprise', 'guide'] as const).map((party) => {
    const yes = yesOf(party);
    const id = ids[party];
    return {
      side: t(`confirm.side.${party}`),
      name: (id && people.get(id)?.name) || '—',
      role: party === 'enterprise' ? words.enterprise.name : t('confirm.onBehalfOf', { provider: words.provider }),
      confirmed: yes ? t('confirm.confirmedAt', { moment: formatMoment(yes.at, locale) }) : null,
    };
  });
}
