import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConformanceDocument } from "../../schemas/out/conformance.ts";
import { Manifest } from "../../schemas/out/manifest.ts";
import { marked } from "../../scripts/print/marked.ts";
import { DAMAGE_MARKS } from "../mutations/page.ts";
import { type Flips, flipBytes } from "./flips.ts";

const LAUNCHER = fileURLToPath(new URL("../../scripts/ratebook.mjs", import.meta.url));
const EMBEDDED = fileURLToPath(new URL("../../out", import.meta.url));
const FLIPS = 1000;
const SEED = 22511;
/** Large enough for the JSON of a conformance run in which every amount differs. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Output of `verify --json`. */
interface VerifyResult {
  readonly verified: boolean;
  readonly releases: readonly {
    readonly release: string;
    readonly files: number;
    readonly bytes: number;
    readonly rebuilt: { readonly compared: number; readonly equal: number } | null;
  }[];
  readonly findings: readonly unknown[];
}

/** Where CMS's files are. */
export interface Places {
  readonly from: string;
  readonly published: readonly string[];
}

/** The results of the three commands for every available release. */
export interface Evidence {
  /** Manifests of the releases that were built, in order. */
  readonly releases: readonly Manifest[];
  readonly conformance: ConformanceDocument;
  readonly verify: VerifyResult;
  /** Summary of `docs/mutations.md`, which has a test of its own. */
  readonly damages: string;
  /** Bytes changed in the embedded releases, and how many changes `verify` found. */
  readonly flips: Flips;
}

/** Runs a command and reads its JSON. */
function run(args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LAUNCHER, ...args, "--json"], {
    encoding: "utf8",
    maxBuffer: MOST_BYTES,
  });
  if (status === 0 || status === 1) return JSON.parse(stdout);
  throw new Error(`ratebook ${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
}

function builtReleases(out: string): Manifest[] {
  const folders = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .sort()
    .map((name) => Manifest.parse(JSON.parse(readFileSync(join(out, name, "manifest.json"), "utf8"))));
}

/** The part of `build --json` about releases that could not be built. */
interface BuildResult {
  readonly releases: readonly { readonly release: string; readonly built: boolean; readonly problems: unknown[] }[];
}

function build(from: string, out: string): Manifest[] {
  const { releases } = run(["build", "--from", from, "--all-releases", "--out", out]) as BuildResult;
  const failed = releases.filter(({ built }) => !built);
  if (failed.length === 0) return builtReleases(out);
  throw new Error(
    `not built: ${failed.map(({ release, problems }) => `${release} ${JSON.stringify(problems[0])}`).join("; ")}`,
  );
}

function damagesSummary(): string {
  return marked(readFileSync(new URL("../../docs/mutations.md", import.meta.url), "utf8"), ...DAMAGE_MARKS);
}

/**
 * Builds every available release into a temporary folder, verifies it, builds it again to compare, and compares the
 * amounts with those that CMS published.
 *
 * @param report called with each step
 * @throws Error when a command gives no result
 */
export function gather({ from, published }: Places, report: (step: string) => void): Evidence {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-proof-"));
  try {
    const out = join(folder, "out");
    report("building every release");
    const releases = build(from, out);
    report("verifying every release, and building it again to compare");
    const verify = run(["verify", out, "--from", from]) as VerifyResult;
    report("comparing amounts with those that CMS published");
    const files = published.flatMap((path) => ["--published", path]);
    const conformance = run(["conformance", "--from", from, ...files, "--opps-cap"]) as ConformanceDocument;
    report(`changing ${FLIPS} bytes`);
    return { releases, conformance, verify, damages: damagesSummary(), flips: flipBytes(EMBEDDED, FLIPS, SEED) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
