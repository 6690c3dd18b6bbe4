import { findEnterprise } from '#modules/recruitment/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(findEnterprise, ({ url }) => Object.fromEntries(url.searchParams));
