import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod";
import { READERS } from "../../tools/fuzz/tokens.ts";
import { watch } from "../../tools/fuzz/watch.ts";
import { PATIENT } from "./patient.ts";

/** Inputs that are tried on every run: those that once were findings, with what they did, and a few that never were. */
const Seeds = z.array(z.strictObject({ reader: z.enum(READERS), seed: z.int(), path: z.string(), found: z.string() }));
const kept = Seeds.parse(JSON.parse(readFileSync(new URL("seeds.json", import.meta.url), "utf8")));

/** How many inputs each reader is given: some seconds' worth. */
const INPUTS = { csv: 400, txt: 2000, xlsx: 80, zip: 150, downloads: 300 } as const;
const SEED = 20_261_124;

it.each(READERS)("whatever is done to a file, %s reads it or says what is wrong", async (reader) => {
  const own = kept.filter((each) => each.reader === reader);
  const order = { reader, seconds: 3600, inputs: INPUTS[reader], seed: SEED, from: undefined, kept: own };
  const tally = await watch(order, PATIENT);
  console.log(
    `${reader}: ${tally.tried} inputs tried, ${tally.read} read, ${Object.keys(tally.refused).length} kinds of problems`,
  );
  expect(tally.findings).toEqual([]);
  expect(tally.bases).toBeGreaterThan(1);
  expect(tally.tried).toBe(INPUTS[reader] + own.length);
  expect(tally.read).toBeGreaterThan(0);
});
