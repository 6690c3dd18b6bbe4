import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocking } from './findings.ts';
import { plan as anyPlan, session as anySession } from './samples.testing.ts';
import { checkSession, hoursLeft, hoursPerGuide, sumHours, type Session, type SessionFacts } from './sessions.ts';

const facts: SessionFacts = {
  today: '2024-05-10',
  agreedOn: '2024-02-01',
  guideIds: ['lotte'],
  themes: ['competence_matrix'],
  recorded: [],
};
const good: Session = {
  guideId: 'lotte',
  on: '2024-05-10',
  hours: 2.5,
  people: 11,
  theme: 'competence_matrix',
  notes: '',
};
const keys = (part: Partial<Session>, more: Partial<SessionFacts> = {}) =>
  checkSession({ ...good, ...part }, { ...facts, ...more }).map(
    (finding) => `${finding.severity} ${finding.path} ${finding.key}`,
  );

describe('a session', () => {
  test('of today by a guide of the trajectory is fine, with or without notes', () => {
    expect(keys({})).toEqual([]);
  });

  test.each([
    ['tomorrow', { on: '2024-05-11' }, 'missing on finding.session.future'],
    ['before the agreement', { on: '2024-01-31' }, 'missing on finding.session.beforeAgreement'],
    ['of no time', { hours: 0 }, 'missing hours finding.session.hours'],
    ['of negative hours', { hours: -2 }, 'missing hours finding.session.hours'],
    ['of more than twelve hours', { hours: 12.25 }, 'missing hours finding.session.hours'],
    ['of 100 minutes in decimals', { hours: 1.67 }, 'missing hours finding.session.hours'],
    ['with nobody', { people: 0 }, 'missing people finding.session.people'],
    ['with 501 people', { people: 501 }, 'missing people finding.session.people'],
    ['with half a person', { people: 1.5 }, 'missing people finding.session.people'],
    ['on a theme that does not exist', { theme: 'astrology' }, 'missing theme finding.session.theme'],
    ['by somebody else', { guideId: 'nobody' }, 'missing guideId finding.session.guide'],
  ])('%s is refused at its field', (_, part, expected) => expect(keys(part)).toContain(expected));

  test('cannot be billed without an agreement', () => {
    expect(keys({}, { agreedOn: null })).toContain('missing on finding.session.noAgreement');
  });

  test('that stands there already is asked about, not refused', () => {
    expect(keys({}, { recorded: [{ ...good, id: 's1' }] })).toEqual(['thin  finding.session.twice']);
    expect(keys({ id: 's1' }, { recorded: [{ ...good, id: 's1' }] })).toEqual([]);
  });

  test('that makes a day of more than twelve hours is asked about', () => {
    expect(keys({ hours: 4 }, { recorded: [{ ...good, id: 's1', hours: 10 }] })).toEqual([
      'thin hours finding.session.longDay',
    ]);
  });

  test('passes only within all bounds', () => {
    fc.assert(
      fc.property(anySession, (session) => {
        if (blocking(checkSession(session, facts)).length > 0) return;
        expect(session.on >= '2024-02-01' && session.on <= '2024-05-10').toBe(true);
        expect(session.hours >= 0.25 && session.hours <= 12 && session.people >= 1 && session.people <= 500).toBe(true);
      }),
    );
  });
});

describe('hours', () => {
  test('per guide add up to all hours', () => {
    fc.assert(
      fc.property(fc.array(anySession), (sessions) => {
        expect(hoursPerGuide(sessions).reduce((sum, { hours }) => sum + hours, 0)).toBe(sumHours(sessions));
      }),
    );
  });

  test('left and over never stand together, and planned is what was used plus left less over', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anySession), (plan, sessions) => {
        const { planned, used, left, over } = hoursLeft(plan, sessions);
        expect(Math.min(left, over)).toBe(0);
        expect(used + left - over).toBe(planned);
      }),
    );
  });
});
