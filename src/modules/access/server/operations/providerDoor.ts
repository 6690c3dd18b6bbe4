import { isRedirect, redirect, type RequestEvent } from '@sveltejs/kit';
import { asHttpError, door, visitOf } from '#platform/server/door.ts';
import { Refusal } from '#platform/server/errors.ts';
import { sealUnderInstance } from '#platform/server/sealing.ts';
import { localPath } from '../../rules/localPath.ts';
import { addressToLeave, addressToProve, findProvider, isRefusal, proofOf, providerIsAway } from '../provider.ts';
import { beginAtProvider, proofContext, readLeaving, signInByProvider, takeProviderAttempt } from './provider.ts';
import { browserOf, keepSession, leavingCookie, waitingCookie } from './sessionDoor.ts';

/** Stays in the browser that began, so that nobody can be signed in with an answer that somebody else fetched. */
const bindingCookie = 'krachtlijn_provider';
const minute = 60_000;

type Get = (event: RequestEvent) => Promise<Response>;

/** Talking to the provider takes time and may fail: it happens outside every transaction, between operations. */
function asDoor(get: Get, ...operations: readonly { name: string }[]): Get {
  const guarded = async (event: RequestEvent) => {
    try {
      return await get(event);
    } catch (problem) {
      if (isRedirect(problem) || !(problem instanceof Refusal)) throw problem;
      throw asHttpError(problem, event);
    }
  };
  return Object.assign(guarded, { [door]: operations.map(({ name }) => name).join(' ') });
}

/** `GET`: sends somebody to the provider, or back to the sign-in page when it does not answer. */
export const goToProvider = asDoor(async (event) => {
  const to = localPath(event.url.searchParams.get('to'), '');
  const provider = await findProvider();
  if (!provider) return backToSignIn('away', to);
  const attempt = await beginAtProvider.call(visitOf(event).credentials, { to });
  event.cookies.set(bindingCookie, attempt.binding, { ...cookie(event), maxAge: 20 * 60 });
  return redirect(302, await addressToProve(provider, attempt), { external: true });
}, beginAtProvider);

/** `GET`: where the provider sends people back to, with a code that is exchanged for a proof. */
export const comeFromProvider = asDoor(
  async (event) => {
    const { credentials } = visitOf(event);
    const { searchParams, search } = event.url;
    const begun = await takeProviderAttempt.call(credentials, {
      state: searchParams.get('state') ?? '',
      binding: event.cookies.get(bindingCookie) ?? '',
    });
    event.cookies.delete(bindingCookie, cookie(event));
    if (!begun) return backToSignIn('stale');
    const provider = await findProvider();
    if (!provider) return backToSignIn('away', begun.to);
    const proof = await proofOf(provider, search, begun).catch((problem: unknown) => {
      if (isRefusal(problem)) return 'refused' as const;
      providerIsAway(problem);
      return 'away' as const;
    });
    if (proof === 'away' || proof === 'refused') return backToSignIn(proof, begun.to);
    if (!proof) return backToSignIn('refused', begun.to);

    const sealed = sealUnderInstance({ ...proof, until: Date.now() + minute }, proofContext).toString('base64url');
    const result = await signInByProvider.call(credentials, { proof: sealed, ...browserOf(event) });
    if (result.outcome === 'in') {
      keepSession(event, result);
      return redirect(303, localPath(begun.to, '/home'));
    }
    event.cookies.set(waitingCookie, result.waiting, { ...cookie(event, '/'), maxAge: 30 * 60 });
    return redirect(303, '/sign-in/provider');
  },
  takeProviderAttempt,
  signInByProvider,
);

/** `GET`: signs out at the provider as well, for who has just signed out here. */
export const leaveProvider = asDoor(async (event) => {
  const session = event.cookies.get(leavingCookie) ?? '';
  event.cookies.delete(leavingCookie, cookie(event, '/'));
  const { token } = await readLeaving.call(visitOf(event).credentials, { session });
  const provider = token ? await findProvider() : undefined;
  const away = provider && token ? addressToLeave(provider, token) : undefined;
  return away ? redirect(302, away, { external: true }) : redirect(302, '/');
}, readLeaving);

function backToSignIn(provider: 'away' | 'refused' | 'stale', to = ''): never {
  redirect(303, `/sign-in?provider=${provider}${to && `&to=${encodeURIComponent(to)}`}`);
}

function cookie(event: Pick<RequestEvent, 'url'>, path = '/sign-in/provider') {
  return { path, httpOnly: true, sameSite: 'lax', secure: event.url.protocol === 'https:' } as const;
}
