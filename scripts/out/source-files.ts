import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { differenceOf } from "../../pipelines/sources/layers.ts";
import {
  forgetSources,
  isWhole,
  layeredSource,
  registryInUse,
  shippedSource,
  sourcePath,
} from "../../pipelines/sources/read-source.ts";
import { registryShown } from "../program/registry-folder.ts";

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

/** What is written, and where: the user's registry has only what `sources/` does not say. */
function target(name: string, document: unknown): readonly [path: string, content: unknown] {
  const registry = registryInUse();
  if (registry === undefined) return [sourcePath(name), document];
  return [join(registry, name), isWhole(name) ? document : differenceOf(shippedSource(name), document)];
}

/** Writes a file of `sources/`, or of the user's registry: beside its place, then renamed. */
export function writeSource(name: string, document: unknown): string {
  const [path, content] = target(name, document);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, sourceText(content));
  renameSync(`${path}.part`, path);
  forgetSources();
  return `${registryShown()}/${name}`;
}

/** A file of `sources/` with the user's registry over it, its fields in their order; undefined when neither has it. */
export function currentSource<T>(name: string, schema: z.ZodType<T>): T | undefined {
  const document = layeredSource(name);
  if (document === undefined) return undefined;
  schema.parse(document);
  return document as T;
}
