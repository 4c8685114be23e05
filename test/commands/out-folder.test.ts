import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recover, writeRelease } from "../../scripts/lib/out-folder.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

function put(folder: string, name: string, text: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "a.json"), text);
}

function read(folder: string, name: string): string | undefined {
  const path = join(folder, name, "a.json");
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

describe(writeRelease, () => {
  it("replaces the whole release: files that are no longer made are gone", async () => {
    const out = temporaryFolder();
    await writeRelease(out, "2025A", [file("a.json", "old"), file("codes/b.json", "old")]);
    await writeRelease(out, "2025A", [file("a.json", "new")]);
    expect(read(out, "2025A")).toBe("new");
    expect(readdirSync(join(out, "2025A"))).toEqual(["a.json"]);
    expect(readdirSync(out)).toEqual(["2025A"]);
  });

  it("leaves the release as it was when making the files fails half-way", async () => {
    const out = temporaryFolder();
    await writeRelease(out, "2025A", [file("a.json", "old")]);
    function* failing() {
      yield file("a.json", "new");
      throw new Error("made no further");
    }
    await expect(writeRelease(out, "2025A", failing())).rejects.toThrow("made no further");
    expect(read(out, "2025A")).toBe("old");
    recover(out);
    expect(readdirSync(out)).toEqual(["2025A"]);
  });
});

describe(recover, () => {
  it("throws half-written releases away", () => {
    const out = temporaryFolder();
    put(out, "2025A", "old");
    put(out, ".2025A.part", "half");
    recover(out);
    expect([read(out, "2025A"), readdirSync(out)]).toEqual(["old", ["2025A"]]);
  });

  it("brings a release back that was cut off between its two renames", () => {
    const out = temporaryFolder();
    put(out, ".2025A.old", "old");
    put(out, ".2025A.part", "new");
    recover(out);
    expect([read(out, "2025A"), readdirSync(out)]).toEqual(["old", ["2025A"]]);
  });

  it("drops the replaced release when the new one is in place", () => {
    const out = temporaryFolder();
    put(out, ".2025A.old", "old");
    put(out, "2025A", "new");
    recover(out);
    expect([read(out, "2025A"), readdirSync(out)]).toEqual(["new", ["2025A"]]);
  });

  it("leaves everything else in the folder alone, and needs no folder", () => {
    const out = temporaryFolder();
    put(out, ".git", "x");
    put(out, "notes.part", "x");
    recover(out);
    expect(readdirSync(out).sort()).toEqual([".git", "notes.part"]);
    expect(() => recover(join(out, "nowhere"))).not.toThrow();
  });
});
