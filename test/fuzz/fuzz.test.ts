import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod";
import { READERS } from "../../scripts/fuzz/tokens.ts";
import { watch } from "../../scripts/fuzz/watch.ts";

/** Inputs that are tried on every run: those that once were findings, with what they did, and a few that never were. */
const Seeds = z.array(z.strictObject({ reader: z.enum(READERS), seed: z.int(), path: z.string(), found: z.string() }));
const kept = Seeds.parse(JSON.parse(readFileSync(new URL("seeds.json", import.meta.url), "utf8")));

/** Seconds for each reader, and the least number of inputs that must come of them on a slow machine. */
const SECONDS = 4;
const LEAST = 40;
const SEED = 20_261_124;

it.each(READERS)(
  "whatever is done to a file, %s reads it or says what is wrong",
  { timeout: 180_000 },
  async (reader) => {
    const own = kept.filter((each) => each.reader === reader);
    const tally = await watch({ reader, seconds: SECONDS, seed: SEED, from: undefined, kept: own });
    console.log(
      `${reader}: ${tally.tried} inputs tried, ${tally.read} read, ${Object.keys(tally.refused).length} kinds of problems`,
    );
    expect(tally.findings).toEqual([]);
    expect(tally.bases).toBeGreaterThan(1);
    expect(tally.tried).toBeGreaterThan(LEAST + own.length);
    expect(tally.read).toBeGreaterThan(0);
  },
);
