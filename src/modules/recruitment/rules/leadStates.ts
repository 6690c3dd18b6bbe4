/** Where a lead stands. `handed_over`: passed to another fund, which has not taken it yet. */
export const leadStates = ['new', 'taken', 'handed_over', 'declined', 'converted', 'withdrawn'] as const;
export type LeadState = (typeof leadStates)[number];

/** Size of an enterprise by its workers, as the database keeps it: under 10, 50 and 250, more, or not known. */
export const leadSizes = ['micro', 'small', 'medium', 'large', 'unknown'] as const;
/** Other orders than the usual one: by when a request came in. */
export const leadOrders = ['newest', 'oldest'] as const;

/** Leads in a state are counted so far; one more stands for «more than». */
export const countedTo = 1000;

const waiting = ['new', 'handed_over'] as const;
const open = ['new', 'taken', 'handed_over'] as const;

export const openLeadStates: readonly LeadState[] = open;
export const isOpenLead = (state: LeadState): boolean => openLeadStates.includes(state);

interface LeadRule {
  readonly in: readonly LeadState[];
  /** The state afterwards; null when it stays. */
  readonly to: LeadState | null;
  /** Why not in the states that are open but not listed. */
  readonly otherwise: string;
}

/** What may be done with a lead, and where it leads: one table for the server and for the button. */
export const leadRules = {
  take: { in: waiting, to: 'taken', otherwise: 'lead.taken' },
  handOver: { in: open, to: 'handed_over', otherwise: 'lead.closed' },
  decline: { in: open, to: 'declined', otherwise: 'lead.closed' },
  withdraw: { in: open, to: 'withdrawn', otherwise: 'lead.closed' },
  logContact: { in: open, to: null, otherwise: 'lead.closed' },
  planContact: { in: open, to: null, otherwise: 'lead.closed' },
  convert: { in: ['taken'], to: 'converted', otherwise: 'lead.takeFirst' },
} as const satisfies Record<string, LeadRule>;

export type LeadAction = keyof typeof leadRules;
export const leadActions = Object.keys(leadRules) as readonly LeadAction[];

/** Yes with the state afterwards, or the key of a text that says why not. */
export type LeadAnswer =
  { readonly allowed: true; readonly to: LeadState } | { readonly allowed: false; readonly because: string };

/** May this be done with a lead in this state? */
export function mayLead(action: LeadAction, state: LeadState): LeadAnswer {
  const rule: LeadRule = leadRules[action];
  if (rule.in.includes(state)) return { allowed: true, to: rule.to ?? state };
  return { allowed: false, because: isOpenLead(state) ? rule.otherwise : `lead.is.${state}` };
}
