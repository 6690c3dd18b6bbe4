import type { Group } from './group.ts';
import { bytes } from './groups/bytes.ts';
import { eligibility } from './groups/eligibility.ts';
import { office } from './groups/office.ts';
import { pdf } from './groups/pdf.ts';
import { register } from './groups/register.ts';
import { start } from './groups/start.ts';
import { statistics } from './groups/statistics.ts';

/** Every group, in the order they are measured. Adding one: a file in `bench/groups/`, and a line here. */
export const groups: readonly Group[] = [start, bytes, office, pdf, eligibility, register, statistics];
