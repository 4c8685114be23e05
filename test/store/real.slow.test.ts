import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { build } from "../../scripts/commands/build.ts";
import { Store } from "../../scripts/store/store.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";
import { seenAs } from "./occasion.ts";

/** Loose files, an archive, and a posting with its correction. */
const RELEASES = ["2022D", "2022D-opps1", "2026B", "2018A"];

async function builtFrom(from: string): Promise<ReadonlyMap<string, Buffer>> {
  const out = join(temporaryFolder(), "out");
  const terminal = fakeTerminal();
  const code = await build({ from, out, release: RELEASES, codes: "22511", without: ["zip"] }, terminal);
  expect([code, terminal.notes.filter((note) => note.includes("what to do"))]).toEqual([0, []]);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(out.length), readFileSync(path)];
    }),
  );
}

describeWithRealFiles("a store of CMS's files", () => {
  it("builds the same bytes as the folder that they came from, revisions included", async () => {
    const store = Store.open(join(temporaryFolder(), "store"), { create: true });
    for (const each of listDownloads(CMS_FOLDER)) store.keep(each.read(), seenAs(each.path, { address: null }));
    const [fromFolder, fromStore] = [await builtFrom(CMS_FOLDER), await builtFrom(store.folder)];
    expect([...fromStore.keys()]).toEqual([...fromFolder.keys()]);
    expect(
      [...fromFolder].filter(([path, bytes]) => !fromStore.get(path)?.equals(bytes)).map(([path]) => path),
    ).toEqual([]);
  });
});
