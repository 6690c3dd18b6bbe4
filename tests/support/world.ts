import pg from 'pg';

export interface Insider {
  readonly role: string;
  readonly person: string;
  /** Every role that the person holds: a coordinator often works for a fund too. */
  readonly roles: readonly string[];
  readonly scope: string;
  readonly scopeId: string;
}

/** The example programme as the tests know it: ids by name, and one person for every role. */
export interface World {
  readonly ids: Readonly<Record<string, string>>;
  readonly insiders: readonly Insider[];
}

/**
 * Names: `programme`, `lot`, `provider`, `enterprise`, `trajectory`, `decision` (one and the same case), `trajectory.<state>`, `lead.<state>`,
 * `programmeManager`, `coordinator`, `member`, `consultant`, `lead`, `evaluator`, `auditor` (people).
 */
export async function readWorld(databaseUrl: string): Promise<World> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const rows = async <Row>(text: string) => (await client.query(text)).rows as Row[];
    const [main] = await rows<Record<string, string>>(
      `select t.programme_id as programme, t.lot_id as lot, t.provider_id as provider, t.enterprise_id as enterprise, t.id as trajectory
       from trajectories t order by (t.state = 'guidance') desc, t.id limit 1`,
    );
    if (!main) throw new Error('The example programme has no trajectory.');
    const states = await rows<{ name: string; id: string }>(
      `select distinct on (state) 'trajectory.' || state as name, id::text from trajectories order by state, id`,
    );
    const [decided] = await rows<{ decision: string }>(
      `select id::text as decision from eligibility_decisions where trajectory_id = '${main.trajectory}' order by seq desc limit 1`,
    );
    const leads = await rows<{ name: string; id: string }>(
      `select distinct on (state) 'lead.' || state as name, id::text from leads order by state, id`,
    );
    const insiders = await rows<Insider>(
      `select distinct on (g.role) g.role, g.person_id::text as person,
         (select array_agg(distinct o.role) from grants o where o.person_id = g.person_id and o.withdrawn_at is null) as roles, g.scope, g.scope_id::text as "scopeId" from grants g
       where g.withdrawn_at is null and g.scope_id = any (array['${Object.values(main).join("','")}']::uuid[]) order by g.role, cardinality((select array_agg(distinct o.role) from grants o where o.person_id = g.person_id and o.withdrawn_at is null)), g.id`,
    );
    const names: Record<string, string> = {
      programme_manager: 'programmeManager',
      lot_coordinator: 'coordinator',
      provider_member: 'member',
      enterprise_lead: 'enterpriseLead',
    };
    const people = insiders.map((insider) => [names[insider.role] ?? insider.role, insider.person]);
    return {
      ids: {
        ...main,
        ...decided,
        ...Object.fromEntries([...states, ...leads].map((row) => [row.name, row.id])),
        ...Object.fromEntries(people),
      },
      insiders,
    };
  } finally {
    await client.end();
  }
}
