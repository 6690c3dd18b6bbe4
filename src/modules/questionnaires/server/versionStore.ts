import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { QuestionnaireInput } from '../inputs.ts';
import type { Questionnaire } from '../rules/questionnaire.ts';
import { questionnaireHash } from './hash.ts';

/** How answers name the version that they were given to. */
export interface KeptVersion {
  readonly code: string;
  readonly version: number;
  /** SHA-256, hexadecimal: the same questions always have the same one. */
  readonly hash: string;
}

/** Keeps a published version word for word, once, and gives the name under which answers refer to it. */
export async function keepVersion(db: Db, questionnaire: Questionnaire): Promise<KeptVersion> {
  const { id: code, version } = questionnaire;
  const hash = questionnaireHash(questionnaire);
  await db.run(sql`insert into questionnaire_versions (hash, code, version, content)
    values (${hash}, ${code}, ${version}, ${JSON.stringify(questionnaire)}) on conflict (hash) do nothing`);
  return { code, version, hash };
}

/** The version with this hash as it was when it was kept. Throws when nobody kept it: answers always come after. */
export async function readVersion(db: Db, hash: string): Promise<Questionnaire> {
  const { content } = await db.one<{ content: unknown }>(
    sql`select content from questionnaire_versions where hash = ${hash}`,
  );
  return QuestionnaireInput.parse(content) as Questionnaire;
}
