/** One of the five tones of a series, or the neutral one. A tone never stands without a number or a name. */
export type Tone = 1 | 2 | 3 | 4 | 5 | 'none';

/** What a state of the system means; always shown with an icon and a word. */
export type Meaning = 'info' | 'success' | 'warning' | 'danger';
