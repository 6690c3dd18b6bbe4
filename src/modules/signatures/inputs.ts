import { z } from 'zod';

/** A check code as somebody typed it; empty for the page without one. */
export const CheckDocumentInput = z.object({ code: z.string().trim().max(60).default('') });
