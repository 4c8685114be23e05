import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { availableRevisions } from "../../pipelines/inputs/available.ts";
import { bytesByHash, type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { locateInputs } from "../../pipelines/inputs/locate.ts";
import { nameOf } from "../../pipelines/inputs/name-of-download.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { storeDownloads, storedFile } from "../../pipelines/inputs/store.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { Store } from "../../scripts/store/store.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { zipOf } from "../support/zips.ts";
import { bytesOf, seenAs } from "./occasion.ts";
import { CORRECTED, POSTED, useOwnRegistry } from "./own-registry.ts";

afterEach(() => useRegistry(undefined));

function storeOf(...files: readonly (readonly [name: string, content: string | Uint8Array])[]): Store {
  const store = Store.open(join(temporaryFolder(), "store"), { create: true });
  for (const [name, content] of files)
    store.keep(typeof content === "string" ? bytesOf(content) : content, seenAs(name, { address: null }));
  return store;
}

const hashOf = (text: string): string => sha256(bytesOf(text));

describe(storeDownloads, () => {
  it("lists each content once for each name, below the first digits of its hash", () => {
    const { folder } = storeOf(
      ["GPCI.csv", "one"],
      ["RVU39A/GPCI.csv", "one"],
      ["GPCI.csv", "one"],
      ["GPCI.csv", "two"],
    );
    const [one, two] = ["one", "two"].map((text) => hashOf(text).slice(0, 8));
    const expected = [`${one}/GPCI.csv`, `${one}/RVU39A/GPCI.csv`, `${two}/GPCI.csv`].sort();
    expect(storeDownloads(folder).map(({ path }) => path)).toEqual(expected);
    expect(listDownloads(folder).map(({ path }) => path)).toEqual(expected);
    const read = (each: Download): [string, string] => [each.path.slice(0, 8), Buffer.from(each.read()).toString()];
    expect(new Map(storeDownloads(folder).map(read))).toEqual(
      new Map([
        [one, "one"],
        [two, "two"],
      ]),
    );
  });

  it("keeps names from which the publication is read, also by their folders", () => {
    const names = [
      ["rvu39d-updated-08-26-2039.zip", { family: "pfs", id: "RVU39D" }],
      ["asc/2039Q1/AA.csv", { family: "asc", id: "2039Q1" }],
      ["508 Version April 2039/2039 April Web Addendum B.03.23.39.csv", { family: "opps", id: "2039Q2" }],
    ] as const;
    const { folder } = storeOf(...names.map(([name]) => [name, name] as const));
    for (const [name, named] of names) {
      const listed = storeDownloads(folder).find(({ path }) => path.endsWith(name));
      expect(nameOf(listed?.path ?? "")).toEqual([expect.objectContaining(named)]);
    }
  });

  it("lets no digits of a hash pass for a year", () => {
    const isYear = (text: string): boolean => /20[0-3]\d/.test(hashOf(text).slice(0, 8));
    const text = Array.from({ length: 100_000 }, (_, at) => `bytes ${at}`).find(isYear) ?? "";
    const [listed] = storeDownloads(storeOf(["wage_index.txt", text]).folder);
    expect(listed?.path).toMatch(/20-[0-3]\d[^/]*\/wage_index\.txt$/);
    expect(nameOf(listed?.path ?? "")).toEqual([]);
  });

  it("leaves out what has no bytes, and refuses bytes that are not those of their hash", () => {
    const { folder } = storeOf(["a.csv", "one"], ["b.csv", "two"]);
    rmSync(storedFile(folder, hashOf("one")));
    const [left, ...others] = storeDownloads(folder);
    expect([left?.sha256, others]).toEqual([hashOf("two"), []]);
    writeFileSync(storedFile(folder, hashOf("two")), "six");
    expect(() => left?.read()).toThrow(
      /store\.changed: \S+\/b\.csv: .*expected [0-9a-f]{64}.*Delete \S+.*get the file again/,
    );
  });

  it("looks into archives for archives, as in any folder", async () => {
    const inner = await zipOf({ "GPCI2039.csv": "1" });
    const { folder } = storeOf(["all.zip", await zipOf({ "RVU39A.zip": inner })]);
    const [outer, found, ...others] = listDownloads(folder);
    expect([found?.path, found?.inside, others]).toEqual([`${outer?.path}/RVU39A.zip`, outer?.path, []]);
    expect(found?.read()).toEqual(inner);
  });
});

describe(bytesByHash, () => {
  const pin = (text: string) => ({ name: "a.csv", bytes: text.length as number | null, sha256: hashOf(text) });
  const download = (text: string, hash?: string) => ({
    ...{ path: "a.csv", bytes: text.length, read: vi.fn(() => bytesOf(text)) },
    ...(hash !== undefined && { sha256: hash }),
  });

  it.each([3, null])("reads nothing of another hash, with a size of %s", (bytes) => {
    const [one, two] = [download("one", hashOf("one")), download("two", hashOf("two"))];
    expect(bytesByHash([one, two], { ...pin("two"), bytes })).toEqual(bytesOf("two"));
    expect([one.read, two.read].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
  });

  it.each([3, null])("reads what nobody knows the hash of, with a size of %s", (bytes) => {
    const [one, two] = [download("one", hashOf("one")), download("two")];
    expect(bytesByHash([one, two], { ...pin("two"), bytes })).toEqual(bytesOf("two"));
    expect(one.read).not.toHaveBeenCalled();
  });
});

describe("a posting and its correction in one store", () => {
  const textOf = async (id: string, folder: string): Promise<string> => {
    const problems = new Problems();
    const found = await locateInputs(registeredRelease(id), listDownloads(folder), { allowChanged: false }, problems);
    expect(problems.list).toEqual([]);
    return Buffer.from(found.located[0]?.bytes ?? []).toString();
  };

  it("are both found by their hashes, whatever their names", async () => {
    useOwnRegistry();
    const [, posted] = POSTED;
    const [name, corrected] = CORRECTED;
    const { folder } = storeOf([name, posted], [name, corrected], [name, "a third one that is not registered"]);
    expect(await textOf("2039D", folder)).toBe(corrected);
    expect(await textOf("2039D-opps1", folder)).toBe(posted);
    expect(availableRevisions("2039D", listDownloads(folder))).toEqual(["2039D-opps1"]);
  });
});
