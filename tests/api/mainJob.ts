import type { Client } from 'openapi-fetch';
import type { paths } from './interface.ts';

/** Somebody who calls the interface: a visitor, or a program with a token. */
export type Caller = Client<paths>;

export interface Callers {
  readonly visitor: Caller;
  /** A sector consultant of the fund, who takes the request and guides. */
  readonly guide: Caller;
  readonly guideId: string;
  /** Who approves plans: the programme manager. */
  readonly approver: Caller;
  /** Whoever holds a link from a mail. */
  withLink(secret: string): Caller;
}

export interface Enterprise {
  readonly name: string;
  readonly number: string;
  readonly email: string;
}

/** The data of an answer; anything else ends the journey with what the problem said. */
async function done<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<NonNullable<Data>> {
  const { data, error, response } = await call;
  if (data === undefined || data === null) throw new Error(`${response.status}: ${JSON.stringify(error)}`);
  return data;
}

/** The whole scan, statement by statement as the form gives them. Gives the secret of the result. */
export async function scan({ visitor }: Callers): Promise<string> {
  const form = await done(visitor.GET('/api/v1/maturity/readScanForm', {}));
  const answers: Record<string, string> = { 'about.role': 'owner', 'about.workers': '10-19' };
  for (const part of form.parts) for (const statement of part.statements) answers[statement.id] = 'mostly';
  const body = { form: crypto.randomUUID(), answers };
  const { secret } = await done(visitor.POST('/api/v1/maturity/sendScan', { body }));
  return secret;
}

/** «Help me further», with the scan. Gives the lead that it became. */
export async function askForHelp({ visitor }: Callers, enterprise: Enterprise, scanToken: string): Promise<string> {
  const { request } = await done(
    visitor.POST('/api/v1/recruitment/requestHelp', {
      params: { header: { 'Idempotency-Key': `help-${enterprise.number}` } },
      body: {
        number: enterprise.number,
        name: enterprise.name,
        organisationKind: 'enterprise',
        sector: 'bakery',
        workers: 14,
        municipality: '9140 Temse',
        contactName: 'Nadia Morgen',
        contactCapacity: 'owner',
        email: enterprise.email,
        consent: true,
        message: 'Ik wil niet elke keer zelf moeten inspringen.',
        scanToken,
      },
    }),
  );
  return request;
}

/** The guide finds the request, takes it and begins the trajectory. */
export async function takeLead({ guide }: Callers, enterprise: Enterprise, lead: string) {
  const found = await done(
    guide.GET('/api/v1/recruitment/listLeads', { params: { query: { words: enterprise.name } } }),
  );
  if (!found.leads.some(({ id }: { id: string }) => id === lead)) throw new Error('The request is not in the list.');
  const read = () => done(guide.GET('/api/v1/recruitment/readLead', { params: { query: { lead } } }));
  await done(guide.POST('/api/v1/recruitment/takeLead', { body: { lead, version: (await read()).version } }));
  const { version, contact } = await read();
  const { trajectory } = await done(guide.POST('/api/v1/recruitment/convertLead', { body: { lead, version } }));
  return { trajectory, contact: contact.id };
}

export async function writeIntake({ guide }: Callers, trajectory: string, today: string): Promise<void> {
  const yes = { answer: 'yes' as const };
  await done(
    guide.POST('/api/v1/trajectories/saveIntake', {
      body: {
        trajectory,
        version: 0,
        on: today,
        withWhom: 'Nadia Morgen',
        question: 'Wie kan het werk overnemen als iemand ziek is?',
        motives: ['growth'],
        themes: ['competence_matrix'],
        participants: ['employees'],
        conditions: { awareness: yes, co_creation: yes, long_breath: yes, own_goals: yes, learning_time: yes },
      },
    }),
  );
  await done(guide.POST('/api/v1/trajectories/completeIntake', { body: { trajectory } }));
}

/** Eligibility beforehand, for an enterprise that stands on its own. Gives the outcome. */
export async function decide({ guide }: Callers, trajectory: string, year: number): Promise<string> {
  const { outcome } = await done(
    guide.POST('/api/v1/eligibility/decide', {
      body: {
        trajectory,
        organisationKind: 'enterprise',
        periods: [{ year, headcount: 12.5, turnoverCents: 190_000_000, balanceCents: 80_000_000 }],
        standAlone: true,
        publicHolding25: false,
        jointCommittees: [{ number: '118', workers: 14 }],
        aidDeclared: true,
        declaredAid: [],
      },
    }),
  );
  return outcome;
}

/** The newest link of a kind in the mailbox of the example: what its receiver reads. */
async function linkIn({ visitor }: Callers, subject: RegExp): Promise<string> {
  const { letters } = await done(visitor.GET('/api/v1/instance/readOutbox', {}));
  for (const letter of letters) {
    if (!subject.test(letter.subject)) continue;
    for (const { href } of letter.pieces) {
      const secret = /\/c\/([\w-]+)/.exec(href ?? '')?.[1];
      if (secret) return secret;
    }
  }
  throw new Error(`No letter «${subject.source}» with a link.`);
}

