import { resolve } from "node:path";
import type { Command } from "commander";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { heldReleases } from "../../pipelines/inputs/held.ts";
import { releaseInForce } from "../../pipelines/inputs/in-force.ts";
import {
  missingFindings,
  registryFindings,
  type SourcesFinding,
  unpinnedFindings,
} from "../../pipelines/inputs/sources-findings.ts";
import { isStore } from "../../pipelines/inputs/store.ts";
import { storeFindings } from "../../pipelines/inputs/store-findings.ts";
import { doctorLines, isUnsound, type SourcesList, sourcesLines } from "../print/sources-lines.ts";
import { coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { dayOption } from "../program/day-option.ts";
import { EXIT, exitWith } from "../program/exit-codes.ts";
import { helpEnd } from "../program/help.ts";
import { builtFolder, builtReleases } from "../store/built-releases.ts";
import { hashedDownloads } from "../store/known-hashes.ts";
import { defaultStore, Store } from "../store/store.ts";

export interface SourcesArguments {
  readonly from?: string;
  readonly store?: string;
  readonly out?: string;
  readonly on?: string;
  readonly json?: boolean;
}

/** The named store; else the usual one, where there is one. */
function storeOf({ store }: SourcesArguments): Store | undefined {
  if (store !== undefined) return Store.open(store, { create: false });
  const usual = defaultStore();
  return isStore(usual) ? Store.open(usual, { create: false }) : undefined;
}

/** What is there: the folder's files, and those of the store that the folder does not have. */
function allDownloads({ from }: SourcesArguments, store: Store | undefined): readonly Download[] {
  const own = from === undefined ? [] : hashedDownloads(from, store);
  if (store === undefined || (from !== undefined && resolve(from) === store.folder)) return own;
  const hashes = new Set(own.map(({ sha256 }) => sha256));
  return [...own, ...hashedDownloads(store.folder, store).filter(({ sha256 }) => !hashes.has(sha256))];
}

/** Which releases are registered, held, built, superseded and in force. */
export function sources(options: SourcesArguments, terminal: Terminal): void {
  const { from = null, out, on, json } = options;
  const day = dayOption(on);
  if (on !== undefined) releaseInForce(day);
  const store = storeOf(options);
  const downloads = allDownloads(options, store);
  const built = builtReleases(out, downloads);
  const names = built.map(({ release }) => release);
  const releases = heldReleases(downloads, names, day).map((each) => ({
    ...each,
    built: built.find(({ release }) => release === each.release) ?? null,
  }));
  const list: SourcesList = { day, from, store: store?.folder ?? null, out: out ?? builtFolder(), releases };
  terminal.result(json === true ? jsonText(list) : sourcesLines(list, coloursFor(process.stdout)).join("\n"));
}

/** What is wrong with the folder and the store; a damaged record keeps the store from being listed at all. */
function downloadFindings(options: SourcesArguments, store: Store | undefined): SourcesFinding[] {
  const inStore = store === undefined ? [] : storeFindings(store.folder);
  const isListed = !inStore.some(({ what }) => what.startsWith("records/"));
  const downloads = allDownloads(options, isListed ? store : undefined);
  const looked = options.from !== undefined || (isListed && store !== undefined);
  return looked ? [...missingFindings(downloads), ...unpinnedFindings(downloads), ...inStore] : inStore;
}

/** Returns the exit code: 1 when something is to put right. */
export function doctor(options: SourcesArguments, terminal: Terminal): number {
  const store = storeOf(options);
  const findings = [...downloadFindings(options, store), ...registryFindings()];
  const looked = [
    ...(options.from === undefined ? [] : [options.from]),
    ...(store === undefined ? [] : [store.folder]),
  ];
  const sound = !findings.some(isUnsound);
  const lines = doctorLines(findings, looked, coloursFor(process.stdout));
  terminal.result(options.json === true ? jsonText({ sound, looked, findings }) : lines.join("\n"));
  return sound ? EXIT.done : EXIT.problems;
}

const EXAMPLES = helpEnd([
  ["ratebook sources --from ~/cms", "which releases the folder and the store can build"],
  ["ratebook sources --on 2024-03-09 --json"],
  ["ratebook sources doctor --from ~/cms", "missing, unpinned, changed and orphaned files"],
]);

const DOCTOR_EXAMPLES = helpEnd(
  [["ratebook sources doctor", "the store, and the registry"], ["ratebook sources doctor --from ~/cms --json"]],
  "something is missing, unpinned, changed or orphaned",
);

function declare(command: Command, examples: string): Command {
  return command
    .option("--from <folder>", "folder of CMS's files, or a store")
    .option("--store <folder>", "store of downloads (default: RATEBOOK_STORE, or the user's cache folder)")
    .option("--out <folder>", "folder of built releases (default: out-local, else out)")
    .option("--on <day>", "day of service (default: today)")
    .option("--json", "print as JSON")
    .addHelpText("after", examples);
}

export function addSources(program: Command): void {
  const command = program
    .command("sources")
    .helpGroup("Registry")
    .summary("releases registered, held, built, in force; what is wrong")
    .description("Lists releases: which are registered, held, built, superseded, and in force on a day.");
  declare(command, EXAMPLES).action((options: SourcesArguments) => sources(options, TERMINAL));
  const check = command
    .command("doctor")
    .summary("find missing, unpinned, changed and orphaned files")
    .description("Compares the registry, a folder of downloads and the store, and says what to put right.");
  declare(check, DOCTOR_EXAMPLES).action((_: SourcesArguments, own: Command) => {
    exitWith(doctor(own.optsWithGlobals<SourcesArguments>(), TERMINAL));
  });
}
