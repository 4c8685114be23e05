import type * as z from "zod";
import { coloursFor } from "../print/terminal.ts";

/** What a tool answers. */
export interface ToolAnswer {
  /** For people: every amount with its release, its rule or cell, and the caveats. */
  readonly text: string;
  /** For programs: the document of `--json`; absent where it is too large. */
  readonly document?: object;
}

/** A question that a client may ask. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly title: string;
  readonly description: string;
  readonly input: Input;
  readonly output?: z.ZodObject;
  /** @param out folder of built releases */
  readonly answer: (input: z.infer<Input>, out: string) => ToolAnswer | Promise<ToolAnswer>;
}

/** Gives a tool's answer the type of its input. */
export function tool<Input extends z.ZodObject>(each: Tool<Input>): Tool<Input> {
  return each;
}

/** No client is a terminal. */
export const NO_COLOURS = coloursFor({});
