import { Command, InvalidArgumentError, Option } from "commander";
import { jsonText } from "../scripts/print/terminal.ts";
import { fuzzLines } from "./fuzz/report.ts";
import { READERS, type Reader } from "./fuzz/tokens.ts";
import { type FuzzTally, watch } from "./fuzz/watch.ts";

/**
 * Gives the readers files that somebody or something has damaged, real ones with changes, and sees that each is read
 * or refused with a problem: nothing else may happen, and not for long.
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
  .description("read changed files, and find what is neither read nor refused with a problem")
  .option("--seconds <number>", "how long, over all readers", whole, 60)
  .option("--seed <number>", "the same seed makes the same inputs of the same files", whole, 1)
  .option("--from <folder>", "folder of CMS's own files, changed beside the excerpts")
  .addOption(new Option("--reader <names...>", "only these").choices(READERS))
  .option("--path <path>", "replay the one input of --seed that a finding names")
  .option("--json", "print JSON")
  .parse();
await fuzz(program.opts<Arguments>());
