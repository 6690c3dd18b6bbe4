import { closedLeads } from './leads/closed.ts';
import { freshLeads } from './leads/fresh.ts';
import { takenLeads } from './leads/taken.ts';
import { dayFrom, seedDay } from './programme.ts';
import type { SeedLead } from './shape.ts';

/** Twelve more leads in every state, for the lists: new, taken, handed over, declined, withdrawn, and the special ways on. */
export function leads(today: string = seedDay): readonly SeedLead[] {
  const day = dayFrom(today);
  return [...freshLeads(day), ...takenLeads(day), ...closedLeads(day)];
}
