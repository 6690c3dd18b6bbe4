import type { Sector } from '../rules/programmeDefinition.ts';
import { building } from './sectors/building.ts';
import { care } from './sectors/care.ts';
import { making } from './sectors/making.ts';
import { selling } from './sectors/selling.ts';
import { services } from './sectors/serviceSectors.ts';

/**
 * Sectors as an owner would name them, with the committee that is usual there first. A hint that routes a request, never
 * proof: which committee really holds is asked at the intake (DOMAIN-FACTS §3.6 for the scope of each committee).
 */
export const sectors: readonly Sector[] = [...making, ...building, ...services, ...care, ...selling];
