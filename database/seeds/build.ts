import type { Intake } from '../../src/modules/trajectories/rules/intake.ts';
import type { PlanAction, PlanGoal, PlanNeed } from '../../src/modules/trajectories/rules/plan.ts';
import type { SeedContact, SeedEnterprise } from './shape.ts';

/** Short ways to write what returns in every case. */

export const contact = (
  key: string,
  name: string,
  house: string,
  capacity: SeedContact['capacity'],
  phone?: string,
): SeedContact => ({
  key,
  name,
  email: `${key.split('-').at(-1)}@${house}.example.org`,
  capacity,
  ...(phone === undefined ? {} : { phone }),
});

export const enterprise = (
  facts: Pick<
    SeedEnterprise,
    'key' | 'number' | 'name' | 'municipality' | 'sector' | 'jointCommittees' | 'workers' | 'contacts'
  > &
    Partial<SeedEnterprise>,
): SeedEnterprise => ({ organisationKind: 'enterprise', locale: 'nl', ...facts });

/** Million euro in cents. */
export const million = (euro: number): number => Math.round(euro * 100_000_000);

export const euro = (amount: number): number => Math.round(amount * 100);

type Answers = Readonly<Record<keyof Intake['conditions'], Intake['conditions']['awareness'] | 'yes'>>;

/** The five base conditions; `yes` needs no words. */
export const conditions = (answers: Answers): Intake['conditions'] => {
  const of = (answer: Answers['awareness']) => (answer === 'yes' ? ({ answer, words: '' } as const) : answer);
  return {
    awareness: of(answers.awareness),
    co_creation: of(answers.co_creation),
    long_breath: of(answers.long_breath),
    own_goals: of(answers.own_goals),
    learning_time: of(answers.learning_time),
  };
};

export const partly = (words: string) => ({ answer: 'partly', words }) as const;
export const notYet = (words: string) => ({ answer: 'not_yet', words }) as const;

export const need = (id: string, theme: string, words: string, more: Partial<PlanNeed> = {}): PlanNeed => ({
  id,
  theme,
  words,
  horizon: 'present',
  kind: 'generic',
  team: '',
  ...more,
});

export const goal = (id: string, needIds: readonly string[], title: string, expectedResult: string): PlanGoal => ({
  id,
  needIds,
  title,
  expectedResult,
});

export const action = (
  id: string,
  goalId: string,
  what: string,
  hours: number | null,
  more: Partial<PlanAction> & Pick<PlanAction, 'start' | 'end'>,
): PlanAction => ({ id, goalId, what, hours, roles: [], who: '', expectedResult: '', partner: '', ...more });
