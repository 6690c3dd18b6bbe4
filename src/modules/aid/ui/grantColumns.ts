import { formatDate, formatMoney } from '#platform/text/formats.ts';
import type { Translate } from '#platform/text/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import type { Column } from '#ui/DataTable.svelte';
import type { aidTexts } from '../text/index.ts';

type Grant = { readonly grantedOn: PlainDate; readonly amountCents: number };
type Say = Translate<keyof typeof aidTexts.catalogs.nl>;

/** When aid was granted, and how much it was. */
export const grantColumns = (t: Say, locale: Locale): readonly Column<Grant>[] => [
  { key: 'grantedOn', label: t('ledger.grantedOn'), text: ({ grantedOn }) => formatDate(grantedOn, locale) },
  {
    key: 'amountCents',
    label: t('ledger.amount'),
    align: 'right',
    text: ({ amountCents }) => formatMoney(amountCents, locale),
  },
];
