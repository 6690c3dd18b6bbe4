import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocking } from './findings.ts';
import {
  baseConditions,
  checkStaffInformed,
  conditionsToBuild,
  emptyIntake,
  reviewIntake,
  type Intake,
} from './intake.ts';
import { intake as anyIntake } from './samples.testing.ts';

const facts = { today: '2024-05-10' };
const met = { answer: 'yes', words: '' } as const;
const good: Intake = {
  on: '2024-05-10',
  withWhom: 'Nadia Claes',
  question: 'Ik wil niet elke keer zelf moeten inspringen.',
  context: '',
  motives: ['back_up'],
  levers: ['open_team'],
  obstacles: ['little_time'],
  transitions: ['demographic'],
  directedBy: 'owner',
  formalPractices: ['none'],
  informalPractices: ['buddy'],
  themes: ['competence_matrix'],
  participants: ['owner', 'employees'],
  who: '',
  expectation: 'Korte sessies op de werkvloer',
  conditions: { awareness: met, co_creation: met, long_breath: met, own_goals: met, learning_time: met },
};

describe('an intake', () => {
  test('in which everything was asked has no findings', () => {
    expect(reviewIntake(good, facts)).toEqual([]);
  });

  test('that is empty names what the plan cannot do without, all five conditions among it', () => {
    expect(blocking(reviewIntake(emptyIntake, facts)).map((finding) => finding.path)).toEqual([
      'on',
      'question',
      'motives',
      'participants',
      ...baseConditions.map((condition) => `conditions.${condition}.answer`),
    ]);
  });

  test('with a condition that is not met yet is complete, and the condition is something to build on', () => {
    const intake = {
      ...good,
      conditions: { ...good.conditions, learning_time: { answer: 'not_yet', words: '' } as const },
    };
    expect(reviewIntake(intake, facts)).toMatchObject([{ path: 'conditions.learning_time.words', severity: 'thin' }]);
    expect(conditionsToBuild(intake)).toEqual(['learning_time']);
  });

  test('without employees at the table gets a friendly question', () => {
    expect(reviewIntake({ ...good, participants: ['owner'] }, facts)).toMatchObject([
      { severity: 'thin', key: 'finding.intake.noEmployees' },
    ]);
  });

  test('cannot lie in the future', () => {
    expect(reviewIntake({ ...good, on: '2024-05-11' }, facts)).toMatchObject([{ severity: 'missing', path: 'on' }]);
  });

  test('never gets worse by answering a condition', () => {
    fc.assert(
      fc.property(anyIntake, fc.constantFrom(...baseConditions), (intake, condition) => {
        const answered = { ...intake, conditions: { ...intake.conditions, [condition]: met } };
        expect(blocking(reviewIntake(answered, facts)).length).toBeLessThanOrEqual(
          blocking(reviewIntake(intake, facts)).length,
        );
      }),
    );
  });
});

describe('informing staff', () => {
  const note = {
    moment: 'start',
    on: '2024-05-02',
    ways: ['meeting'],
    by: 'Nadia en Lotte',
    representatives: 'none',
    words: '',
  } as const;

  test('needs a day that has been, a way, somebody who did it, and a word on representatives', () => {
    expect(checkStaffInformed(note, facts)).toEqual([]);
    expect(
      checkStaffInformed({ ...note, on: '2024-05-11', ways: [], by: ' ', representatives: '' }, facts).map(
        (finding) => finding.path,
      ),
    ).toEqual(['on', 'ways', 'by', 'representatives']);
  });

  test('may come to representatives later', () => {
    expect(blocking(checkStaffInformed({ ...note, representatives: 'not_yet' }, facts))).toEqual([]);
  });
});
