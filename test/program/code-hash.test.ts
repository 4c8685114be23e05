import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeHash, codeHashBelow } from "../../scripts/program/code-hash.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A copy of what the hash is about. Copying takes long, so there is one, and each test takes its change back. */
const COPY = mkdtempSync(join(tmpdir(), "ratebook-code-"));
beforeAll(() => {
  for (const part of ["pipelines", "schemas", "sources", "package-lock.json"])
    cpSync(join(ROOT, part), join(COPY, part), { recursive: true });
});
afterAll(() => rmSync(COPY, { recursive: true, force: true }));

const inCopy = (path: string): string => join(COPY, path);

/** The hash of the copy with more text at the end of a file, which is made where it is not there. */
function hashWith(path: string, text: string): string {
  const before = existsSync(inCopy(path)) ? readFileSync(inCopy(path)) : undefined;
  appendFileSync(inCopy(path), text);
  const hash = codeHashBelow(COPY);
  if (before === undefined) rmSync(inCopy(path));
  else writeFileSync(inCopy(path), before);
  return hash;
}

/** The hash of the copy while a file has another name. */
function hashRenamed(from: string, to: string): string {
  renameSync(inCopy(from), inCopy(to));
  const hash = codeHashBelow(COPY);
  renameSync(inCopy(to), inCopy(from));
  return hash;
}

describe(codeHash, () => {
  it("is a sha256, and the same in another folder", () => {
    expect(codeHash()).toMatch(/^[0-9a-f]{64}$/);
    expect(codeHashBelow(COPY)).toBe(codeHash());
  });

  it.each(["pipelines/schedules/pfs/kernel.ts", "schemas/units.ts", "sources/exceptions.json", "package-lock.json"])(
    "is another one when %s changes",
    (path) => {
      expect(hashWith(path, " ")).not.toBe(codeHash());
    },
  );

  it("is another one when a file comes, goes or takes another name", () => {
    const more = hashWith("pipelines/schedules/pfs/more.ts", "");
    const less = hashRenamed("sources/regions.json", "regions.json");
    const renamed = hashRenamed("schemas/place.ts", "schemas/places.ts");
    expect(new Set([codeHash(), more, less, renamed]).size).toBe(4);
  });

  it("leaves out what a release's manifest pins, and documents", () => {
    expect(hashWith("sources/publications/pfs/RVU99A.json", "{}")).toBe(codeHash());
    expect(hashWith("sources/excerpts/2026A/release.json", " ")).toBe(codeHash());
    expect(hashWith("sources/README.md", " ")).toBe(codeHash());
    expect(hashWith("out", "{}")).toBe(codeHash());
  });
});
