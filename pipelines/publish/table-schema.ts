import * as z from "zod";
import type { ForeignKey, TableField } from "../../schemas/out/data-package.ts";
import { DOCUMENTS } from "../../schemas/out/documents.ts";

/** Where a document has rows that can be read as a table. */
const PROPERTY = "rows";

/** Fields that name a row of each table. CMS lists some areas and localities twice, so their rows do. */
const PRIMARY_KEYS: Readonly<Record<string, readonly string[]>> = {
  national: ["hcpcs", "modifier"],
  localities: ["locality"],
  counties: ["row"],
  zips: ["zip"],
  anesthesia: ["locality"],
  opps: ["hcpcs"],
  asc: ["hcpcs"],
  "asc-device-offsets": ["hcpcs"],
  "asc-excluded": ["hcpcs"],
  "asc-indicators": ["indicator"],
  "opps-apcs": ["apc"],
  "opps-status-indicators": ["indicator"],
  "opps-comment-indicators": ["indicator"],
  "opps-inpatient-only": ["hcpcs"],
  "opps-composites": ["hcpcs"],
  "opps-device-offsets": ["hcpcs"],
  "opps-pairs": ["primary", "secondary"],
  "opps-pair-evaluation": ["primary", "secondary"],
  "opps-ranks": ["hcpcs"],
  "opps-exclusions": ["row"],
  "ncci-addon": ["row"],
  "ncci-mue-practitioner": ["hcpcs"],
  "ncci-mue-hospital": ["hcpcs"],
  "ncci-mue-dme": ["hcpcs"],
  "ncci-ptp-index": ["hcpcs"],
  "wage-index": ["row"],
  "site-of-service": ["hcpcs"],
};

/** Columns whose texts are all in the key of another table. Addendum EE has codes that no other file has. */
const REFERENCES: Readonly<Record<string, readonly [field: string, resource: string]>> = {
  national: ["hcpcs", "site-of-service"],
  opps: ["hcpcs", "site-of-service"],
  asc: ["hcpcs", "site-of-service"],
  "asc-device-offsets": ["hcpcs", "site-of-service"],
  counties: ["locality", "localities"],
  zips: ["locality", "localities"],
  anesthesia: ["locality", "localities"],
};

/** Rows of a document: their property, columns and keys. */
export interface TableShape {
  readonly primaryKey: readonly string[];
  /** Undefined for a table that refers to no other. */
  readonly foreignKey: ForeignKey | undefined;
  readonly property: string;
  readonly fields: readonly TableField[];
}

const TYPES: Readonly<Record<string, TableField["type"]>> = {
  string: "string",
  enum: "string",
  literal: "string",
  number: "integer",
  int: "integer",
  boolean: "boolean",
  array: "array",
  object: "object",
  record: "object",
};

function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap() as z.ZodType);
  return schema;
}

function fieldOf(name: string, schema: z.ZodType): TableField {
  const type = TYPES[bare(schema).type] ?? "any";
  const description = schema.description ?? bare(schema).description;
  return { name, type, ...(description === undefined ? {} : { description }) };
}

function fieldsOf(row: z.ZodObject): TableField[] {
  return Object.entries(row.shape).map(([name, schema]) => fieldOf(name, schema as z.ZodType));
}

function foreignKeyOf(name: string): ForeignKey | undefined {
  const [field, resource] = REFERENCES[name] ?? [];
  if (field === undefined || resource === undefined) return undefined;
  return { fields: field, reference: { resource, fields: field } };
}

/**
 * The columns of a document's rows, from its zod schema.
 *
 * @param name of the document's shape in `schemas/out/documents.ts`
 * @returns undefined for a document that is not a table
 */
export function tableShape(name: string): TableShape | undefined {
  const document = DOCUMENTS[name];
  if (!(document instanceof z.ZodObject)) return undefined;
  const list = document.shape[PROPERTY];
  const row = list instanceof z.ZodArray ? list.element : undefined;
  const primaryKey = PRIMARY_KEYS[name];
  if (!(row instanceof z.ZodObject) || primaryKey === undefined) return undefined;
  return { property: PROPERTY, fields: fieldsOf(row), primaryKey, foreignKey: foreignKeyOf(name) };
}
