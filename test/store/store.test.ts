import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ZodError } from "zod";
import { isStore, STORE_MARKER, storedFile, storeRecords } from "../../pipelines/inputs/store.ts";
import { storeFindings } from "../../pipelines/inputs/store-findings.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { defaultStore, Store } from "../../scripts/store/store.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { bytesOf, seenAs } from "./occasion.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const ZIP = bytesOf("bytes of an archive");
const OTHER = bytesOf("bytes of its correction");
const made = (): Store => Store.open(join(temporaryFolder(), "store"), { create: true });
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((each) => (each.isFile() ? [each.name] : []));

describe("the place of the store", () => {
  it("is what RATEBOOK_STORE names, else the user's folder for caches", () => {
    vi.stubEnv("RATEBOOK_STORE", "/srv/downloads");
    expect(defaultStore()).toBe("/srv/downloads");
    vi.stubEnv("RATEBOOK_STORE", "");
    expect(defaultStore()).toMatch(/ratebook\b.*\bstore$/);
  });

  it("is made where nothing is, or where a run was killed that made it", () => {
    const folder = join(temporaryFolder(), "some/store");
    expect(isStore(folder)).toBe(false);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, ".ratebook-x.0a.part"), "half");
    Store.open(folder, { create: true });
    expect(isStore(folder)).toBe(true);
    expect(Store.open(folder, { create: false }).folder).toBe(folder);
  });

  it("is not made by who only reads, in a folder for something else, or in the place of a file", () => {
    const folder = temporaryFolder();
    const opening = (path: string, create: boolean) => () => Store.open(path, { create });
    expect(opening(folder, false)).toThrow(/store\.not-found: .*found none.*ratebook refresh/);
    writeFileSync(join(folder, "letter.txt"), "");
    for (const create of [true, false]) {
      expect(opening(folder, create)).toThrow(/store\.not-a-store: .*other files \(letter\.txt\)/);
      expect(opening(join(folder, "letter.txt"), create)).toThrow(/store\.not-a-store: .*saw a file/);
    }
    expect(readdirSync(folder)).toEqual(["letter.txt"]);
  });

  it.each([
    [
      { kind: "ratebook/store", version: 2 },
      /store\.newer: .*version 2, this ratebook reads version 1.*newest ratebook/,
    ],
    [{ kind: "ratebook/store", version: 0 }, /store\.not-a-store/],
    [{ kind: "another/store", version: 2 }, /store\.not-a-store/],
    [null, /store\.not-a-store/],
  ])("is refused with the marker %j", (marker, message) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, STORE_MARKER), JSON.stringify(marker));
    expect(() => isStore(folder)).toThrow(message);
    writeFileSync(join(folder, STORE_MARKER), "{");
    expect(() => isStore(folder)).toThrow(/store\.not-a-store/);
  });
});

