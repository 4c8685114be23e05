/** The parts of Frictionless's `datapackage` that tests use; it brings no types of its own. */
declare module "datapackage" {
  interface Resource {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly name: string;
    readonly descriptor: { readonly path: string };
    /** Rows of a tabular resource, with the types and relations of its schema. */
    read(options: { keyed: true; relations?: true }): Promise<readonly Record<string, unknown>[]>;
  }
  export const Package: {
    load(
      descriptor: object,
      options: { basePath: string },
    ): Promise<{ valid: boolean; errors: readonly Error[]; resources: readonly Resource[] }>;
  };
  export const Profile: {
    load(profile: string): Promise<{ validate(descriptor: object): { valid: boolean; errors: readonly Error[] } }>;
  };
}
