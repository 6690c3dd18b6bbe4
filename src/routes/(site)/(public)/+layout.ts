/** Pages for visitors need no script: forms and links do the work. */
export const csr = false;