/** The agreement is sent, and the enterprise says yes by the link in its mail. */
export async function agree(callers: Callers, trajectory: string, contact: string): Promise<void> {
  const { document } = await done(
    callers.guide.POST('/api/v1/trajectories/sendAgreement', { body: { trajectory, contact } }),
  );
  const owner = callers.withLink(await linkIn(callers, /deelnameovereenkomst/i));
  const opened = await done(owner.GET('/api/v1/trajectories/openAgreement', {}));
  if (!opened.may.agree.allowed) throw new Error('The enterprise may not say yes.');
  await done(owner.POST('/api/v1/trajectories/agree', { body: { trajectory, document, mayAgree: true } }));
}

/** The plan is written and submitted by the guide, and approved by somebody else. */
export async function plan({ guide, approver }: Callers, trajectory: string, from: string, until: string) {
  const opens = await done(guide.GET('/api/v1/trajectories/readPlan', { params: { query: { trajectory } } }));
  const { version } = await done(
    guide.POST('/api/v1/trajectories/savePlan', {
      body: {
        trajectory,
        version: opens.version,
        plan: {
          needs: [
            {
              id: 'n1',
              theme: 'competence_matrix',
              words: 'Niemand kan de oven bedienen als Nadia ziek is.',
              horizon: 'present',
              kind: 'technical',
            },
          ],
          goals: [
            {
              id: 'g1',
              needIds: ['n1'],
              title: 'Twee mensen kunnen elke post overnemen',
              expectedResult: 'Bij ziekte loopt de oven door.',
            },
          ],
          actions: [
            {
              id: 'a1',
              goalId: 'g1',
              what: 'Samen een matrix maken',
              hours: 6,
              roles: ['employees'],
              start: from,
              end: until,
              expectedResult: 'Een matrix die in het atelier hangt.',
            },
          ],
          expectations: { enterprise: 'Dat het werk doorloopt.', guide: 'Dat de ploeg een uur per week tijd krijgt.' },
          approach: { participation: 'participative', tailoring: 'tailored', effects: ['retention'] },
          cost: { rateCents: 9500, ownContributionCents: 0 },
        },
      },
    }),
  );
  await done(guide.POST('/api/v1/trajectories/submitPlan', { body: { trajectory, version } }));
  const { state } = await done(approver.POST('/api/v1/trajectories/approvePlan', { body: { trajectory, version } }));
  return state;
}

export async function recordSession({ guide, guideId }: Callers, trajectory: string, on: string): Promise<void> {
  await done(
    guide.POST('/api/v1/trajectories/recordSession', {
      body: { trajectory, guideId, on, hours: 2, people: 11, theme: 'competence_matrix', sure: true },
    }),
  );
}

/** What came of the goals, what stays, what is next; then the yes of the enterprise by its link. Gives the code of the seal. */
export async function actionPlan(callers: Callers, trajectory: string, today: string, later: string): Promise<string> {
  const { guide } = callers;
  const query = { params: { query: { trajectory } } };
  const opens = await done(guide.GET('/api/v1/trajectories/readActionPlan', query));
  const { version } = await done(
    guide.POST('/api/v1/trajectories/saveActionPlan', {
      body: {
        trajectory,
        version: opens.version,
        actionPlan: {
          goals: opens.actionPlan.goals.map(({ id }: { id: string }) => ({
            id,
            outcome: 'done' as const,
            result: 'De matrix gemaakt met het hele atelier.',
          })),
          practices: [
            {
              id: 'p1',
              what: 'Elke maand de matrix bekijken.',
              embedding: 'fixed_meeting',
              owner: 'De meestergast',
              since: today,
            },
          ],
          next: [{ id: 's1', what: 'Ook een matrix voor de winkel.', owner: 'Nadia', on: later }],
          embedding: 'De meestergast zet het elke maand op de agenda.',
        },
      },
    }),
  );
  const sent = await done(guide.POST('/api/v1/trajectories/sendActionPlan', { body: { trajectory, version } }));
  if (!sent.sent) throw new Error('The action plan was not sent.');
  const owner = callers.withLink(await linkIn(callers, /actieplan/i));
  await done(owner.GET('/api/v1/trajectories/openActionPlanByLink', {}));
  await done(
    owner.POST('/api/v1/trajectories/confirmActionPlan', {
      body: { trajectory, document: sent.document, mayConfirm: true },
    }),
  );
  const sealed = await done(guide.GET('/api/v1/trajectories/readFollowUps', query));
  return sealed.checkCode ?? '';
}

/** How it goes three months later. */
export async function followUp({ guide }: Callers, trajectory: string, on: string): Promise<string> {
  const { plan: kept } = await done(
    guide.GET('/api/v1/trajectories/readFollowUps', { params: { query: { trajectory } } }),
  );
  const { reached } = await done(
    guide.POST('/api/v1/trajectories/recordFollowUp', {
      body: {
        trajectory,
        months: 3,
        on,
        reached: 'yes',
        withWhom: 'Nadia Morgen',
        practices: kept.practices.map(({ id }: { id: string }) => ({ id, alive: 'yes' as const })),
        next: kept.next.map(({ id }: { id: string }) => ({ id, done: 'yes' as const })),
        words: 'De matrix leeft.',
        help: 'none',
      },
    }),
  );
  return reached;
}
