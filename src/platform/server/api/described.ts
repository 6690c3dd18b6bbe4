/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What `npm run generate` reads from the source of every operation: its sentence, and the shape of its result. */
export interface DescribedOperations {
  readonly operations: Readonly<
    Record<string, { readonly summary: string; readonly description?: string; readonly result: JsonSchema }>
  >;
  /** Named shapes, which results refer to as `#/components/schemas/<name>`. */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}
