import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyIntake, type Intake } from './intake.ts';
import { answerAt, intakeOrigins, intakePaths, type IntakeVersion } from './intakeOrigins.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 2, hour));
const version = (hour: number, by: string | null, fields: Partial<Intake>): IntakeVersion => ({
  content: { ...emptyIntake, ...fields },
  by,
  at: at(hour),
});

describe('where an answer of the intake comes from', () => {
  test('is who gave it last, with the earlier answers behind it', () => {
    const origins = intakeOrigins([
      version(9, 'els', { question: 'Eerst', withWhom: 'Nadia' }),
      version(10, 'jan', { question: 'Eerst', withWhom: 'Nadia en Bart' }),
      version(11, 'els', { question: 'Toch anders', withWhom: 'Nadia en Bart' }),
    ]);
    expect(origins.get('question')).toEqual([
      { value: 'Toch anders', by: 'els', at: at(11) },
      { value: 'Eerst', by: 'els', at: at(9) },
    ]);
    expect(origins.get('withWhom')![0]).toEqual({ value: 'Nadia en Bart', by: 'jan', at: at(10) });
  });

  test('is told for each condition by itself, and also when an answer was taken away', () => {
    const yes = { answer: 'yes', words: '' } as const;
    const origins = intakeOrigins([
      version(9, 'els', { conditions: { ...emptyIntake.conditions, awareness: yes }, context: 'Familiebedrijf' }),
      version(10, 'jan', { conditions: { ...emptyIntake.conditions, awareness: yes } }),
    ]);
    expect([...origins.keys()]).toEqual(['context', 'conditions.awareness']);
    expect(origins.get('context')![0]).toEqual({ value: '', by: 'jan', at: at(10) });
  });

  test('the newest answer is always the one that stands there, and neighbours differ', () => {
    const answers = fc.record({
      question: fc.constantFrom('', 'a', 'b'),
      motives: fc.constantFrom([], ['growth'], ['growth', 'law']),
    });
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 8 }), (saves) => {
        const versions = saves.map((fields, hour) => version(hour, 'els', fields));
        const origins = intakeOrigins(versions);
        for (const path of intakePaths) {
          const own = origins.get(path) ?? [];
          const stands = answerAt(versions.at(-1)!.content, path);
          expect(own[0]?.value ?? answerAt(emptyIntake, path)).toEqual(stands);
          own.slice(1).forEach(({ value }, place) => expect(value).not.toEqual(own[place]!.value));
        }
      }),
    );
  });
});
