import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openOutput } from "../../pipelines/documents/output.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import { sha256, sha256OfBlocks } from "../../pipelines/problems/sha256.ts";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import type { LocalityAmountsIndex } from "../../schemas/out/localities.ts";
import { BuiltCopy } from "../support/built-copy.ts";

const RELEASE = "2026A";
const INDEX = "locality-amounts.index.json";
const LINES = "locality-amounts.ndjson";

function documentsIn({ out }: BuiltCopy): ReleaseDocuments {
  const output = openOutput(out);
  const release = output.releases.find((each) => each.release === RELEASE);
  if (release === undefined) throw new Error(`${RELEASE} is not built`);
  return output.open(release);
}

const textOf = ({ out }: BuiltCopy, path: string): string => readFileSync(join(out, RELEASE, path), "utf8");
const indexOf = (copy: BuiltCopy): LocalityAmountsIndex => JSON.parse(textOf(copy, INDEX)) as LocalityAmountsIndex;

/** The index with another entry about its bulk file, one line a row as it is published. */
function withBulkFile(copy: BuiltCopy, bulkFile: object): string {
  const text = textOf(copy, INDEX);
  const at = text.indexOf(',\n  "lines": [');
  const head = { ...(JSON.parse(`${text.slice(0, at)}}`) as object), bulkFile };
  return JSON.stringify(head).slice(0, -1) + text.slice(at);
}

/** Changes one digit of an amount of a code, in as many bytes. */
function tamper(copy: BuiltCopy, hcpcs: string): void {
  const text = textOf(copy, LINES);
  const at = text.indexOf(".", text.indexOf(`"hcpcs":"${hcpcs}"`));
  writeFileSync(join(copy.out, RELEASE, LINES), `${text.slice(0, at + 1)}x${text.slice(at + 2)}`);
}

/** A copy whose blocks are so long. */
function copyWithBlocks(blockBytes: number): BuiltCopy {
  const copy = new BuiltCopy();
  const content = Buffer.from(textOf(copy, LINES));
  const blocks = { blockBytes, sha256: sha256OfBlocks(content, blockBytes) };
  copy.write(RELEASE, INDEX, withBulkFile(copy, { ...indexOf(copy).bulkFile, blocks }));
  return copy;
}

describe("a line of a bulk file", () => {
  it.each([7, 1000, 2500, 65_536, 1_000_000])("is the one that was published, in blocks of %i bytes", (blockBytes) => {
    const copy = copyWithBlocks(blockBytes);
    const bulk = documentsIn(copy).bulk("locality-amounts");
    const published = textOf(copy, LINES).trimEnd().split("\n");
    expect(published.length).toBeGreaterThan(10);
    for (const text of published) {
      const line = JSON.parse(text) as { hcpcs: string; modifier: string };
      expect(bulk?.line(line.hcpcs, line.modifier)).toEqual(line);
    }
    expect(bulk?.line("99999", "")).toBeUndefined();
    expect(verifyFolder(copy.out, { shapes: true }).findings).toEqual([]);
  });

  it("is refused when its block was changed, and read when another one was, which verify finds", () => {
    const copy = copyWithBlocks(1000);
    tamper(copy, "22511");
    const bulk = documentsIn(copy).bulk("locality-amounts");
    expect(() => bulk?.line("22511", "")).toThrow(
      /document\.changed: .*locality-amounts\.ndjson: saw sha256 [0-9a-f]{64}, its index expects [0-9a-f]{64}/,
    );
    expect(bulk?.line("22515", "")?.hcpcs).toBe("22515");
    expect(
      verifyFolder(copy.out, { shapes: true }).findings.map(({ code, place }) => [code, place.file]),
    ).toContainEqual(["document.changed", `${RELEASE}/${LINES}`]);
  });

  it("is refused when the file is longer or shorter than it was, or gone", () => {
    const copy = copyWithBlocks(1000);
    const [text, { bytes }] = [textOf(copy, LINES), indexOf(copy).bulkFile];
    for (const other of [`${text}\n`, text.slice(0, -1)]) {
      writeFileSync(join(copy.out, RELEASE, LINES), other);
      expect(() => documentsIn(copy).bulk("locality-amounts")?.line("22511", "")).toThrow(
        `saw ${other.length} bytes, the manifest expects ${bytes}`,
      );
    }
  });

  it("of a release whose index has no blocks yet is checked with the whole file", () => {
    const copy = new BuiltCopy();
    const { blocks: _, ...bulkFile } = indexOf(copy).bulkFile;
    copy.write(
      RELEASE,
      INDEX,
      withBulkFile(copy, bulkFile).replace(/"schemaVersion":"[^"]+"/, '"schemaVersion":"2.2.0"'),
    );
    const [first = ""] = textOf(copy, LINES).split("\n");
    expect(documentsIn(copy).bulk("locality-amounts")?.line("22511", "")?.hcpcs).toBe("22511");
    tamper(copy, (JSON.parse(first) as { hcpcs: string }).hcpcs);
    expect(() => documentsIn(copy).bulk("locality-amounts")?.line("22515", "")).toThrow(/document\.changed/);
  });
});

describe("an index whose hashes of blocks are not those of its bulk file", () => {
  it.each([
    ["of other bytes", (blocks: string[]) => ["0".repeat(64), ...blocks.slice(1)]],
    ["too few", (blocks: string[]) => blocks.slice(1)],
    ["too many", (blocks: string[]) => [...blocks, sha256(Buffer.from(""))]],
  ])("is found by verify, whatever the hashes above it say: %s", (_, change) => {
    const copy = copyWithBlocks(1000);
    const { blocks, ...bulkFile } = indexOf(copy).bulkFile;
    const changed = { ...blocks, sha256: change(blocks?.sha256 ?? []) };
    copy.write(RELEASE, INDEX, withBulkFile(copy, { ...bulkFile, blocks: changed }));
    expect(verifyFolder(copy.out, { shapes: true }).findings).toMatchObject([
      {
        code: "document.shape",
        place: { file: `${RELEASE}/${INDEX}` },
        message: "its hashes are not those of the bulk file's blocks",
      },
    ]);
  });
});
