import { existsSync, readdirSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fault } from "../../pipelines/problems/problems.ts";
import { registryInUse, useRegistry } from "../../pipelines/sources/read-source.ts";
import { IS_PACKED } from "./packed.ts";
import { UsageError } from "./usage-error.ts";

/** Environment variable that names the registry. */
const VARIABLE = "RATEBOOK_REGISTRY";
/** The registry where none is named. */
const DEFAULT_FOLDER = "ratebook-registry";

const DEFAULT_REGISTRY = `$${VARIABLE}, ./${DEFAULT_FOLDER}`;
export const REGISTRY_HELP = `folder of your own registry entries (default: ${DEFAULT_REGISTRY})`;

/** Commands that write into the registry, and make it where it is missing. */
const WRITERS: ReadonlySet<string> = new Set(["refresh", "register", "factor"]);

/** Written out: the schema with the families would be loaded at every start. */
const FAMILY = "(?:pfs|opps|asc|opps-rule|ncci|ncci-ptp|wage-index|zip)";
/** Files that a registry can have: what a new quarter can need. The others are ratebook's own. */
const FILES = [
  new RegExp(`^(?:publications|profiles)/${FAMILY}/[\\w.-]+\\.json$`),
  /^(?:layouts|indicators)\/[\w-]+\.json$/,
  /^parameters\/(?:conversion-factors|asc-scalars)\.json$/,
  /^(?:calendar|caveats|exceptions|policy-indicators|reasons)\.json$/,
] as const;
const FILE_NAMES =
  "publications/, profiles/, layouts/, indicators/, parameters/conversion-factors.json, parameters/asc-scalars.json, calendar.json, caveats.json, exceptions.json, policy-indicators.json and reasons.json";

/** Where a refresh puts the registry that it is about to replace: beside its place. */
export function movedAside(folder: string): string {
  const place = resolve(folder);
  return join(dirname(place), `.ratebook-${basename(place)}.old`);
}

/** A process that ended between its two renames left the registry aside. */
function putBack(folder: string): void {
  if (existsSync(folder) || !existsSync(movedAside(folder))) return;
  try {
    renameSync(movedAside(folder), folder);
  } catch {
    // It is in its place now, or this process may not write there: the caller looks again.
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Files with the ending .json below a registry but for git's own, with slashes on every system, sorted. */
export function registryFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return entries
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".json") && !path.startsWith(".git/"))
    .sort();
}

/** A misplaced file would silently do nothing. */
function refuseOtherFiles(folder: string): void {
  const others = registryFiles(folder).filter((path) => !FILES.some((each) => each.test(path)));
  if (others.length === 0) return;
  const message = `${others.join(", ")}: not a file that a registry can have; it has ${FILE_NAMES}`;
  throw fault("registry.unknown-file", { file: folder }, message, "Move or rename the file, or remove it");
}

function named(option: string | undefined): { folder: string; by: string } | undefined {
  if (option !== undefined) return { folder: option, by: "--registry" };
  const variable = process.env[VARIABLE];
  return variable === undefined || variable === "" ? undefined : { folder: variable, by: VARIABLE };
}

/** The default registry: where there is one, or where an installed ratebook, which has no checkout, makes one. */
function unnamed(command: string): string | undefined {
  return existsSync(DEFAULT_FOLDER) || (IS_PACKED && WRITERS.has(command)) ? DEFAULT_FOLDER : undefined;
}

/**
 * Layers the user's registry over `sources/`: the folder of `--registry`, or of RATEBOOK_REGISTRY, or
 * `ratebook-registry` in the working directory where that exists.
 *
 * @param command that is run: those that write may name a folder that does not exist yet
 * @throws UsageError when the named folder does not exist; InputFault for a file that a registry cannot have
 */
export async function openRegistry(option: string | undefined, command: string): Promise<void> {
  const wanted = named(option);
  putBack(wanted?.folder ?? DEFAULT_FOLDER);
  const folder = wanted?.folder ?? unnamed(command);
  if (folder !== undefined && isFolder(folder)) refuseOtherFiles(folder);
  else if (wanted !== undefined && (existsSync(wanted.folder) || !WRITERS.has(command)))
    throw new UsageError(`${wanted.by}: "${wanted.folder}" is not a folder`);
  useRegistry(folder);
  if (folder === undefined) return;
  const { validateLookUpSources } = await import("../../pipelines/sources/sources.ts");
  validateLookUpSources();
}

/** Where `register` and `factor` write, as the user names it. */
export function registryShown(): string {
  const folder = registryInUse();
  return folder === undefined ? "sources" : relative(process.cwd(), folder) || folder;
}

/** Arguments for a process that shall use the same registry. */
export function registryArguments(): string[] {
  const folder = registryInUse();
  return folder === undefined ? [] : ["--registry", folder];
}
