import { describe, expect, it } from "vitest";
import { openOutput } from "../../pipelines/documents/output.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import type { IndexedRelease } from "../../pipelines/documents/release-index.ts";
import { localityAmounts } from "../../pipelines/exports/locality-amounts.ts";
import type { ReaderDocument } from "../../schemas/out/reader.ts";

const built = openOutput("out");
const documents = built.open(built.releases.find(({ release }) => release === "2026A") as IndexedRelease);
const document = documents.reader("reader") as ReaderDocument;
const pfs = document.pfs as NonNullable<ReaderDocument["pfs"]>;

/** The release with other inputs for its amounts; the manifest stays. */
function withInputs(inputs: Partial<ReaderDocument>): ReleaseDocuments {
  return { manifest: documents.manifest, reader: () => ({ ...document, ...inputs }) } as unknown as ReleaseDocuments;
}

describe(localityAmounts, () => {
  it("is for releases with a fee schedule and its localities", () => {
    expect(localityAmounts(withInputs({}))).toBeDefined();
    expect(localityAmounts(withInputs({ pfs: null }))).toBeUndefined();
    expect(localityAmounts(withInputs({ localities: null }))).toBeUndefined();
  });

  it("refuses amounts that are not those of the build", () => {
    const dearer = withInputs({ pfs: { ...pfs, factor: pfs.factor + 1 } });
    expect(() => localityAmounts(dearer)).toThrow(/amounts\.others: 2026A: the feeSchedule amounts of all localities/);
  });

  it("refuses to leave out a track that the manifest lists", () => {
    const usualAlone = withInputs({ pfs: { ...pfs, qualifying: null } });
    expect(() => localityAmounts(usualAlone)).toThrow(/reader\.json has no qualifyingApm amounts/);
  });
});
