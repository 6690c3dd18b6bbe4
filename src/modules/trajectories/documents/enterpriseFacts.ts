/** Who and what a trajectory's document is about. All texts stand in the document's language; what is not known is empty. */
export interface EnterpriseFacts {
  readonly enterprise: string;
  readonly number: string;
  readonly sector: string;
  readonly size: string;
  readonly contact: string;
  readonly lot: string;
  readonly provider: string;
  readonly guides: string;
  readonly period: string;
  readonly version: string;
}
