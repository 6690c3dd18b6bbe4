/** The scan has a small script of its own and needs no other. */
export const csr = false;
