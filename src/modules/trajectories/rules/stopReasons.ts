/** Why a trajectory stops before its end. */
export const stopReasons = [
  'own_request',
  'no_time',
  'no_fit',
  'not_eligible',
  'unreachable',
  'restructuring',
  'bankrupt',
  'other',
] as const;
