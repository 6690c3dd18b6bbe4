import type { Locale } from '#shared/localised.ts';
import type { Effects } from '#platform/server/operation.ts';
import { defineMail } from '#platform/server/mail.ts';
import { texts } from '../text/index.ts';

defineMail('access', texts, 'signIn');
defineMail('access', texts, 'invitation');
defineMail('access', texts, 'waysChanged');

/** What changed about how somebody signs in, as the letter names it. */
export type WayChange = 'password' | 'noPassword' | 'passkey' | 'noPasskey' | 'provider' | 'noProvider';

/** Tells the person that a way in changed: whoever did not do it themselves must hear of it. */
export async function tellOfChange(effects: Effects, to: string, locale: Locale, change: WayChange): Promise<void> {
  await effects.mail({ to, template: 'access.waysChanged', locale, parameters: { change } });
}
