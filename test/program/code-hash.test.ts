import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { codeHash, codeHashBelow } from "../../scripts/program/code-hash.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A copy of what the hash is about. */
function copy(): string {
  const folder = join(temporaryFolder(), "elsewhere");
  for (const part of ["pipelines", "schemas", "sources", "package-lock.json"])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  return folder;
}

describe(codeHash, () => {
  it("is a sha256, and the same in another folder", () => {
    expect(codeHash()).toMatch(/^[0-9a-f]{64}$/);
    expect(codeHashBelow(copy())).toBe(codeHash());
  });

  it.each(["pipelines/pfs/kernel.ts", "schemas/units.ts", "sources/exceptions.json", "package-lock.json"])(
    "is another one when %s changes",
    (path) => {
      const folder = copy();
      appendFileSync(join(folder, path), " ");
      expect(codeHashBelow(folder)).not.toBe(codeHash());
    },
  );

  it("is another one when a file comes, goes or takes another name", () => {
    const [more, less, renamed] = [copy(), copy(), copy()];
    writeFileSync(join(more, "pipelines/pfs/more.ts"), "");
    rmSync(join(less, "sources/regions.json"));
    renameSync(join(renamed, "schemas/place.ts"), join(renamed, "schemas/places.ts"));
    expect(new Set([codeHash(), ...[more, less, renamed].map((folder) => codeHashBelow(folder))]).size).toBe(4);
  });

  it("leaves out what a release's manifest pins, and documents", () => {
    const folder = copy();
    writeFileSync(join(folder, "sources/publications/pfs/RVU99A.json"), "{}");
    appendFileSync(join(folder, "sources/excerpts/2026A/release.json"), " ");
    appendFileSync(join(folder, "sources/README.md"), " ");
    mkdirSync(join(folder, "out"));
    expect(codeHashBelow(folder)).toBe(codeHash());
  });
});
