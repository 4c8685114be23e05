import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { sourcePath } from "../../pipelines/sources/read-source.ts";
import { openZip } from "../../pipelines/tables/zip.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** The CPT codes in the first column of every relative value file, read without the pipeline. */
async function cptCodes(): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  for (const download of listDownloads(CMS_FOLDER).filter(({ path }) => /RVU\d\d\w\.zip$/i.test(path))) {
    for (const member of await openZip(download.read(), download.path)) {
      if (!/PPRRVU.*\.csv$/i.test(member.name)) continue;
      const text = new TextDecoder("latin1").decode(await member.read());
      for (const [, code = ""] of text.matchAll(/^(\d{4}[\dFTU]),/gm)) codes.add(code);
    }
  }
  return codes;
}

/** Data files have the document compressed. */
function textOf(path: string): string {
  const text = readFileSync(path, "utf8");
  const packed = /^ratebookReceives\("[^"]*","([^"]*)"/.exec(text)?.[1];
  return packed === undefined ? text : gunzipSync(Buffer.from(packed, "base64")).toString("utf8");
}

/** Numbers of counties and ZIP codes, which have five digits like a code. */
function otherNumbers(): ReadonlySet<string> {
  const texts = ["counties.json", "county-names.json", "regions.json"].map((name) =>
    readFileSync(sourcePath(name), "utf8"),
  );
  return new Set(texts.join().match(/\d{5}/g));
}

/**
 * Numbers of programs that are not ours: sizes of a drawing in a workbook ("25400"), tints, colours, code pages, tables of
 * deflate and of characters, and sizes of CMS's files. None is a text that equals a code.
 */
const NUMBER_BESIDE = /[=:,([{<>&|*+-]$/;
const IN_A_DRAWING = /(?:val|w|h|dist|dir|blurRad|pos|coordsize|ang|fov)[=:]"[\d,]*$/;

describeWithRealFiles("a site without CMS's data", () => {
  it("has no CPT code in any of its files", async () => {
    const codes = await cptCodes();
    expect(codes.size).toBeGreaterThan(11_000);
    const site = join(temporaryFolder(), "site");
    expect(await ratebookHere("site", "--bring-your-own", "--to", site)).toMatchObject({ status: 0 });
    const others = otherNumbers();
    const found = readdirSync(site, { recursive: true, withFileTypes: true }).flatMap((entry) => {
      if (!entry.isFile()) return [];
      const text = textOf(join(entry.parentPath, entry.name));
      return [...text.matchAll(/(?<![\w.])\d{4}[\dFTU](?!\w)/g)].flatMap(({ 0: code, index }) => {
        const before = text.slice(Math.max(0, index - 40), index);
        const isNumber = /^\d+$/.test(code) && (NUMBER_BESIDE.test(before) || IN_A_DRAWING.test(before));
        return codes.has(code) && !others.has(code) && !isNumber ? [`${entry.name}: ${before}${code}`] : [];
      });
    });
    expect(found).toEqual([]);
  });
});
