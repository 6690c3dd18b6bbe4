/** Whether an error says that the database cannot be reached now: it is stopping, starting, gone, or takes no more callers. */
export function databaseIsAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  return (
    /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|57P0[123]|08\d{3}|53300)$/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/i.test(message)
  );
}
