import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject } from "vitest";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import type { Problem } from "../../schemas/place.ts";
import { diffCommand, volumesCommand } from "../../scripts/commands/diff.ts";
import { explain } from "../../scripts/commands/explain.ts";
import { pageCommand } from "../../scripts/commands/page.ts";
import { rate } from "../../scripts/commands/rate.ts";
import { review } from "../../scripts/commands/review.ts";
import { timelineCommand } from "../../scripts/commands/timeline.ts";
import { togetherCommand } from "../../scripts/commands/together.ts";
import type { Terminal } from "../../scripts/print/terminal.ts";
import { fakeTerminal } from "./fake-terminal.ts";

/** Removed after the run, not after a file: all test files of a process share it. */
const FOLDER = mkdtempSync(join(inject("runFolder"), "not-as-built-"));
export const BUILT = fileURLToPath(new URL("../../out", import.meta.url));
/** A copy of the committed output, for tests to damage. */
export const OUT = join(FOLDER, "out");
/** Folder for the pages that commands write. */
export const WRITTEN = join(FOLDER, "written");
const VOLUMES = join(FOLDER, "volumes.csv");
cpSync(BUILT, OUT, { recursive: true });
mkdirSync(WRITTEN);
writeFileSync(VOLUMES, "code,modifier,setting,locality,count\n22511,,office,0111205,10\n");

/** A file of 2025A as it was built. */
export const original = (path: string): Buffer => readFileSync(join(BUILT, "2025A", path));

/** Every command that reads built documents, and those of 2025A that it reads besides the manifest. */
export const COMMANDS: Readonly<Record<string, readonly [(terminal: Terminal) => unknown, readonly string[]]>> = {
  rate: [
    (terminal) => rate("22511", { out: OUT, release: "2025A" }, terminal),
    ["national.json", "site-of-service.json", "opps.json", "asc.json", "opps-pairs.json"],
  ],
  "rate at a place": [
    (terminal) => rate("22511", { out: OUT, release: "2025A", locality: "0111205", cbsa: "41884" }, terminal),
    ["national.json", "localities.json", "wage-index.json"],
  ],
  "rate in a county": [
    (terminal) => rate("22511", { out: OUT, release: "2025A", county: "Marin, CA" }, terminal),
    ["counties.json", "localities.json"],
  ],
  timeline: [
    (terminal) => timelineCommand("22511", { out: OUT }, terminal),
    ["national.json", "site-of-service.json", "opps.json", "asc.json"],
  ],
  "timeline at a place": [
    (terminal) => timelineCommand("22511", { out: OUT, locality: "0111205" }, terminal),
    ["localities.json"],
  ],
  together: [
    (terminal) => togetherCommand("22511", undefined, { out: OUT, release: "2025A" }, terminal),
    ["opps-pairs.json", "opps-pair-evaluation.json", "opps.json", "site-of-service.json"],
  ],
  explain: [
    (terminal) => explain("22511", "office", { out: OUT, release: "2025A", modifier: "" }, terminal),
    ["codes/22511.json"],
  ],
  "explain of a code without a document": [
    (terminal) => explain("77012", "office", { out: OUT, release: "2025A", modifier: "" }, terminal),
    ["national.json", "localities.json", "opps.json", "asc.json"],
  ],
  page: [
    (terminal) => pageCommand(["22511"], { out: OUT, release: "2025A", pages: WRITTEN }, terminal),
    ["codes/22511.json", "national.json", "opps.json", "asc.json"],
  ],
  diff: [
    (terminal) => diffCommand("2025A", "2026A", { out: OUT, most: "20" }, terminal),
    ["national.json", "localities.json", "counties.json", "opps.json", "asc.json"],
  ],
  "diff of two folders": [
    (terminal) => diffCommand(join(OUT, "2025A"), join(OUT, "2026A"), { out: "nowhere", most: "20" }, terminal),
    ["national.json", "localities.json", "counties.json", "opps.json", "asc.json"],
  ],
  "diff of volumes": [
    (terminal) => volumesCommand("2025A", "2026A", { out: OUT, most: "20", volumes: VOLUMES }, terminal),
    ["national.json", "localities.json", "opps.json", "asc.json"],
  ],
  review: [
    (terminal) => review("2025A", "2026A", { out: OUT, most: "20", file: join(WRITTEN, "review.html") }, terminal),
    ["national.json", "localities.json", "counties.json", "opps.json", "asc.json"],
  ],
};

/** The message of a command about a folder that is not as built; undefined when it succeeds. */
export async function refusal(command: string): Promise<Problem | undefined> {
  const terminal = fakeTerminal();
  try {
    await COMMANDS[command]?.[0](terminal);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    expect([terminal.results, readdirSync(WRITTEN)]).toEqual([[], []]);
    return error.problem;
  } finally {
    for (const name of readdirSync(WRITTEN)) rmSync(join(WRITTEN, name), { recursive: true });
  }
}

/** The message of `verify`, with the file named as in the other commands. */
export function verified(): Problem[] {
  const { findings } = verifyFolder(OUT, { shapes: true });
  return findings.map((each) => ({ ...each, place: { file: join(OUT, each.place.file) } }));
}

/** To write to it would be to write into the committed output. */
function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Puts other bytes into a file of 2025A. */
export function write(path: string, bytes: Buffer): void {
  writeFileSync(join(OUT, "2025A", path), bytes);
}

/** The document with its last digit changed, in as many bytes. */
export function changedBytes(path: string): Buffer {
  const text = original(path).toString("latin1");
  const changed = text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return Buffer.from(changed, "latin1");
}

/** Restores what a test may have changed. Files that are as they were stay: to make one takes longer than to compare. */
export function restore(path: string): void {
  for (const name of [path, "manifest.json", "attestation.intoto.json", "../index.json"]) {
    const file = join(OUT, "2025A", name);
    if (isLink(file)) rmSync(file);
    if (!existsSync(file) || !readFileSync(file).equals(original(name))) writeFileSync(file, original(name));
  }
}

/** What to do about most of it. */
export const BUILD_AGAIN = "Build the release again, or fetch the folder again from its source";
