import * as z from "zod";
import type { TableField } from "../../schemas/out/data-package.ts";
import { DOCUMENTS } from "../../schemas/out/documents.ts";

/** Where a document has rows that can be read as a table. */
const PROPERTY = "rows";

/** Rows of a document: their property and their columns. */
export interface TableShape {
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
  return row instanceof z.ZodObject ? { property: PROPERTY, fields: fieldsOf(row) } : undefined;
}
