import { format, resolveConfig } from 'prettier';

/** The content as the formatter leaves it, so that a generated page passes the format check as it is. */
export async function formatted(name: string, content: string): Promise<string> {
  return format(content, { ...(await resolveConfig(name)), filepath: name });
}
