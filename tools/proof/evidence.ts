import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ConformanceDocument } from "../../schemas/out/conformance.ts";
import { Manifest } from "../../schemas/out/manifest.ts";
import { type Flips, flipBytes } from "./flips.ts";

const LAUNCHER = fileURLToPath(new URL("../../scripts/ratebook.mjs", import.meta.url));
const EMBEDDED = fileURLToPath(new URL("../../out", import.meta.url));
const FLIPS = 1000;
const SEED = 22511;
/** The JSON of a conformance run that differs everywhere. */
const MOST_BYTES = 256 * 1024 * 1024;

/** What `verify --json` says. */
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

/** What the three commands say of every available release. */
export interface Evidence {
  /** Manifests of the releases that were built, in order. */
  readonly releases: readonly Manifest[];
  readonly conformance: ConformanceDocument;
  readonly verify: VerifyResult;
  /** Bytes changed in the embedded releases, and how many of the changes were noticed. */
  readonly flips: Flips;
}

/** Runs a command as a person would, and reads what it prints. */
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

/** What `build --json` says of releases that it could not build. */
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

/**
 * Builds every available release into a folder that goes away again, verifies it, builds it once more to compare, and
 * compares the amounts with those that CMS published.
 *
 * @param tell what is being done
 * @throws Error when a command does not come to an answer
 */
export function gather({ from, published }: Places, tell: (step: string) => void): Evidence {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-proof-"));
  try {
    const out = join(folder, "out");
    tell("building every release");
    const releases = build(from, out);
    tell("verifying them, and building them once more to compare");
    const verify = run(["verify", out, "--from", from]) as VerifyResult;
    tell("comparing amounts with those that CMS published");
    const files = published.flatMap((path) => ["--published", path]);
    const conformance = run(["conformance", "--from", from, ...files, "--opps-cap"]) as ConformanceDocument;
    tell(`changing ${FLIPS} bytes`);
    return { releases, conformance, verify, flips: flipBytes(EMBEDDED, FLIPS, SEED) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
