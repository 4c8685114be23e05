import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { copyExcerpt, FILES_2025A, replaceOnce, temporaryFolder } from "../support/excerpt-copy.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the command line as a person does, in a process of its own and off a terminal. */
function ratebook(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/ratebook.mjs", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

describe("the command line", () => {
  it("builds, exits 0 and ends with the family's table and the folder", () => {
    const out = temporaryFolder();
    const { status, stdout, stderr } = ratebook("--out", out, "--release", "2026A");
    expect([status, stderr]).toEqual([
      0,
      "2026A: locate\n2026A: read and price\n2026A: check\n2026A: publish\n2026A: done\n",
    ]);
    expect(stdout).toMatch(/22511 +53\.11 +\$1,773\.92 +\$3,342\.87 +\$1,644\.87 +\$361\.40/);
    expect(stdout.trimEnd().endsWith(`The output lies in ${out}/`)).toBe(true);
    expect(`${stdout}${stderr}`).not.toContain("\u001b[");
    expect(existsSync(join(out, "2026A", "manifest.json"))).toBe(true);
  });

  it("prints nothing with --quiet, and JSON with --json", () => {
    const out = temporaryFolder();
    expect(ratebook("--out", out, "--release", "2026A", "--quiet")).toEqual({ status: 0, stdout: "", stderr: "" });
    const { status, stdout, stderr } = ratebook("--out", out, "--release", "2026A", "--json");
    const result = JSON.parse(stdout) as { releases: { release: string; built: boolean; codes: unknown[] }[] };
    expect([status, stderr]).toEqual([0, ""]);
    expect(result.releases).toMatchObject([{ release: "2026A", built: true }]);
    expect(result.releases[0]?.codes[1]).toMatchObject({ hcpcs: "22511", office: { amount: "1773.92" } });
  });

  it("exits 1 with the problems as JSON when a release cannot be built, and writes nothing", () => {
    const from = copyExcerpt("2025A", { [FILES_2025A.rvu]: replaceOnce("51.83,12.17", "51.84,12.17") });
    const out = join(temporaryFolder(), "out");
    const { status, stdout } = ratebook("--from", from, "--out", out, "--allow-unpinned", "--json");
    const result = JSON.parse(stdout) as { releases: { problems: { code: string }[] }[] };
    expect(status).toBe(1);
    expect(result.releases[0]?.problems.map((each) => each.code)).toContain("pfs.non-facility-total");
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [["--nonsense"], /unknown option '--nonsense'/],
    [["--from", "nowhere", "--release", "2025A"], /nothing is there/],
    [["--from", "."], /--from needs --release, for example --release 2025A, or --all-releases; registered are 2009A/],
    [["--release", "2031A"], /no excerpt of release 2031A is embedded; embedded are 2025A, 2026A/],
    [["--require", "rvu"], /"rvu" is no source; sources are pfs, gpci, opps, asc/],
    [["--codes", "abc"], /"abc" is neither a HCPCS code/],
    [["explain", "22511", "price"], /"price" is no figure/],
  ])("exits 2 and says what it did not understand: %s", (args, message) => {
    const { status, stdout, stderr } = ratebook(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
  });

  it("helps and tells its version", () => {
    const help = ratebook("build", "--help");
    expect([help.status, help.stderr]).toEqual([0, ""]);
    for (const option of ["--from", "--release", "--codes", "--require", "--json", "--quiet", "Exit codes: 0"]) {
      expect(help.stdout).toContain(option);
    }
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect(ratebook("--version").stdout).toBe(`${version}\n`);
  });
});
