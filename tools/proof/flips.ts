import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import { diceOf } from "../corruption/dice.ts";

/** How many changed bytes `verify` found. */
export interface Flips {
  readonly tried: number;
  readonly caught: number;
  readonly files: number;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function flipOne(out: string, path: string, dice: (below: number) => number): boolean {
  const whole = readFileSync(path);
  const flipped = Buffer.from(whole);
  const at = dice(whole.length);
  flipped[at] = (whole[at] as number) ^ (1 + dice(255));
  writeFileSync(path, flipped);
  const caught = verifyFolder(out, { shapes: false }).findings.length > 0;
  writeFileSync(path, whole);
  return caught;
}

/**
 * Changes single bytes in random files of a copy of an output folder, and runs `verify` after each.
 *
 * @param seed the same seed changes the same bytes
 */
export function flipBytes(out: string, runs: number, seed: number): Flips {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-flips-"));
  try {
    cpSync(out, folder, { recursive: true });
    const files = filesIn(folder);
    const dice = diceOf(seed);
    let caught = 0;
    for (let run = 0; run < runs; run += 1) {
      if (flipOne(folder, files[dice(files.length)] as string, dice)) caught += 1;
    }
    return { tried: runs, caught, files: files.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
