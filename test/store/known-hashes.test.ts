import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { HASHES_FILE, hashedDownloads } from "../../scripts/store/known-hashes.ts";
import { Store } from "../../scripts/store/store.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { zipOf } from "../support/zips.ts";
import { bytesOf, seenAs } from "./occasion.ts";

const made = (): Store => Store.open(join(temporaryFolder(), "store"), { create: true });
const hashOf = (text: string): string => sha256(bytesOf(text));

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function seen(folder: string, store?: Store): Record<string, string | undefined> {
  return Object.fromEntries(hashedDownloads(folder, store).map((each) => [each.path, each.sha256]));
}

/** Puts another hash into the store's memory for all of its files, so that a test sees who believes it. */
function lie(store: Store): string {
  const path = join(store.folder, HASHES_FILE);
  const lied = hashOf("a lie");
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(/"sha256":"[0-9a-f]+"/g, `"sha256":"${lied}"`));
  return lied;
}

describe(hashedDownloads, () => {
  it("hashes what can be read, archives inside archives included", async () => {
    const inner = await zipOf({ "a.csv": "1" });
    const outer = await zipOf({ "RVU39A.zip": inner });
    const folder = folderWith({ "a.csv": "one", "all.zip": outer });
    const expected = { "a.csv": hashOf("one"), "all.zip": sha256(outer), "all.zip/RVU39A.zip": sha256(inner) };
    expect(seen(folder)).toEqual(expected);
    const store = made();
    expect(seen(folder, store)).toEqual(expected);
    const lied = lie(store);
    expect(seen(folder, store)).toEqual({ "a.csv": lied, "all.zip": lied, "all.zip/RVU39A.zip": lied });
  });

  it("leaves out the hash of what cannot be read", async () => {
    const damaged = Buffer.from(await zipOf({ "RVU39A.zip": await zipOf({ "a.csv": "1".repeat(99) }) }));
    damaged.fill(0, 40, 60);
    const found = seen(folderWith({ "all.zip": damaged }), made());
    expect(found).toEqual({ "all.zip": sha256(damaged), "all.zip/RVU39A.zip": undefined });
  });

  it("believes no hash of a file with another size, time of change, or time of its entry", () => {
    const [store, folder] = [made(), folderWith({ "size.csv": "one", "time.csv": "one", "entry.csv": "one" })];
    const paths = ["size.csv", "time.csv", "entry.csv"].map((name) => join(folder, name)) as [string, string, string];
    const day = new Date("2039-01-01T00:00:00Z");
    for (const path of paths) utimesSync(path, day, day);
    seen(folder, store);
    const lied = lie(store);
    expect(seen(folder, store)).toEqual({ "size.csv": lied, "time.csv": lied, "entry.csv": lied });
    writeFileSync(paths[0], "three");
    utimesSync(paths[0], day, day);
    utimesSync(paths[1], new Date(0), new Date(0));
    // A copying program puts other bytes in the place of a file, and sets back the time
    writeFileSync(`${paths[2]}.new`, "two");
    utimesSync(`${paths[2]}.new`, day, day);
    renameSync(`${paths[2]}.new`, paths[2]);
    const expected = { "size.csv": hashOf("three"), "time.csv": hashOf("one"), "entry.csv": hashOf("two") };
    expect(seen(folder, store)).toEqual(expected);
  });

  it("remembers the hashes of several folders, and forgets those of files that are gone", () => {
    const store = made();
    const [one, two] = [folderWith({ "a.csv": "a", "b.csv": "b" }), folderWith({ "c.csv": "c" })];
    for (const folder of [one, two]) seen(folder, store);
    rmSync(join(one, "b.csv"));
    seen(one, store);
    const remembered = Object.keys(JSON.parse(readFileSync(join(store.folder, HASHES_FILE), "utf8")));
    expect(remembered.sort()).toEqual([join(one, "a.csv"), join(two, "c.csv")].sort());
  });

  it("hashes again when its memory is damaged, and does without it when it cannot be written", () => {
    const [store, folder] = [made(), folderWith({ "a.csv": "one" })];
    const memory = join(store.folder, HASHES_FILE);
    writeFileSync(memory, '{"/a.csv":');
    expect(seen(folder, store)).toEqual({ "a.csv": hashOf("one") });
    expect(readFileSync(memory, "utf8")).toContain(hashOf("one"));
    rmSync(memory);
    mkdirSync(join(memory, "a folder"), { recursive: true });
    expect(seen(folder, store)).toEqual({ "a.csv": hashOf("one") });
  });

  it("knows what a store has by its records, and hashes only archives inside its archives", async () => {
    const inner = await zipOf({ "a.csv": "1" });
    const store = made();
    const { sha256: outer } = store.keep(await zipOf({ "RVU39A.zip": inner }), seenAs("all.zip"));
    const hashes = (): (string | undefined)[] => Object.values(seen(store.folder, store));
    expect(hashes()).toEqual([outer, sha256(inner)]);
    const lied = lie(store);
    expect(hashes()).toEqual([outer, lied]);
  });
});
