/** How the records about people are told to them: what they are, why, where from and how long (texts of `privacy`). */
export const recordKinds = [
  'identity',
  'signIn',
  'roles',
  'contact',
  'requests',
  'guidance',
  'documents',
  'course',
  'letters',
  'own',
  'trail',
] as const;
export type RecordKind = (typeof recordKinds)[number];
