import * as z from "zod";

const Licence = z.strictObject({ name: z.string().optional(), title: z.string(), path: z.url() });
/** We license what is ours; the codes are not ours. */
export const LICENCES: z.infer<typeof Licence>[] = [
  {
    name: "Apache-2.0",
    title: "Apache License 2.0: shapes and documents of ratebook. Figures are facts",
    path: "https://www.apache.org/licenses/LICENSE-2.0",
  },
  {
    title: "CPT codes are copyright American Medical Association, dental codes American Dental Association",
    path: "https://www.cms.gov/license/ama",
  },
];

const Source = z.strictObject({ title: z.string(), path: z.url() });

/** A column of a table, as in Frictionless Table Schema. */
const TableField = z.strictObject({
  name: z.string(),
  type: z.enum(["string", "integer", "boolean", "array", "object", "any"]),
  description: z.string().optional(),
});
export type TableField = z.infer<typeof TableField>;

/** A column whose texts are in the key of another table. */
const ForeignKey = z.strictObject({
  fields: z.string(),
  reference: z.strictObject({ resource: z.string(), fields: z.string() }),
});
export type ForeignKey = z.infer<typeof ForeignKey>;

/** One file of the release. */
const DataResource = z.strictObject({
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  path: z.string(),
  format: z.literal("json"),
  mediatype: z.literal("application/json"),
  encoding: z.literal("utf-8"),
  bytes: z.int().nonnegative(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  documentSchema: z.string().describe("Name of the shape under schemas/json"),
  dialect: z
    .strictObject({ property: z.string(), itemType: z.literal("object") })
    .optional()
    .describe("Where the rows are in the JSON"),
  schema: z
    .strictObject({
      fields: z.array(TableField).min(1),
      primaryKey: z.array(z.string()).min(1),
      foreignKeys: z.array(ForeignKey).optional(),
    })
    .optional()
    .describe("For tables: their columns and keys"),
});
export type DataResource = z.infer<typeof DataResource>;

/** `datapackage.json`: a Frictionless Data Package descriptor of the release. */
export const DataPackage = z.strictObject({
  profile: z.literal("data-package"),
  name: z.string().regex(/^[-a-z0-9._/]+$/),
  title: z.string(),
  description: z.string(),
  version: z.string(),
  licenses: z.array(Licence).min(1),
  sources: z.array(Source),
  resources: z.array(DataResource).min(1),
});
export type DataPackage = z.infer<typeof DataPackage>;
