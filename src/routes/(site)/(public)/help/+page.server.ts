import { readHelp, requestHelp } from '#modules/recruitment/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

const about = (url: URL) => {
  const { asked, change, scan, ...typed } = Object.fromEntries(url.searchParams);
  return { ...typed, asked: asked !== undefined, change: change !== undefined, secret: scan };
};

export const load = page(readHelp, ({ url }) => about(url));
export const actions = {
  send: form(
    requestHelp,
    ({ url }) => {
      const { number, organisationKind, careKind, sector, lot, workers, municipality } = Object.fromEntries(
        url.searchParams,
      );
      return { number, organisationKind, careKind, sector, lot, workers, municipality };
    },
    ({ fund, by }, { url }) =>
      `/help/thanks?by=${by}${fund ? `&fund=${fund}` : ''}${url.searchParams.has('scan') ? '&scanned=1' : ''}`,
  ),
};
