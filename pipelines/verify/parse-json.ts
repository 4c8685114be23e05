import type { z } from "zod";

/** The first of what is wrong says enough: the rest is usually the same in other rows. */
const SHOWN = 3;

/** A value of a shape, or what is wrong with the text. */
export type Parsed<Shape> = { readonly value: Shape } | { readonly why: string };

function wrong(error: z.ZodError): string {
  const shown = error.issues
    .slice(0, SHOWN)
    .map(({ path, message }) => `at /${path.map(String).join("/")}: ${message}`);
  const more = error.issues.length > SHOWN ? `; and ${error.issues.length - SHOWN} more` : "";
  return `${shown.join("; ")}${more}`;
}

/** Reads JSON of a shape. Throws nothing: what is wrong is told in a sentence. */
export function parseJson<Shape>(schema: z.ZodType<Shape>, text: string): Parsed<Shape> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { why: `no JSON: ${(error as Error).message}` };
  }
  const result = schema.safeParse(json);
  return result.success ? { value: result.data } : { why: wrong(result.error) };
}
