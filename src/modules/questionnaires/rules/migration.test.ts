import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswers } from './answers.ts';
import { migrateAnswers } from './migration.ts';
import {
  answersTo,
  choice,
  histories,
  knowledge,
  questionnaire,
  words,
  yesNo,
} from './sampleQuestionnaires.testing.ts';

describe('migrateAnswers', () => {
  it('never asks a known fact again, over two migrations with facts that come, go, come back and get new names', () => {
    fc.assert(
      fc.property(histories, knowledge, ({ versions, idOf }, known) => {
        let answers = answersTo(idOf[0]!, known);
        const told = new Set([...idOf[0]!.keys()].filter((fact) => Object.hasOwn(known, fact)));
        for (const step of [1, 2]) {
          const migrated = migrateAnswers(versions[step - 1]!, versions[step]!, answers);
          for (const [fact, id] of idOf[step]!) {
            expect(migrated.toAsk.includes(id)).toBe(!told.has(fact));
            if (told.has(fact)) expect(migrated.answers[id]).toEqual(known[fact]);
          }
          expect(migrated.toConfirm).toEqual([]);
          answers = migrated.answers;
        }
      }),
    );
  });

  it('gives answers that the new version finds valid', () => {
    fc.assert(
      fc.property(histories, knowledge, ({ versions, idOf }, known) => {
        const { answers, retired } = migrateAnswers(versions[0]!, versions[1]!, answersTo(idOf[0]!, known));
        const checked = checkAnswers(versions[1]!, answers, { complete: false });
        expect(checked.problems).toEqual([]);
        expect([...checked.ignored].sort()).toEqual([...retired].sort());
      }),
    );
  });

  it('changes nothing between two equal versions', () => {
    fc.assert(
      fc.property(histories, knowledge, ({ versions, idOf }, known) => {
        const answers = answersTo(idOf[0]!, known);
        expect(migrateAnswers(versions[0]!, versions[0]!, answers).answers).toEqual(answers);
      }),
    );
  });

  it('keeps "I don’t know" as an answer that was given', () => {
    const version = questionnaire([choice('a')]);
    expect(migrateAnswers(version, { ...version, version: 2 }, { a: 'unknown' }).toAsk).toEqual([]);
  });

  it('follows an option to its new value', () => {
    const renamed = {
      ...yesNo,
      options: yesNo.options.map((o) => (o.value === 'yes' ? { ...o, value: 'sure', formerValues: ['yes'] } : o)),
    };
    const to = questionnaire([choice('a')], { version: 2, scales: [renamed] });
    expect(migrateAnswers(questionnaire([choice('a')]), to, { a: 'yes' }).answers).toEqual({ a: 'sure' });
  });

  it('asks to confirm when an option is gone, and shows what was said before', () => {
    const scale = { id: 'yesNo', options: [{ value: 'sure', label: words('zeker') }, yesNo.options[1]!] };
    const to = questionnaire([choice('a')], { version: 2, scales: [scale] });
    const migrated = migrateAnswers(questionnaire([choice('a')]), to, { a: 'yes' });
    expect(migrated.toAsk).toEqual(['a']);
    expect(migrated.toConfirm).toEqual([{ item: 'a', formerAnswer: 'yes' }]);
  });

  it('does not ask for an item that the known answers hide', () => {
    const to = questionnaire([choice('a'), choice('b', { showWhen: { item: 'a', oneOf: ['yes'] } })], { version: 2 });
    expect(migrateAnswers(questionnaire([choice('a')]), to, { a: 'no' }).toAsk).toEqual([]);
    expect(migrateAnswers(questionnaire([choice('a')]), to, { a: 'yes' }).toAsk).toEqual(['b']);
  });

  it('refuses to move answers to another questionnaire', () => {
    const one = questionnaire([choice('a')]);
    expect(() => migrateAnswers(one, { ...one, id: 'other' }, {})).toThrow('two questionnaires');
  });
});
