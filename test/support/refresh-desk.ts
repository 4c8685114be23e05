import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { RefreshDocument } from "../../schemas/out/refresh.ts";
import { replaceOnce, temporaryFolder } from "./excerpt-copy.ts";
import { ratebookHere } from "./in-process.ts";
import { zipOf } from "./zips.ts";

/** What a refresh said: its report, or its error. */
export interface SaidOfRefresh {
  readonly status: number | null;
  readonly report: RefreshDocument | undefined;
  readonly error: { readonly code: string; readonly message: string } | undefined;
  readonly stderr: string;
}

/**
 * Every file below a folder with the hash of its bytes; none where there is no folder.
 *
 * @param isWanted of paths; others are not read
 */
export function filesBelow(folder: string, isWanted: (path: string) => boolean = () => true): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const all = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = all.filter((path) => isWanted(relative(folder, path)));
  return Object.fromEntries(files.sort().map((path) => [relative(folder, path), sha256(readFileSync(path))]));
}

/** The ASC addenda of a January, as CMS posts them, with a change to Addendum AA. */
export async function ascArchive(year: string, edit = (text: string) => text): Promise<Uint8Array> {
  const addendum = (name: string): string =>
    readFileSync(join(embeddedFolder("2026A"), `${name}.csv`), "utf8").replaceAll("2026", year);
  const named = (name: string): string => `January ${year} ASC Addenda - Addendum ${name}.csv`;
  return await zipOf({ [named("AA")]: edit(addendum("AA")), [named("BB")]: addendum("BB") });
}

/** A correction of Addendum AA: the weight and the rate of 22310. */
export const corrected22310 = replaceOnce('2.4065,"$135.54 "', '2.5000,"$140.81 "');

/** The options that accept every finding of a report, each by its key. */
export function acceptingAll(report: RefreshDocument | undefined): string[] {
  const findings = report?.releases.flatMap((each) => each.findings) ?? [];
  const options = findings.flatMap(({ check, key }) => ["--accept", `${check}:${key}=a made-up file of some rows`]);
  return options.length === 0 ? [] : [...options, "--source", "a test"];
}

/** A user's folders for a refresh of January 2039, all temporary: downloads, store, registry, output, reports. */
export class RefreshDesk {
  readonly folder = temporaryFolder();
  readonly from = join(this.folder, "downloads");
  readonly store = join(this.folder, "store");
  readonly registry = join(this.folder, "registry");
  readonly out = join(this.folder, "out");
  readonly to = join(this.folder, "reports");
  /** What every refresh of this desk is given. */
  readonly options: readonly string[] = [
    ...["--registry", this.registry, "--store", this.store, "--out", this.out, "--to", this.to],
    ...["--on", "2039-01-02"],
  ];

  constructor() {
    mkdirSync(this.from);
  }

  /** Puts a download into the user's folder. */
  download(name: string, bytes: string | Uint8Array): void {
    mkdirSync(dirname(join(this.from, name)), { recursive: true });
    writeFileSync(join(this.from, name), bytes);
  }

  async refresh(...options: readonly string[]): Promise<SaidOfRefresh> {
    return await this.ask("--from", this.from, ...options);
  }

  /** A refresh without the folder of downloads. */
  async ask(...options: readonly string[]): Promise<SaidOfRefresh> {
    const families = options.includes("--families") ? [] : ["--families", "pfs,asc"];
    const { status, stdout, stderr } = await ratebookHere(
      "refresh",
      ...this.options,
      ...families,
      ...options,
      "--json",
    );
    const json = JSON.parse(stdout) as { schema?: string; error?: SaidOfRefresh["error"] };
    return {
      status,
      report: json.error === undefined ? RefreshDocument.parse(json) : undefined,
      error: json.error,
      stderr,
    };
  }

  /** Reviews and applies: every finding is accepted, and new factors get a citation. */
  async apply(...options: readonly string[]): Promise<SaidOfRefresh> {
    return await this.applyFromPages("--from", this.from, ...options);
  }

  /** The same without the folder of downloads. */
  async applyFromPages(...options: readonly string[]): Promise<SaidOfRefresh> {
    const { report } = await this.ask(...options);
    return await this.ask(...options, ...acceptingAll(report), "--cite", "CY 2039 final rules", "--apply");
  }

  /** A file of the registry as JSON. */
  registered(name: string): unknown {
    return JSON.parse(readFileSync(join(this.registry, name), "utf8"));
  }
}
