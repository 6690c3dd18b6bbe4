/**
 * What a button of the group asks of the register, as its value: `seek:B` looks for what stands as the name of B,
 * `take:B:0190090009` fills B in with the enterprise of that number.
 */
export function registerAct(act: string): { readonly id: string; readonly number: string | null } | undefined {
  const [what, id = '', number = ''] = act.split(':');
  return what === 'seek' ? { id, number: null } : what === 'take' ? { id, number } : undefined;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
const textIn = (value: unknown, name: string): string => {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : '';
};

/**
 * What to look for in the register: from the whole form as it was sent, by its button (`act`) and the members of its group, or from
 * a field that asks by itself (`words`).
 */
export function soughtWords(values: Readonly<Record<string, unknown>>): string {
  const asked = registerAct(textIn(values, 'act'));
  if (!asked) return textIn(values, 'words');
  if (asked.number !== null) return asked.number;
  const members = Object.values(fieldOf(values['group'], 'members') ?? {});
  const member: unknown = members.find((one) => textIn(one, 'id') === asked.id);
  return textIn(member, 'name') || textIn(member, 'number');
}
