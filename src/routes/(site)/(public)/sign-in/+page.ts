/** Signing in with a passkey needs the browser’s help; all other ways work without script. */
export const csr = true;
