import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { publishedFiles } from "../../pipelines/inputs/published-files.ts";
import { storedFile } from "../../pipelines/inputs/store.ts";
import { publishedAmong } from "../../scripts/refresh/published.ts";
import { Store } from "../../scripts/store/store.ts";
import { bytesOf, seenAs } from "../store/occasion.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fileOf, record } from "../support/payment-file.ts";
import { zipOf } from "../support/zips.ts";

const AMOUNTS = fileOf(record({ year: "2039", hcpcs: "22511", nonFacility: "1478.06", facility: "390.15" }));
const PFREV = await zipOf({ "PFREV39B.txt": AMOUNTS });

const newStore = (): Store => Store.open(join(temporaryFolder(), "store"), { create: true });
const keep = (store: Store, name: string, bytes: Uint8Array) => store.keep(bytes, seenAs(name, { address: null }));
const textsAt = (paths: readonly string[]) => paths.map((path) => [basename(path), readFileSync(path, "utf8")]);

function folderWith(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `of the folder`);
  }
  return folder;
}

describe(publishedAmong, () => {
  it("finds CMS's payment amounts in a folder by their names", () => {
    const names = ["PFALL39A.txt", "more/pfrev39b-updated-03-10-2039.zip"];
    const from = folderWith(...names, "rvu39a.zip", "my pfall39a.zip");
    const found = publishedAmong(from, newStore().folder, temporaryFolder());
    expect(found).toEqual(names.map((name) => join(from, name)));
  });

  it("gives those of a store a path with CMS's name, which conformance reads", async () => {
    const [store, work] = [newStore(), temporaryFolder()];
    keep(store, "downloads/pfrev39b-updated-03-10-2039.zip", PFREV);
    keep(store, "rvu39a.zip", bytesOf("no amounts"));
    for (const from of [undefined, store.folder]) {
      rmSync(join(work, "published"), { recursive: true, force: true });
      const [path = "", ...more] = publishedAmong(from, store.folder, work);
      expect([path, more]).toEqual([join(work, "published/pfrev39b-updated-03-10-2039.zip"), []]);
      const [file] = (await publishedFiles(path)).files;
      expect([file?.kind, file?.path]).toEqual(["payments", `${path} > PFREV39B.txt`]);
      for await (const piece of file?.pieces() ?? []) expect(Buffer.from(piece).toString()).toBe(AMOUNTS);
    }
  });

  it("takes the last posting of the same amounts, and none that the store has lost", () => {
    const store = newStore();
    keep(store, "pfrev39b_updated_03-10-2039.zip", bytesOf("updated"));
    keep(store, "PFREV39B.zip", bytesOf("first posting, brought later"));
    keep(store, "pfrev39b-posted-06-30-2039.zip", bytesOf("posted"));
    keep(store, "pfall39b.zip", bytesOf("all codes"));
    const lost = keep(store, "pfrev39c.zip", bytesOf("lost"));
    rmSync(storedFile(store.folder, lost.sha256));
    expect(textsAt(publishedAmong(undefined, store.folder, temporaryFolder()))).toEqual([
      ["pfrev39b-posted-06-30-2039.zip", "posted"],
      ["pfall39b.zip", "all codes"],
    ]);
  });

  it("prefers the user's folder to the store", () => {
    const store = newStore();
    keep(store, "pfrev39b.zip", bytesOf("of the store"));
    keep(store, "pfrev39c.zip", bytesOf("of the store"));
    const from = folderWith("pfrev39b-updated-03-10-2039.zip");
    expect(textsAt(publishedAmong(from, store.folder, temporaryFolder()))).toEqual([
      ["pfrev39b-updated-03-10-2039.zip", "of the folder"],
      ["pfrev39c.zip", "of the store"],
    ]);
  });
});
