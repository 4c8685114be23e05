import { ReleaseCodes } from "../../pipelines/answers/code/release-codes.ts";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { orOtherReleases } from "../../pipelines/answers/rate/other-releases.ts";
import { togetherOf } from "../../pipelines/answers/rate/together.ts";
import { type Output, openOutput } from "../../pipelines/documents/output.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import { byFirstDay, type IndexedRelease } from "../../pipelines/documents/release-index.ts";
import { type CodePageSources, isSameKind, type Snapshot } from "../../pipelines/reports/views/code-sources.ts";

/** Related codes share this many first characters. */
const FAMILY = 4;

/** The codes of a release with this beginning, each with the first of its rows. */
function snapshotsOf(documents: ReleaseDocuments, beginning: string): Snapshot[] {
  const [pfs, hospital, center] = [documents.table("national"), documents.table("opps"), documents.table("asc")];
  const national = pfs?.rowsBeginning({ hcpcs: beginning }) ?? [];
  const opps = hospital?.rowsBeginning({ hcpcs: beginning }) ?? [];
  const asc = center?.rowsBeginning({ hcpcs: beginning }) ?? [];
  const { release, window, standing } = documents.manifest;
  const files = { ...pfs?.head.files, ...hospital?.head.files, ...center?.head.files };
  const rules = pfs?.head.rules ?? {};
  const codes = [...new Set([...national, ...opps, ...asc].map(({ hcpcs }) => hcpcs))].sort();
  return codes.map((code) => {
    const own = ({ hcpcs }: { hcpcs: string }): boolean => hcpcs === code;
    const rows = { national: national.find(own), opps: opps.find(own), asc: asc.find(own) };
    return { hcpcs: code, release, from: window.from, standing, files, rules, ...rows };
  });
}

/** Leaves out releases that were never in force, and other revisions, such as `2022D-opps1`, of a listed release. */
function isOfHistory({ release, standing }: IndexedRelease): boolean {
  return !standing.neverInForce && !release.includes("-");
}

/** The data of an output folder for pages of codes. Reads every table once, and only the rows of a family. */
export class CodePages {
  private readonly output: Output;
  private readonly codes = new Map<string, ReleaseCodes>();
  private readonly families = new Map<string, readonly Snapshot[]>();

  /** @param out output folder of builds */
  constructor(out: string) {
    this.output = openOutput(out);
  }

  /** The named release, or the latest in the folder. */
  chosen(release: string | undefined): IndexedRelease {
    return chooseRelease({ release }, this.output.releases, this.output.folder).built;
  }

  /** The data for the page of one code. */
  sources(hcpcs: string, release: IndexedRelease): CodePageSources {
    const { releases } = this.output;
    const past = releases.filter((each) => each === release || isOfHistory(each)).sort(byFirstDay);
    const codes = this.codesOf(release);
    return {
      document: codes.document(hcpcs),
      manifest: codes.documents.manifest,
      together: togetherOf(codes.documents, { hcpcs, day: null }),
      family: this.family(release, hcpcs).filter((each) => isSameKind(hcpcs, each.hcpcs)),
      history: past.flatMap((each) => this.family(each, hcpcs).filter((snapshot) => snapshot.hcpcs === hcpcs)),
    };
  }

  /** Throws InputFault for a code that no source of the release has, with the other built releases that have it. */
  refuseUnknown(hcpcs: string, release: IndexedRelease): void {
    orOtherReleases(this.output, release, () => this.codesOf(release).document(hcpcs));
  }

  /** The codes of a release. */
  codesOf(release: IndexedRelease): ReleaseCodes {
    const codes = this.codes.get(release.release) ?? new ReleaseCodes(this.output.open(release));
    this.codes.set(release.release, codes);
    return codes;
  }

  private family(release: IndexedRelease, hcpcs: string): readonly Snapshot[] {
    const beginning = hcpcs.slice(0, FAMILY);
    const key = `${release.release} ${beginning}`;
    const family = this.families.get(key) ?? snapshotsOf(this.codesOf(release).documents, beginning);
    this.families.set(key, family);
    return family;
  }
}
