import * as z from "zod";
import { DOCUMENTS } from "../../schemas/out/documents.ts";

/** The part of JSON Schema that zod writes for our documents. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema | boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

const SIMPLE: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  null: "null",
};

const literal = (value: unknown): string => JSON.stringify(value);
const isName = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text);

function comment({ description }: Schema, indent: string): string {
  return description === undefined ? "" : `${indent}/** ${description.replaceAll("*/", "* /")} */\n`;
}

/** "site-of-service" is SiteOfService. */
function typeName(name: string): string {
  return name.replace(/(?:^|[-_])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function objectType({ properties = {}, required = [], additionalProperties: rest }: Schema, indent: string): string {
  if (Object.keys(properties).length === 0 && typeof rest === "object")
    return `Readonly<Record<string, ${typeOf(rest, indent)}>>`;
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(([name, schema]) => {
    const key = isName(name) ? name : literal(name);
    const mark = required.includes(name) ? "" : "?";
    return `${comment(schema, inner)}${inner}readonly ${key}${mark}: ${typeOf(schema, inner)};\n`;
  });
  return fields.length === 0 ? "object" : `{\n${fields.join("")}${indent}}`;
}

function union(types: readonly string[]): string {
  return `(${types.join(" | ")})`;
}

function arrayType({ items }: Schema, indent: string): string {
  if (typeof items !== "object") return "readonly unknown[]";
  const type = typeOf(items, indent);
  return `readonly ${type.startsWith("readonly ") ? `(${type})` : type}[]`;
}

function ofKind(schema: Schema, kind: string, indent: string): string {
  if (kind === "object") return objectType(schema, indent);
  if (kind === "array") return arrayType(schema, indent);
  const simple = SIMPLE[kind];
  if (simple !== undefined) return simple;
  throw new Error(`no TypeScript type is known for ${JSON.stringify(schema).slice(0, 200)}`);
}

/** The type of a schema. @throws Error for a kind of schema that is not known here */
function typeOf(schema: Schema, indent: string): string {
  const { type, anyOf = schema.oneOf } = schema;
  if ("const" in schema) return literal(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map(literal));
  if (anyOf !== undefined) return union(anyOf.map((each) => typeOf(each, indent)));
  if (typeof type === "object") return union(type.map((each) => ofKind(schema, each, indent)));
  if (type === undefined && Object.keys(schema).every((key) => key === "description")) return "unknown";
  return ofKind(schema, type ?? "", indent);
}

/** The type of one published document, under a name. */
export function documentType(name: string, as: string): string {
  const schema = DOCUMENTS[name];
  if (schema === undefined) throw new Error(`no document is named ${name}`);
  const json = z.toJSONSchema(schema, { target: "draft-2020-12" }) as Schema;
  const about = `/** Shape \`${name}\`: schemas/json/${name}.schema.json. */`;
  return `${about}\nexport type ${as} = ${typeOf(json, "")};\n`;
}

/**
 * TypeScript types of every published document, for programs that do not use zod. They come from the same schemas as the
 * JSON Schemas.
 */
export function documentTypes(): string {
  const types = Object.keys(DOCUMENTS).map((name) => documentType(name, typeName(name)));
  return `// Types of the documents that ratebook publishes. Written by npm run schemas\n\n${types.join("\n")}`;
}
