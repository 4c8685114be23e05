import type { z } from "zod";
import { InputFault } from "../problems/problems.ts";
import { misshapen } from "./faults.ts";

/** The first problems are enough: the rest usually repeat them in other rows. */
const SHOWN = 3;

/** A byte order mark is part of the text, and JSON refuses it. */
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** A value, or what is wrong with the text. */
export type Parsed<Value> = { readonly value: Value } | { readonly why: string };

function wrong(error: z.ZodError): string {
  const shown = error.issues
    .slice(0, SHOWN)
    .map(({ path, message }) => `at /${path.map(String).join("/")}: ${message}`);
  const more = error.issues.length > SHOWN ? `; and ${error.issues.length - SHOWN} more` : "";
  return `${shown.join("; ")}${more}`;
}

/** Reads JSON of any shape. Never throws: returns what is wrong as a sentence. */
export function parseJson(text: string): Parsed<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { why: `not valid JSON: ${(error as Error).message}` };
  }
}

/** Validates JSON. Never throws: returns what is wrong as a sentence. */
export function ofShape<Shape>(schema: z.ZodType<Shape>, json: Parsed<unknown>): Parsed<Shape> {
  if ("why" in json) return json;
  const result = schema.safeParse(json.value);
  return result.success ? { value: result.data } : { why: wrong(result.error) };
}

/**
 * JSON of a file.
 *
 * @param file its name, for messages
 * @param schema left out when the file is verified by its hash
 * @throws InputFault saying what is wrong
 */
export function jsonIn<Shape>(file: string, bytes: Uint8Array, schema?: z.ZodType<Shape>): Shape {
  const json = parseJson(UTF8.decode(bytes));
  const parsed = schema === undefined ? (json as Parsed<Shape>) : ofShape(schema, json);
  if ("why" in parsed) throw new InputFault(misshapen(file, parsed.why));
  return parsed.value;
}
