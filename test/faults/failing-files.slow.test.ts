import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import { ratebook } from "../support/command.ts";
import { copyExcerpt, temporaryFolder } from "../support/excerpt-copy.ts";
import { describeWith } from "../support/needs.ts";
import { mountSmallDisk } from "../support/small-disk.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const FAILING = fileURLToPath(new URL("../support/failing-files.mjs", import.meta.url));

function failing(how: object) {
  return { imports: [FAILING], env: { FAILING_FILES: JSON.stringify(how) } };
}

/** A copy of the committed output, all of which a failed build must leave as it is. */
function copyOfOut(): string {
  const out = join(temporaryFolder(), "out");
  cpSync(OUT, out, { recursive: true });
  return out;
}

function expectUntouched(out: string): void {
  expect(readdirSync(out).sort()).toEqual(["2025A", "2026A", "index.json"]);
  expect(verifyFolder(out, { shapes: false }).findings).toEqual([]);
  expect(readFileSync(join(out, "index.json"))).toEqual(readFileSync(join(OUT, "index.json")));
}

describe("a full disk", () => {
  // Only the lock fits; the first documents do; all documents do and the manifest does not: 2025A has 650 KB.
  it.each([300, 50_000, 640_000])(
    "with room for %d bytes leaves the earlier output whole, and nothing beside it",
    (roomBytes) => {
      const out = copyOfOut();
      const { status, stderr } = ratebook(["--out", out, "--release", "2025A"], failing({ roomBytes }));
      expect(status).toBe(1);
      expect(stderr).toMatch(/system\.error[\s\S]*ENOSPC[\s\S]*Check that the disk has space/);
      expect(stderr).toContain(`${out}/2025A is unchanged`);
      expectUntouched(out);
    },
  );

  it("leaves no folder where there was none", () => {
    const out = join(temporaryFolder(), "new", "out");
    const { status, stderr } = ratebook(["--out", out], failing({ roomBytes: 0 }));
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^ratebook: ENOSPC: no space left on device.*\n {2}Check that the disk has space/),
    ]);
    expect(existsSync(join(out, ".."))).toBe(false);
  });

  it("says so when it is the index that does not fit", () => {
    const out = copyOfOut();
    const { status, stderr } = ratebook(["--out", out, "--release", "2025A"], failing({ roomBytes: 644_000 + 600 }));
    expect([status, /ENOSPC/.test(stderr)]).toEqual([1, true]);
    expect(readdirSync(out).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

const disk = mountSmallDisk(100);
describeWith({ what: "right to mount", isThere: disk !== undefined }, "a real disk of 100 KB", () => {
  const out = join(disk?.folder ?? "", "out");
  beforeAll(() => mkdirSync(out));
  afterAll(() => disk?.unmount());

  it("that is full keeps what was whole, and is built into when there is room again", () => {
    const one = ["--out", out, "--release", "2025A", "--codes", "22511"];
    const filler = join(disk?.folder ?? "", "filler");
    expect(ratebook(one).status).toBe(1);
    expect(readdirSync(out)).toEqual([]);
    disk?.resize(4000);
    expect(ratebook(one).status).toBe(0);
    expect(verifyFolder(out, { shapes: false }).findings).toEqual([]);
    writeFileSync(filler, Buffer.alloc(3_600_000));
    const { status, stderr } = ratebook(["--out", out, "--release", "2025A", "--codes", "22510-22515"]);
    expect([status, /ENOSPC/.test(stderr)]).toEqual([1, true]);
    expect(verifyFolder(out, { shapes: false }).findings).toEqual([]);
    rmSync(filler);
    expect(ratebook(["--out", out, "--release", "2025A"]).status).toBe(0);
    expect(verifyFolder(out, { shapes: true }).findings).toEqual([]);
  });
});

describe("input that cannot be read", () => {
  it("is named, and leaves the earlier output whole", () => {
    const out = copyOfOut();
    const from = copyExcerpt("2025A");
    const { status, stderr } = ratebook(["--from", from, "--out", out], failing({ unreadable: "PPRRVU25_JAN" }));
    expect(status).toBe(1);
    expect(stderr).toMatch(/PPRRVU25_JAN\.csv\n.*the file cannot be read \(EACCES\)/);
    expectUntouched(out);
  });
});
