import fc from "fast-check";
import { type Bases, basesOf } from "./bases.ts";
import { inputOf, type Recipe, recipes } from "./inputs.ts";
import { codesOf } from "./readers.ts";
import type { Order, Word } from "./words.ts";

/** The process that reads inputs. Another process watches it, because a reader that hangs cannot watch itself. */

/** Megabytes that the process may have in memory after reading an input, the files it makes them from included. */
const MOST_MEGABYTES = 900;

function say(word: Word): void {
  process.send?.(word);
}

/** Identifies a mistake: its message without numbers, and its place in the code. */
function signature(error: Error): string {
  const [, place = ""] = (error.stack ?? "").split("\n    at ");
  return `${error.message.split("\n")[0]?.replace(/\d+/g, "N")} ${place.replace(/:\d+\)?$/, "")}`;
}

function refuseMemory(): void {
  const megabytes = Math.floor(process.memoryUsage.rss() / 1024 / 1024);
  if (megabytes > MOST_MEGABYTES) throw new Error(`${megabytes} MB in memory, at most ${MOST_MEGABYTES} were expected`);
}

/** The property: an input is read or has problems; anything else is a finding. */
function property({ reader }: Order, bases: Bases, seed: () => number) {
  let run = 0;
  return fc.asyncProperty(recipes, async (recipe: Recipe) => {
    const input = await inputOf(reader, recipe, bases);
    say({ kind: "begins", seed: seed(), run });
    const codes = await codesOf(reader, input);
    refuseMemory();
    run += 1;
    say({ kind: "ended", codes });
  });
}

/** Replays the kept inputs, each with its seed and path. */
async function replay(order: Order, bases: Bases, found: (seed: number, path: string, error: Error) => void) {
  for (const { seed, path } of order.kept) {
    const held = property(order, bases, () => seed);
    const result = await fc.check(held, { seed, path, endOnFailure: true, numRuns: 1 });
    if (result.errorInstance instanceof Error) found(seed, path, result.errorInstance);
  }
}

/** Tries inputs until the time is over or there were enough. After a finding it continues with the next seed. */
async function explore(order: Order, bases: Bases, found: (seed: number, path: string, error: Error) => void) {
  const end = performance.now() + order.seconds * 1000;
  let wanted = order.inputs ?? 10_000_000;
  for (let seed = order.seed; wanted > 0 && performance.now() < end; seed += 1) {
    const left = end - performance.now();
    const held = property(order, bases, () => seed);
    const result = await fc.check(held, { seed, numRuns: wanted, interruptAfterTimeLimit: left });
    wanted -= result.numRuns;
    if (result.errorInstance instanceof Error) found(seed, result.counterexamplePath ?? "", result.errorInstance);
  }
}

async function session(order: Order): Promise<void> {
  const bases = await basesOf(order.from);
  say({ kind: "ready", bases: bases[order.reader].length });
  const known = new Set<string>();
  const found = (seed: number, path: string, error: Error): void => {
    if (known.has(signature(error))) return;
    known.add(signature(error));
    say({ kind: "found", finding: { seed, path, what: (error.stack ?? error.message).slice(0, 2_000) } });
  };
  await replay(order, bases, found);
  await explore(order, bases, found);
  say({ kind: "done" });
}

process.once("message", (order: Order) => {
  void session(order).finally(() => process.disconnect());
});
