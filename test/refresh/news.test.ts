import { describe, expect, it } from "vitest";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { publicationEntry } from "../../pipelines/inputs/registry.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { NOTE_TO_DRAFT, newsAmong, registeredHashes, type WantedNews } from "../../pipelines/refresh/news.ts";
import { Family } from "../../schemas/source/release.ts";

function download(path: string, text = path, hash?: string): Download {
  const bytes = new Uint8Array(Buffer.from(text));
  return { path, bytes: bytes.length, read: () => bytes, ...(hash === undefined ? {} : { sha256: hash }) };
}

async function news(downloads: readonly Download[], wanted: Partial<WantedNews> = {}) {
  const problems = new Problems();
  const all = { families: Family.options, picks: [], addressOf: () => undefined, licenceOf: () => undefined };
  const found = await newsAmong(downloads, { ...all, ...wanted }, problems);
  return {
    problems: problems.list,
    fresh: found,
    found: found.map(({ name, fresh }) => [name.base, ...fresh.map(({ kind, entry }) => `${kind} ${entry.label}`)]),
  };
}

const B = "RVU39B/GPCI2039.csv";
const ADDENDUM = "April 2039 Web Addendum B.03.22.39.csv";

describe(newsAmong, () => {
  it("gives what is not registered, by release in order, of the wanted families", async () => {
    const all = [download("2039-wage_index.csv"), download("RVU39C/GPCI2039.csv"), download(B), download(ADDENDUM)];
    expect((await news(all)).found).toEqual([
      ["2039A", "new ASC wage index 2039"],
      ["2039B", "new RVU39B", "new Addendum B 2039Q2"],
      ["2039C", "new RVU39C"],
    ]);
    expect((await news(all, { families: ["opps"] })).found).toEqual([["2039B", "new Addendum B 2039Q2"]]);
    expect((await news([download("notes.csv")])).found).toEqual([]);
  });

  it("leaves out what the registry knows by its hash, and takes other bytes for another posting", async () => {
    const [first] = publicationEntry("pfs", "RVU26C").revisions;
    const gpci = first?.files.find(({ role }) => role === "gpci");
    expect((await news([download("RVU26C/GPCI2026.csv", "x", gpci?.sha256)])).found).toEqual([]);
    const other = await news([download("RVU26C/GPCI2026.csv")]);
    expect(other.found).toEqual([["2026C", "revision RVU26C"]]);
    expect(other.fresh[0]?.fresh[0]?.entry.revisions.at(-1)?.note).toBe(NOTE_TO_DRAFT);
  });

  it("gives a posting its address, and who accepted the licence before it", async () => {
    const hash = sha256(new Uint8Array(Buffer.from(ADDENDUM)));
    const licence = { by: "an analyst", on: "2039-03-23" };
    const url = "https://www.cms.gov/files/zip/a.zip";
    const { fresh } = await news([download(ADDENDUM)], {
      addressOf: (asked) => (asked === hash ? url : undefined),
      licenceOf: (asked) => (asked === hash ? licence : undefined),
    });
    expect(fresh[0]?.fresh[0]?.entry.revisions).toMatchObject([{ url, licence, posted: "2039-03-22" }]);
  });

  it("reports a release in doubt, and the others all the same; a pick ends the doubt", async () => {
    const twice = [download(`a/${ADDENDUM}`, "a"), download(`b/${ADDENDUM}`, "b"), download("RVU39C/GPCI2039.csv")];
    const doubt = await news(twice);
    expect([doubt.found, doubt.problems.length]).toEqual([[["2039C", "new RVU39C"]], 1]);
    expect(doubt.problems[0]?.message).toMatch(/several downloads could be it/);
    expect((await news(twice, { picks: ["b/"] })).found).toHaveLength(2);
  });
});

describe(registeredHashes, () => {
  it("has every archive and file of every posting of the families", () => {
    const known = registeredHashes(["pfs"]);
    for (const { archive, files } of publicationEntry("pfs", "RVU26B").revisions)
      for (const hash of [archive?.sha256 ?? files[0]?.sha256, ...files.map((each) => each.sha256)])
        expect(known.has(hash ?? "")).toBe(true);
    expect(known.has(publicationEntry("asc", "2026Q1").revisions[0]?.files[0]?.sha256 ?? "")).toBe(false);
  });
});