describe("keeping", () => {
  it("puts bytes under their hash, and a record of how they came", () => {
    const store = made();
    const record = store.keep(ZIP, seenAs("rvu39a.zip"));
    expect(record).toEqual({ sha256: sha256(ZIP), bytes: ZIP.length, seen: [{ ...seenAs("rvu39a.zip"), order: 1 }] });
    expect(readFileSync(storedFile(store.folder, sha256(ZIP)))).toEqual(Buffer.from(ZIP));
    expect(store.record(sha256(ZIP))).toEqual(record);
    expect(store.record(sha256(OTHER))).toBeUndefined();
    expect(storeRecords(store.folder)).toEqual([record]);
    expect(filesIn(store.folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("adds to a record what is new, and the same occasion of another day only once", () => {
    const store = made();
    store.keep(ZIP, seenAs("rvu39a.zip", { licence: { by: "an analyst", on: "2039-11-03" } }));
    const later = { on: "2039-11-04", licence: { by: "an analyst", on: "2039-11-04" } };
    expect(store.keep(ZIP, seenAs("rvu39a.zip", later)).seen).toHaveLength(1);
    const differ = [{ etag: '"1"' }, { lastModified: "Thu" }, { page: "https://www.cms.gov/" }, { name: "other.zip" }];
    for (const other of [...differ, { licence: null }]) store.keep(ZIP, seenAs("rvu39a.zip", { ...later, ...other }));
    expect(store.record(sha256(ZIP))?.seen).toHaveLength(6);
  });

  it("moves a finished file, also one whose bytes it has", () => {
    const store = made();
    for (const name of ["first.zip", "second.zip"]) {
      const path = join(temporaryFolder(), name);
      writeFileSync(path, ZIP);
      store.keepFile(path, seenAs(name));
      expect(existsSync(path)).toBe(false);
    }
    expect(store.record(sha256(ZIP))?.seen.map(({ name }) => name)).toEqual(["first.zip", "second.zip"]);
    expect(storeFindings(store.folder)).toEqual([]);
  });

  it("takes no link for a file", { skip: process.platform === "win32", meta: { needs: "links" } }, () => {
    const [store, folder] = [made(), temporaryFolder()];
    writeFileSync(join(folder, "real.zip"), ZIP);
    symlinkSync(join(folder, "real.zip"), join(folder, "link.zip"));
    expect(() => store.keepFile(join(folder, "link.zip"), seenAs("x.zip"))).toThrow(/from\.not-a-file/);
    expect(storeRecords(store.folder)).toEqual([]);
  });

  it("writes nothing for an occasion that no record can have: a blank name, or a licence that nobody accepted", () => {
    const store = made();
    const path = join(temporaryFolder(), "a.zip");
    writeFileSync(path, ZIP);
    const licence = { by: " ", on: "2039-11-03" };
    for (const seen of [seenAs("a.zip", { licence }), seenAs(" ", { address: null })]) {
      expect(() => store.keep(ZIP, seen)).toThrow(ZodError);
      expect(() => store.keepFile(path, seen)).toThrow(ZodError);
    }
    expect([existsSync(path), filesIn(store.folder)]).toEqual([true, [STORE_MARKER]]);
  });

  it("never writes over what it has: bytes that changed are refused", () => {
    const store = made();
    store.keep(ZIP, seenAs("rvu39a.zip"));
    const file = storedFile(store.folder, sha256(ZIP));
    writeFileSync(file, "damaged");
    expect(() => store.keep(ZIP, seenAs("rvu39a.zip"))).toThrow(
      /store\.changed: .*expected [0-9a-f]{64}.*Delete the file/,
    );
    expect(readFileSync(file, "utf8")).toBe("damaged");
  });

  it("refuses a record that is damaged or of another content", () => {
    const store = made();
    store.keep(ZIP, seenAs("rvu39a.zip"));
    const path = join(store.folder, "records", `${sha256(ZIP)}.json`);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(sha256(ZIP), sha256(OTHER)));
    expect(() => store.record(sha256(ZIP))).toThrow(/store\.record: .*the record is of the content/);
    writeFileSync(path, text.slice(0, 40));
    expect(() => storeRecords(store.folder)).toThrow(/store\.record: .*the record is damaged.*Delete the record/);
  });
});

describe("the newest bytes of an address", () => {
  const address = seenAs("rvu39a.zip").address ?? "";
  const newest = (store: Store): string | undefined => store.newestOf(address)?.record.sha256;

  it("are those that came last, whatever their days: a look ahead is of a later one", () => {
    const store = made();
    expect(newest(store)).toBeUndefined();
    store.keep(ZIP, seenAs("rvu39a.zip", { on: "2039-12-31", etag: '"1"' }));
    store.keep(OTHER, seenAs("rvu39a.zip", { on: "2039-11-03", etag: '"2"' }));
    store.keep(bytesOf("of another address"), seenAs("rvu39b.zip", { on: "2039-12-31" }));
    expect(store.newestOf(address)?.seen.etag).toBe('"2"');
    expect(newest(Store.open(store.folder, { create: false }))).toBe(sha256(OTHER));
  });

  it("are not the earlier ones because these came from elsewhere later", () => {
    const store = made();
    for (const bytes of [ZIP, OTHER]) store.keep(bytes, seenAs("rvu39a.zip"));
    store.keep(ZIP, seenAs("download/rvu39a.zip", { address: null }));
    expect(newest(store)).toBe(sha256(OTHER));
    expect(store.newestOf("download/rvu39a.zip")?.record.sha256).toBe(sha256(ZIP));
  });

  it("are the earlier ones where CMS, or the user, put an earlier file back", () => {
    const store = made();
    for (const bytes of [ZIP, OTHER, ZIP, ZIP]) {
      store.keep(bytes, seenAs("rvu39a.zip"));
      store.keep(bytes, seenAs("own.zip", { address: null }));
    }
    expect([newest(store), store.newestOf("own.zip")?.record.sha256]).toEqual([sha256(ZIP), sha256(ZIP)]);
    expect(store.record(sha256(ZIP))?.seen).toHaveLength(4);
  });

  it("are none when the store has lost them, so that they are asked for again", () => {
    const store = made();
    store.keep(ZIP, seenAs("rvu39a.zip"));
    rmSync(storedFile(store.folder, sha256(ZIP)));
    expect(store.newestOf(address)).toBeUndefined();
    store.keep(ZIP, seenAs("rvu39a.zip"));
    expect([newest(store), storeFindings(store.folder)]).toEqual([sha256(ZIP), []]);
  });

  it("are known of what another process wrote meanwhile", () => {
    const store = made();
    expect(newest(store)).toBeUndefined();
    const another = Store.open(store.folder, { create: false });
    another.keep(ZIP, seenAs("rvu39a.zip"));
    store.keep(OTHER, seenAs("rvu39b.zip"));
    expect(newest(store)).toBe(sha256(ZIP));
    expect(store.record(sha256(OTHER))?.seen).toMatchObject([{ order: 2 }]);
  });
});
