/** Opened from a mail, often on a phone: forms and links do the work, no script is needed. */
export const csr = false;
