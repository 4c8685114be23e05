import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import {
  type BuiltDocuments,
  type BuiltRelease,
  builtDocuments,
  builtReleases,
} from "../../pipelines/rate/built-folder.ts";
import { type CodePageSources, isSameKind, type Snapshot } from "../../pipelines/views/code-sources.ts";
import { CodeDocument } from "../../schemas/out/code.ts";
import { AscRow, OppsRow } from "../../schemas/out/facility.ts";
import { NationalRow } from "../../schemas/out/national.ts";
import { UsageError } from "../program/usage-error.ts";

const BUILD_IT = "build it first, with --codes for codes outside the family";

/** Related codes begin with as many characters alike. */
const FAMILY = 4;

function rowsOf<T>(documents: BuiltDocuments, name: string, beginning: string, schema: z.ZodType<T>): T[] {
  return documents.table(name)?.rowsWith(`"hcpcs":"${beginning}`, schema) ?? [];
}

/** Codes that begin so, as the tables of a release have them: the first row, where a code has one a modifier. */
function snapshotsOf(documents: BuiltDocuments, beginning: string): Snapshot[] {
  const national = rowsOf(documents, "national.json", beginning, NationalRow);
  const opps = rowsOf(documents, "opps.json", beginning, OppsRow);
  const asc = rowsOf(documents, "asc.json", beginning, AscRow);
  const heads = ["national.json", "opps.json", "asc.json"].map((name) => documents.table(name)?.head);
  const { release, window, standing } = documents.release;
  const files = Object.assign({}, ...heads.map((head) => head?.files));
  const rules = Object.assign({}, ...heads.map((head) => head?.rules));
  const codes = [...new Set([...national, ...opps, ...asc].map(({ hcpcs }) => hcpcs))].sort();
  return codes.map((code) => {
    const own = ({ hcpcs }: { hcpcs: string }): boolean => hcpcs === code;
    const rows = { national: national.find(own), opps: opps.find(own), asc: asc.find(own) };
    return { hcpcs: code, release, from: window.from, standing, files, rules, ...rows };
  });
}

/** A release that was in force, if only until it was replaced; the same one with another posting of a file, `2022D-opps1`, would stand there twice. */
function isOfHistory({ release, standing }: BuiltRelease): boolean {
  return !standing.neverInForce && !release.includes("-");
}

function byFirstDay(left: BuiltRelease, right: BuiltRelease): number {
  const [a, b] = [left, right].map(({ window, release }) => `${window.from} ${release}`);
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

/** What an output folder holds for pages of codes: every table is read once, and of its rows those of a family. */
export class CodePages {
  private readonly out: string;
  private readonly releases: readonly BuiltRelease[];
  private readonly documents = new Map<string, BuiltDocuments>();
  private readonly families = new Map<string, readonly Snapshot[]>();

  /** @param out output folder of builds */
  constructor(out: string) {
    this.out = out;
    this.releases = builtReleases(out);
  }

  /** The release that was asked for, or the last one of the folder. */
  chosen(name: string | undefined): BuiltRelease {
    const found = name === undefined ? this.releases.at(-1) : this.releases.find(({ release }) => release === name);
    if (found !== undefined) return found;
    const known = this.releases.map(({ release }) => release).join(", ");
    throw new UsageError(`${name ?? "a release"} is not built in ${this.out}; built are ${known}`);
  }

  /** What the page of one code is made from. */
  sources(hcpcs: string, release: BuiltRelease): CodePageSources {
    const path = join(this.out, release.release, "codes", `${hcpcs}.json`);
    if (!existsSync(path)) throw new UsageError(`${path} is not there; ${BUILD_IT}`);
    const past = this.releases.filter((each) => each === release || isOfHistory(each)).sort(byFirstDay);
    return {
      document: CodeDocument.parse(JSON.parse(readFileSync(path, "utf8"))),
      manifest: this.documentsOf(release).manifest(),
      family: this.family(release, hcpcs).filter((each) => isSameKind(hcpcs, each.hcpcs)),
      history: past.flatMap((each) => this.family(each, hcpcs).filter((snapshot) => snapshot.hcpcs === hcpcs)),
    };
  }

  private documentsOf(release: BuiltRelease): BuiltDocuments {
    const documents = this.documents.get(release.release) ?? builtDocuments(this.out, release);
    this.documents.set(release.release, documents);
    return documents;
  }

  private family(release: BuiltRelease, hcpcs: string): readonly Snapshot[] {
    const beginning = hcpcs.slice(0, FAMILY);
    const key = `${release.release} ${beginning}`;
    const family = this.families.get(key) ?? snapshotsOf(this.documentsOf(release), beginning);
    this.families.set(key, family);
    return family;
  }
}
