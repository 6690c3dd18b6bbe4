import sql from 'sql-template-tag';
import { definePersonalData } from '#platform/server/personalData.ts';

const course = { kind: 'course', atErasure: 'stays', inCase: true } as const;

definePersonalData('trajectories', {
  tables: [
    {
      table: 'trajectory_guides',
      kind: 'guidance',
      about: 'person_id',
      tells: ['capacity', 'since', 'until'],
      atErasure: 'stays',
      inCase: true,
    },
    { ...course, table: 'guidance_sessions', by: ['guide_id', 'struck_by'], words: ['notes', 'strike_reason'] },
    { ...course, table: 'guidance_session_versions', by: ['changed_by'], words: ['content', 'reason'] },
    { ...course, table: 'intakes', words: ['content'] },
    { ...course, table: 'intake_versions', by: ['changed_by'], words: ['content'] },
    { ...course, table: 'staff_informed', words: ['content'] },
    { ...course, table: 'plans', by: ['changed_by'], words: ['content'] },
    { ...course, table: 'plan_versions', by: ['changed_by'], words: ['content'] },
    { ...course, table: 'plan_submissions', by: ['submitted_by'], words: ['content'] },
    { ...course, table: 'plan_verdicts', by: ['by_person'], words: ['remarks'] },
    { ...course, table: 'action_plans', by: ['changed_by'], words: ['content'] },
    { ...course, table: 'action_plan_versions', by: ['changed_by'], words: ['content'] },
    { ...course, table: 'follow_ups', by: ['by_person'], words: ['content'] },
    { ...course, table: 'follow_up_versions', by: ['changed_by'], words: ['content', 'reason'] },
    { ...course, table: 'trajectories', words: ['stop_words'] },
    { ...course, table: 'trajectory_parts', words: ['name'] },
    { ...course, table: 'trajectory_part_versions', by: ['changed_by'], words: ['content'] },
    {
      table: 'presence',
      kind: 'own',
      about: 'person_id',
      tells: ['form', 'section', 'seen_at'],
      atErasure: 'goes',
      inCase: true,
    },
    {
      table: 'action_plan_objections',
      kind: 'documents',
      about: 'person_id',
      words: ['words'],
      tells: ['means', 'words', 'at'],
      atErasure: 'stays',
      inCase: true,
    },
    {
      table: 'agreements',
      kind: 'documents',
      about: 'contact_id',
      tells: ['state', 'sent_at', 'agreed_at'],
      atErasure: 'stays',
      inCase: true,
    },
  ],
  async beforeErasure(db, { person, today }) {
    await db.run(
      sql`update trajectory_guides set until = greatest(since, ${today}::date) where person_id = ${person} and until is null`,
    );
  },
  async blocks(db, { person }) {
    const rows = await db.many<{ trajectory: string; name: string }>(
      sql`select t.id as trajectory, t.enterprise_name as name from trajectory_guides g join trajectories t on t.id = g.trajectory_id
        where g.person_id = ${person} and g.until is null and t.state not in ('completed', 'stopped')
          and not exists (select 1 from trajectory_guides o where o.trajectory_id = g.trajectory_id and o.until is null and o.person_id <> ${person}) order by t.enterprise_name limit 50`,
    );
    return rows.map(({ trajectory, name }) => ({
      textKey: 'privacy:block.lastGuide',
      parameters: { enterprise: name },
      link: `/trajectories/${trajectory}/intake`,
    }));
  },
});
