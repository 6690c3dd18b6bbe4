import type { RecordedSession, SessionDefaults } from '../rules/sessionView.ts';

/** The fields of a session's form, as text. */
export interface SessionForm {
  readonly on: string;
  readonly hours: string;
  readonly otherHours: string;
  readonly people: string;
  readonly theme: string;
  readonly notes: string;
  readonly guideId: string;
  readonly part: string;
  readonly reason: string;
}

/** Hours that one tap chooses; others are typed. */
export const quickHours = ['1', '1.5', '2', '2.5', '3', '4'] as const;

const hoursOf = (hours: number | null) => {
  const written = hours === null ? '' : String(hours);
  return (quickHours as readonly string[]).includes(written)
    ? { hours: written, otherHours: '' }
    : { hours: '', otherHours: written.replace('.', ',') };
};

/** A new session: today, oneself, as many people as last time. */
export const newSession = (defaults: SessionDefaults): SessionForm => ({
  ...hoursOf(null),
  on: defaults.on,
  people: defaults.people === null ? '' : String(defaults.people),
  theme: '',
  notes: '',
  guideId: defaults.guideId ?? '',
  part: '',
  reason: '',
});

export const sessionToCorrect = (session: Omit<RecordedSession, 'guideName' | 'id' | 'version'>): SessionForm => ({
  ...hoursOf(session.hours),
  on: session.on,
  people: String(session.people),
  theme: session.theme,
  notes: session.notes,
  guideId: session.guideId,
  part: session.part ?? '',
  reason: '',
});

/** What was typed in a form that was not accepted. */
export function typedSession(values: Readonly<Record<string, unknown>>): SessionForm {
  const text = (name: keyof SessionForm) => (typeof values[name] === 'string' ? values[name] : '');
  return {
    on: text('on'),
    hours: text('hours'),
    otherHours: text('otherHours'),
    people: text('people'),
    theme: text('theme'),
    notes: text('notes'),
    guideId: text('guideId'),
    part: text('part'),
    reason: text('reason'),
  };
}
