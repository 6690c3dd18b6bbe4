import type { Context, Effects } from '#platform/server/operation.ts';
import { config } from '#platform/server/config.ts';
import { readPeople } from '#platform/server/people.ts';
import { makeLink } from '#modules/access/index.server.ts';
import { readEnterpriseReceivers } from './actionPlanStore.ts';
import type { TrajectoryHandle } from './handle.ts';

export const linkDays = 30;

type Work = Pick<Context<unknown>, 'db' | 'now' | 'beyond'>;

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
export async function mailEnterprise(
  work: Work & { readonly effects: Effects },
  trajectory: TrajectoryHandle,
  letter: Letter,
): Promise<number> {
  const receivers = await receiversOf(work, trajectory);
  const { enterpriseLocale: locale, enterpriseName: enterprise } = trajectory;
  for (const { id: to } of receivers) {
    const link = letter.linkTo && (await linkFor(work, trajectory, to, letter.linkTo));
    await work.effects.mail({
      to,
      template: letter.template,
      locale,
      parameters: { ...letter.parameters, ...(link ? { days: linkDays } : {}) },
      secrets: { enterprise, ...letter.secrets, ...(link ? { link } : {}) },
    });
  }
  return receivers.length;
}

async function linkFor(
  { db, now }: Work,
  trajectory: TrajectoryHandle,
  person: string,
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
  return `${config().publicUrl}/c/${secret}/${page}?lang=${trajectory.enterpriseLocale}`;
}
