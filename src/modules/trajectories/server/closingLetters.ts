import type { Locale } from '#shared/localised.ts';
import type { Context, Effects } from '#platform/server/operation.ts';
import { config } from '#platform/server/config.ts';
import { readPeople } from '#platform/server/people.ts';
import { makeLink } from '#modules/access/index.server.ts';
import { readEnterpriseReceivers, readGuideIds } from './actionPlanStore.ts';
import type { TrajectoryHandle } from './handle.ts';

export const linkDays = 30;

type Work = Pick<Context<unknown>, 'db' | 'now' | 'beyond'> & { readonly effects: Effects };

interface Letter {
  readonly template: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** Gives each receiver a link of their own to a page behind `/c/`, for one document. */
  readonly linkTo?: { readonly document: string; readonly page: string };
  readonly secrets?: Readonly<Record<string, string>>;
}

/** People of the enterprise who can be written to: its main contacts and who leads it, those with an address. */
export function receiversOf(
  { db, beyond }: Pick<Work, 'db' | 'beyond'>,
  trajectory: TrajectoryHandle,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return beyond('a guide or a link sees the trajectory, not who holds which role at the enterprise', async () => {
    const ids = await readEnterpriseReceivers(db, { enterprise: trajectory.enterprise, trajectory: trajectory.id });
    const people = await readPeople(db, ids);
    return [...people.values()]
      .filter(({ email, erased }) => Boolean(email) && !erased)
      .sort((a, b) => a.name.localeCompare(b.name));
  });
}

/** Writes to the enterprise in its own language; gives how many letters leave. */
export async function mailEnterprise(work: Work, trajectory: TrajectoryHandle, letter: Letter): Promise<number> {
  const receivers = await receiversOf(work, trajectory);
  const { enterpriseLocale: locale } = trajectory;
  for (const { id } of receivers) await mailOne(work, trajectory, { id, locale }, letter);
  return receivers.length;
}

/** Writes to who guides, to each in their own language; gives how many letters leave. */
export async function mailGuides(work: Work, trajectory: TrajectoryHandle, letter: Letter): Promise<number> {
  const guides = await readPeople(work.db, await readGuideIds(work.db, trajectory.id));
  const receivers = [...guides.values()].filter(({ email, erased }) => Boolean(email) && !erased);
  for (const guide of receivers) await mailOne(work, trajectory, guide, letter);
  return receivers.length;
}

async function mailOne(
  work: Work,
  trajectory: TrajectoryHandle,
  to: { readonly id: string; readonly locale: Locale },
  { template, parameters, linkTo, secrets }: Letter,
): Promise<void> {
  const link = linkTo && (await linkFor(work, trajectory, to, linkTo));
  await work.effects.mail({
    to: to.id,
    template,
    locale: to.locale,
    parameters: { ...parameters, ...(link ? { days: linkDays } : {}) },
    secrets: { enterprise: trajectory.enterpriseName, ...secrets, ...(link ? { link } : {}) },
  });
}

async function linkFor(
  { db, now }: Work,
  trajectory: TrajectoryHandle,
  { id: person, locale }: { readonly id: string; readonly locale: Locale },
  { document, page }: NonNullable<Letter['linkTo']>,
): Promise<string> {
  const secret = await makeLink(
    db,
    {
      purpose: 'confirm',
      person,
      minutes: linkDays * 24 * 60,
      subject: document,
      programme: trajectory.programme,
      enterprise: trajectory.enterprise,
      trajectory: trajectory.id,
    },
    now,
  );
  // The page opens in the language of the letter; who reads another one chooses it there.
  return `${config().publicUrl}/c/${secret}/${page}?lang=${locale}`;
}
