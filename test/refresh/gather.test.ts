import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { storeRecords } from "../../pipelines/inputs/store.ts";
import { BOUNDS } from "../../pipelines/problems/bounds.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { currentDownloads, type KnownCurrent } from "../../scripts/refresh/current.ts";
import { gatherFolder, keepDownloads, originsIn } from "../../scripts/refresh/gather.ts";
import { Store } from "../../scripts/store/store.ts";
import { bytesOf, seenAs } from "../store/occasion.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { zipOf } from "../support/zips.ts";

const RVU = await zipOf({ "PPRRVU2039_Jan_nonQPP.csv": "x", "GPCI2039.csv": "y" });
const ADDENDUM = "April 2039 Web Addendum B.csv";

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const newStore = (): Store => Store.open(join(temporaryFolder(), "store"), { create: true });

function kept(from: string, store: Store) {
  const problems = new Problems();
  const { downloads, notes } = gatherFolder(from, store.folder);
  const count = keepDownloads(downloads, store, "2039-01-02", problems);
  const names = storeRecords(store.folder).flatMap(({ seen }) => seen.map(({ name }) => name));
  return { count, names: names.sort(), problems: problems.list.map(({ code }) => code), notes };
}

describe(keepDownloads, () => {
  it("keeps each content once, under every name, and nothing that no release is built from", () => {
    const from = folderWith({ "rvu39a.zip": RVU, "copy/rvu39a.zip": RVU, [ADDENDUM]: "x", "letter.pdf": "y" });
    const store = newStore();
    const first = kept(from, store);
    expect([first.count, first.names]).toEqual([3, [ADDENDUM, "copy/rvu39a.zip", "rvu39a.zip"]]);
    expect(storeRecords(store.folder)).toHaveLength(2);
    expect(kept(from, store).count).toBe(0);
  });

  it("keeps an archive inside an archive with the outer one, or alone where the outer one is not used", async () => {
    const named = folderWith({ "rvu39a.zip": await zipOf({ "GPCI2039.csv": "y", "rvu39a.zip": RVU }) });
    expect(kept(named, newStore())).toMatchObject({ count: 1, names: ["rvu39a.zip"] });
    const other = folderWith({ "all.zip": await zipOf({ "download.zip": RVU, "letter.txt": "x" }) });
    expect(kept(other, newStore())).toMatchObject({ count: 1, names: ["all.zip/RVU39A download.zip"] });
  });

  it("keeps an archive under its publication, whatever its name", () => {
    expect(kept(folderWith({ "random.bin": RVU, "letter.bin": "x" }), newStore()).names).toEqual([
      "RVU39A random.bin.zip",
    ]);
  });

  it("keeps archives of payment amounts, also those with longer members than any table has", async () => {
    const short = await zipOf({ "PFREV39B.txt": "x" });
    const long = await zipOf({ "PFALL39A.txt": Buffer.alloc(BOUNDS.fileBytes + 1) });
    const from = folderWith({ "pfrev39b-updated-03-10-2039.zip": short, "PFALL39A.zip": long, "PFALL39A.txt": "x" });
    const { names, problems } = kept(from, newStore());
    expect([names, problems]).toEqual([["PFALL39A.zip", "pfrev39b-updated-03-10-2039.zip"], []]);
    expect(gatherFolder(from, "").looked.notRecognised).toEqual([]);
    const cut = folderWith({ "pfrev39b.zip": short.subarray(0, 60) });
    expect(kept(cut, newStore()).problems).toEqual(["refresh.damaged-archive"]);
  });

  it("keeps no archive that is damaged and nothing that cannot be read, and says so of each", () => {
    const from = folderWith({ "rvu39a.zip": RVU.subarray(0, 200), [ADDENDUM]: "x" });
    symlinkSync(join(from, ADDENDUM), join(from, "rvu39b.zip"));
    const { names, problems } = kept(from, newStore());
    expect([names, problems]).toEqual([[ADDENDUM], ["refresh.damaged-archive", "from.not-a-file"]]);
  });

  it("says which archive is not used because it has files of several publications", async () => {
    const several = await zipOf({ "PPRRVU2039_Jan_nonQPP.csv": "x", [ADDENDUM]: "y" });
    const { count, notes } = kept(folderWith({ "all.zip": several }), newStore());
    expect([count, notes]).toEqual([
      0,
      [expect.stringMatching(/^all\.zip is not used: it has files of RVU39A, 2039Q2/)],
    ]);
  });
});

describe(currentDownloads, () => {
  function listed(store: Store, known: KnownCurrent = {}): string[] {
    return currentDownloads(store, known)
      .map(({ read }) => Buffer.from(read()).toString())
      .sort();
  }

  it("leaves out what other bytes of the same address, or of the same name of the user's, have replaced", () => {
    const store = newStore();
    for (const on of ["2039-01-02", "2039-01-03"]) {
      store.keep(bytesOf(`CMS ${on}`), seenAs("a.csv", { on }));
      store.keep(bytesOf(`own ${on}`), seenAs("a.csv", { on, address: null }));
    }
    expect(listed(store)).toEqual(["CMS 2039-01-03", "own 2039-01-03"]);
    const [first] = storeRecords(store.folder).filter(({ seen }) => seen[0]?.on === "2039-01-02");
    expect(listed(store, { named: new Set([first?.sha256 ?? ""]) })).toHaveLength(3);
  });

  it("takes the files that came last, whatever their days, also where they came before", () => {
    const store = newStore();
    const from = temporaryFolder();
    for (const [text, on] of [
      ["first", "2039-12-31"],
      ["second", "2039-01-02"],
      ["first", "2039-01-01"],
    ] as const) {
      writeFileSync(join(from, ADDENDUM), text);
      expect(keepDownloads(gatherFolder(from, store.folder).downloads, store, on, new Problems())).toBe(1);
      expect(listed(store)).toEqual([text]);
    }
  });

  it("leaves out what CMS's pages no longer link to, with the archives in it", async () => {
    const store = newStore();
    store.keep(bytesOf("linked"), seenAs("a.csv"));
    store.keep(await zipOf({ "rvu39a.zip": RVU }), seenAs("all.zip"));
    expect(currentDownloads(store, {})).toHaveLength(3);
    expect(listed(store, { posted: new Set([seenAs("a.csv").address ?? ""]) })).toEqual(["linked"]);
  });
});

describe(originsIn, () => {
  it("gives the last address and the last licence of some bytes", () => {
    const store = newStore();
    const licence = { by: "an analyst", on: "2039-01-02" };
    store.keep(RVU, seenAs("a.zip", { licence }));
    const { sha256 } = store.keep(RVU, seenAs("b.zip", { address: null }));
    const { addressOf, licenceOf } = originsIn(store);
    expect([addressOf(sha256), licenceOf(sha256)]).toEqual(["https://www.cms.gov/files/zip/a.zip", licence]);
    expect([addressOf("0".repeat(64)), originsIn(undefined).licenceOf(sha256)]).toEqual([undefined, undefined]);
  });
});
