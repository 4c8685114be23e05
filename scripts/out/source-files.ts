import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { z } from "zod";
import { sourcePath } from "../../pipelines/sources/read-source.ts";

/** Longest line of a committed JSON file. */
const LINE = 120;

function isPlain(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

function listText(values: readonly unknown[], indent: string, before: number): string {
  const inner = `${indent}  `;
  const line = `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;
  if (values.length === 0 || (values.every(isPlain) && before + line.length < LINE)) return line;
  return `[\n${values.map((value) => inner + valueText(value, inner, inner.length)).join(",\n")}\n${indent}]`;
}

function objectText(fields: readonly [string, unknown][], indent: string): string {
  if (fields.length === 0) return "{}";
  const inner = `${indent}  `;
  const lines = fields.map(([name, value]) => {
    const start = `${inner}${JSON.stringify(name)}: `;
    return start + valueText(value, inner, start.length);
  });
  return `{\n${lines.join(",\n")}\n${indent}}`;
}

function valueText(value: unknown, indent: string, before: number): string {
  if (Array.isArray(value)) return listText(value, indent, before);
  if (isPlain(value)) return JSON.stringify(value);
  const fields = Object.entries(value as object).filter(([, field]) => field !== undefined);
  return objectText(fields, indent);
}

/** JSON as the formatter writes the files of `sources/`: short lists of texts on one line, all else on lines of its own. */
export function sourceText(document: unknown): string {
  return `${valueText(document, "", 0)}\n`;
}

/** Writes a file of `sources/`: beside its place, then renamed. */
export function writeSource(name: string, document: unknown): string {
  const path = sourcePath(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, sourceText(document));
  renameSync(`${path}.part`, path);
  return `sources/${name}`;
}

/** A file of `sources/`, with its fields in their order; undefined when it does not exist. */
export function currentSource<T>(name: string, schema: z.ZodType<T>): T | undefined {
  const path = sourcePath(name);
  if (!existsSync(path)) return undefined;
  const document: unknown = JSON.parse(readFileSync(path, "utf8"));
  schema.parse(document);
  return document as T;
}
