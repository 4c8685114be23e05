import { Command, InvalidArgumentError, Option } from "commander";
import { jsonText } from "../scripts/print/terminal.ts";
import { fuzzLines } from "./fuzz/report.ts";
import { READERS, type Reader } from "./fuzz/tokens.ts";
import { type FuzzTally, watch } from "./fuzz/watch.ts";

/**
 * Gives damaged files, made from real ones, to the readers. Each must be read, or refused with a problem, in limited
 * time.
 */

interface Arguments {
  readonly seconds: number;
  readonly seed: number;
  readonly from?: string;
  readonly reader?: readonly Reader[];
  readonly path?: string;
  readonly json?: true;
}

function whole(text: string): number {
  if (/^-?\d{1,10}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected a whole number.");
}

async function fuzz({ seconds, seed, from, reader = READERS, path, json }: Arguments): Promise<void> {
  const tallies: FuzzTally[] = [];
  for (const each of reader) {
    const kept = path === undefined ? [] : [{ seed, path }];
    const share = path === undefined ? seconds / reader.length : 0;
    tallies.push(await watch({ reader: each, seconds: share, seed, from, kept }));
  }
  const text = json ? jsonText({ seconds, seed, readers: tallies }) : fuzzLines(tallies, from).join("\n");
  process.stdout.write(`${text}\n`);
  if (tallies.some(({ findings }) => findings.length > 0)) process.exitCode = 1;
}

const program = new Command("fuzz")
  .description("read damaged files, and find those that are neither read nor refused with a problem")
  .option("--seconds <number>", "time for all readers together", whole, 60)
  .option("--seed <number>", "the same seed and files give the same inputs", whole, 1)
  .option("--from <folder>", "folder of CMS's own files, damaged in addition to the excerpts")
  .addOption(new Option("--reader <names...>", "only these readers").choices(READERS))
  .option("--path <path>", "replay the input of a finding; needs its --seed")
  .option("--json", "print JSON")
  .parse();
await fuzz(program.opts<Arguments>());
