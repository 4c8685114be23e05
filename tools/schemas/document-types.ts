import * as z from "zod";
import { DOCUMENTS } from "../../schemas/out/documents.ts";

/** The part of JSON Schema that zod writes for our documents. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
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

/** Prints one document's schema; its shared parts are written out where they are used. */
class Printer {
  private readonly parts: Readonly<Record<string, Schema>>;

  constructor({ $defs = {} }: Schema) {
    this.parts = $defs;
  }

  private object({ properties = {}, required = [], additionalProperties: rest }: Schema, indent: string): string {
    if (Object.keys(properties).length === 0 && typeof rest === "object")
      return `Readonly<Record<string, ${this.type(rest, indent)}>>`;
    const inner = `${indent}  `;
    const fields = Object.entries(properties).map(([name, schema]) => {
      const key = isName(name) ? name : literal(name);
      const mark = required.includes(name) ? "" : "?";
      return `${comment(schema, inner)}${inner}readonly ${key}${mark}: ${this.type(schema, inner)};\n`;
    });
    return fields.length === 0 ? "object" : `{\n${fields.join("")}${indent}}`;
  }

  private union(schemas: readonly Schema[], indent: string, sign = " | "): string {
    return `(${schemas.map((each) => this.type(each, indent)).join(sign)})`;
  }

  private array({ items }: Schema, indent: string): string {
    return `readonly ${typeof items === "object" ? this.element(items, indent) : "unknown"}[]`;
  }

  private element(items: Schema, indent: string): string {
    const type = this.type(items, indent);
    return /^readonly /.test(type) ? `(${type})` : type;
  }

  /** The type of a schema. @throws Error for a kind of schema that is not known here */
  type(schema: Schema, indent: string): string {
    const { $ref, type, anyOf = schema.oneOf, allOf } = schema;
    if ($ref !== undefined) return this.type(this.parts[$ref.replace("#/$defs/", "")] ?? {}, indent);
    if ("const" in schema) return literal(schema.const);
    if (schema.enum !== undefined) return `(${schema.enum.map(literal).join(" | ")})`;
    if (anyOf !== undefined) return this.union(anyOf, indent);
    if (allOf !== undefined) return this.union(allOf, indent, " & ");
    if (type === undefined) return "unknown";
    if (typeof type !== "string")
      return this.union(
        type.map((each) => ({ ...schema, type: each })),
        indent,
      );
    return this.ofKind(schema, type, indent);
  }

  private ofKind(schema: Schema, kind: string, indent: string): string {
    if (kind === "object") return this.object(schema, indent);
    if (kind === "array") return this.array(schema, indent);
    const simple = SIMPLE[kind];
    if (simple !== undefined) return simple;
    throw new Error(`no TypeScript type is known for ${JSON.stringify(schema).slice(0, 200)}`);
  }
}

/**
 * TypeScript types of every published document, for programs that do not use zod. They come from the same schemas as the
 * JSON Schemas.
 */
export function documentTypes(): string {
  const types = Object.entries(DOCUMENTS).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { target: "draft-2020-12" }) as Schema;
    const about = `/** Shape \`${name}\`: schemas/json/${name}.schema.json. */`;
    return `${about}\nexport type ${typeName(name)} = ${new Printer(json).type(json, "")};\n`;
  });
  return `// Types of the documents that ratebook publishes. Written by npm run schemas\n\n${types.join("\n")}`;
}
