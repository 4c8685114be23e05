import { describe, expect, it } from "vitest";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { nameOf } from "../../pipelines/inputs/name-of-download.ts";
import { archivesOfSeveral, nameWith, withRecognisedNames } from "../../pipelines/inputs/recognised.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { zipOf } from "../support/zips.ts";

const RVU = { "PPRRVU2039_Jan_nonQPP.csv": "x", "GPCI2039.csv": "y" };
const ASC = {
  "January 2039 ASC Addenda - Addendum AA.csv": "x",
  "January 2039 ASC Addenda - Addendum BB.csv": "y",
};

async function archive(path: string, members: Readonly<Record<string, string | Uint8Array>>): Promise<Download> {
  const bytes = await zipOf(members);
  return { path, bytes: bytes.length, read: () => bytes };
}

function pathsOf(...downloads: readonly Download[]): string[] {
  return withRecognisedNames(downloads).map(({ path }) => path);
}

describe(withRecognisedNames, () => {
  it.each([
    ["download.zip", RVU, "RVU39A download.zip"],
    ["mine/download (1).zip", ASC, "mine/ASC addenda 2039Q1 download (1).zip"],
    ["download", RVU, "RVU39A download.zip"],
    ["Unconfirmed.zip.crdownload", ASC, "ASC addenda 2039Q1 Unconfirmed.zip.crdownload.zip"],
    ["random.bin", RVU, "RVU39A random.bin.zip"],
    ["mine/letter.pdf", RVU, "mine/RVU39A letter.pdf.zip"],
    ["x.zip", { "2039 April Web Addendum B.03.23.39.csv": "x" }, "Addendum B 2039Q2 x.zip"],
  ])("gives the archive %s the name of the publication that its members are of", async (path, members, named) => {
    const [found = ""] = pathsOf(await archive(path, members));
    expect(found).toBe(named);
    expect(nameOf(found)).toHaveLength(1);
  });

  it.each([
    ["rvu39b.zip", RVU],
    ["download.zip", { ...RVU, ...ASC }],
    ["download.zip", { "readme.txt": "x" }],
    ["random.bin", { ...RVU, ...ASC }],
    ["download.csv", RVU],
  ])("leaves %s alone where it says what it is, or nobody can say it", async (path, members) => {
    expect(pathsOf(await archive(path, members))).toEqual([path]);
  });

  it("reads no more than the first bytes of a file that is no archive, where it can", async () => {
    const { bytes, read } = await archive("random.bin", RVU);
    let reads = 0;
    const counted = (head: string): Download => ({
      path: "random.bin",
      bytes,
      head: () => new Uint8Array(Buffer.from(head)),
      read: () => {
        reads += 1;
        return read();
      },
    });
    expect(pathsOf(counted("%PDF"), counted("PK\x03"))).toEqual(["random.bin", "random.bin"]);
    expect(reads).toBe(0);
    expect(pathsOf(counted("PK\x03\x04"))).toEqual(["RVU39A random.bin.zip"]);
    expect(pathsOf({ path: "random.bin", bytes, read })).toEqual(["RVU39A random.bin.zip"]);
  });

  it("leaves what is no archive, or cannot be read, as it is", () => {
    const read = (): never => {
      throw fault("file.unreadable", { file: "a.zip" }, "it is a link", "Copy the file");
    };
    const text: Download = { path: "b.zip", bytes: 4, read: () => new Uint8Array(Buffer.from("text")) };
    const paths = ["a.zip", "a.bin"].map((path) => ({ path, bytes: -1, read }));
    expect(pathsOf(...paths, text, { ...text, path: "b.bin" })).toEqual(["a.zip", "a.bin", "b.zip", "b.bin"]);
  });

  it("recognises an archive inside another one, and leaves the outer one alone", async () => {
    const inner = await zipOf(RVU);
    const outer = await archive("all.zip", { "download.zip": inner });
    const inside = { path: "all.zip/download.zip", inside: "all.zip", bytes: inner.length, read: () => inner };
    expect(pathsOf(outer, inside)).toEqual(["all.zip", "all.zip/RVU39A download.zip"]);
  });
});

describe(archivesOfSeveral, () => {
  it("names archives with files of several publications", async () => {
    const all = [await archive("all.zip", { ...RVU, ...ASC }), await archive("one.zip", RVU)];
    expect(archivesOfSeveral(all)).toEqual([{ path: "all.zip", ids: ["RVU39A", "2039Q1"] }]);
  });
});

describe(nameWith, () => {
  it("leaves a name that says the publication", () => {
    expect(nameWith({ family: "pfs", id: "RVU39A" }, "rvu39a-updated-12-21-2038.zip")).toBe(
      "rvu39a-updated-12-21-2038.zip",
    );
    expect(nameWith({ family: "wage-index", id: "2039" }, "index.csv")).toBe("ASC wage index 2039 index.csv");
  });
});
