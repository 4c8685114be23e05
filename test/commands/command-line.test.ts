import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Problem } from "../../schemas/place.ts";
import { ratebook } from "../support/command.ts";
import { copyExcerpt, FILES_2025A, replaceOnce, temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

describe("the command line", () => {
  it("builds, exits 0 and ends with the family's table and the folder", () => {
    const out = temporaryFolder();
    const { status, stdout, stderr } = ratebook(["--out", out, "--release", "2026A"]);
    expect([status, stderr]).toEqual([
      0,
      "2026A: locate\n2026A: read and price\n2026A: check\n2026A: publish\n2026A: done\n",
    ]);
    expect(stdout).toMatch(/22511 +53\.11 +\$1,773\.92 +\$3,342\.87 +\$1,644\.87 +\$361\.40/);
    expect(stdout).toContain(`\nThe output is in ${out}/\n\nTry next:\n`);
    expect(`${stdout}${stderr}`).not.toContain("\u001b[");
    expect(existsSync(join(out, "2026A", "manifest.json"))).toBe(true);
  });

  it.each([
    [["2026A"], ["rate 22511 --release 2026A", "explain 22511 office --release 2026A", "page 22511 --release 2026A"]],
    [
      ["2025A", "2026A"],
      ["rate 22511 --release 2026A", "explain 22511 office --release 2026A", "diff 2025A 2026A"],
    ],
  ])("ends with commands that work with what was built: %j", async (releases, commands) => {
    const folder = temporaryFolder();
    const out = join(folder, "it's an output");
    const named = releases.flatMap((release) => ["--release", release]);
    const { stdout } = await ratebookHere("--out", out, "--codes", "22511", ...named);
    const lines = stdout.slice(stdout.indexOf("Try next:\n")).trimEnd().split("\n").slice(1);
    const quoted = `'${out.replace("'", "'\\''")}'`;
    expect(lines).toEqual(commands.map((command) => `  npx ratebook ${command} --out ${quoted}`));
    const script = lines.join(" && ").replaceAll("npx ratebook", `node ${join(ROOT, "scripts/ratebook.mjs")}`);
    expect(spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  it("prints nothing with --quiet, and JSON with --json", async () => {
    const out = temporaryFolder();
    const quiet = await ratebookHere("--out", out, "--release", "2026A", "--quiet");
    expect(quiet).toEqual({ status: 0, stdout: "", stderr: "" });
    const { status, stdout, stderr } = await ratebookHere("--out", out, "--release", "2026A", "--json");
    const result = JSON.parse(stdout) as { releases: { release: string; built: boolean; codes: unknown[] }[] };
    expect([status, stderr]).toEqual([0, ""]);
    expect(result.releases).toMatchObject([{ release: "2026A", built: true }]);
    expect(result.releases[0]?.codes[1]).toMatchObject({ hcpcs: "22511", nonFacility: { value: "1773.92" } });
  });

  it("exits 1 with the problems as JSON when a release cannot be built, and writes nothing", async () => {
    const from = copyExcerpt("2025A", { [FILES_2025A.rvu]: replaceOnce("51.83,12.17", "51.84,12.17") });
    const out = join(temporaryFolder(), "out");
    const { status, stdout } = await ratebookHere("--from", from, "--out", out, "--allow-changed", "--json");
    const result = JSON.parse(stdout) as { releases: { problems: { code: string }[] }[] };
    expect(status).toBe(1);
    expect(result.releases[0]?.problems.map((each) => each.code)).toContain("pfs.non-facility-total");
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [["--nonsense"], /unknown option '--nonsense'/],
    [
      ["--from", "."],
      /--from needs --release, such as --release 2025A, or --all-releases; registered releases are 2009A/,
    ],
    [["--release", "2025A", "--from", ".", "--all-releases"], /give --release or --all-releases, not both/],
    [["--jobs", "none"], /"none" is not a number from 1 to 999; give the number of releases/],
    [["--out", "/proc/nope"], /--out: cannot write to .*proc\/nope/],
    [
      ["--out", "sources/excerpts"],
      /sources\/excerpts\/2025A would be replaced, and is not a release that ratebook built/,
    ],
    [["--require", "rvu"], /"rvu" is not a source; sources are pfs, gpci, opps, asc/],
    [["--codes", "abc"], /"abc" is neither a HCPCS code/],
    [["rte", "22511"], /"rte" is not a command; commands are build, rate, explain, .*; did you mean "rate"\?$/m],
    [["help", "rte"], /"rte" is not a command; .*; did you mean "rate"\?$/m],
    [["rate", "22511", "--modifer", "26"], /ratebook: unknown option '--modifer'; did you mean --modifier\?\n/],
    [["--require", "ops"], /"ops" is not a source; .*; did you mean "opps"\?\n/],
    [["frobnicate"], /"frobnicate" is not a command; commands are [a-z, ]+$/m],
    [["diff", "2025A", "2026A", "--localities-to", "test"], /--localities-to: cannot write test: it is a folder/],
    [["review", "2025A", "2026A", "--file", "test"], /--file: cannot write test: it is a folder; name a file in/],
    [["review", "2025A", "2026A", "--file", "/proc/nope/x.html"], /--file: cannot write \/proc\/nope\/x\.html/],
    [["timeline", "22511", "--page", "test"], /--page: cannot write test: it is a folder/],
    [
      ["timeline", "22511", "--page", "package.json/x.html"],
      /--page: cannot write .*: .*package\.json is not a folder/,
    ],
    [["page", "22511", "--pages", "package.json"], /--pages: cannot write .*: .*package\.json is not a folder/],
    [["page", "22511", "--pages", "/proc/nope"], /--pages: cannot write /],
    [["--release", "2026A", "--out", "--quiet"], /--out <folder> needs a value; "--quiet" is an option/],
  ])("exits 2 and says what it did not understand: %s", async (args, message) => {
    const { status, stdout, stderr } = await ratebookHere(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
  });

  it.each([
    [["--from", "nowhere", "--release", "2025A"], /nothing is there/],
    [["--release", "2031A"], /release 2031A is not embedded; the embedded ones are 2025A, 2026A/],
    [["--release", "2031A", "--from", "."], /release 2031A is not registered; registered are 2009A/],
    [["--release", "2025A-asc7", "--from", "."], /2 registered revisions, the release's name picks number 7/],
    [["explain", "22511", "price"], /"price" is not a figure/],
    [["explain", "22511", "facilty"], /"facilty" is not a figure.*; did you mean "facility"\?$/m],
    [["--release", "2026E"], /the embedded ones are 2025A, 2026A; did you mean "2026A"\?$/m],
    [["--release", "20255A", "--from", "."], /"20255A" is not a name of a release, .*; did you mean "2025A"\?$/m],
  ])("exits 3 and says what is not there: %s", async (args, message) => {
    const { status, stdout, stderr } = await ratebookHere(...args);
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n +at /);
  });

  it("exits 2 when somebody else starts a worker", () => {
    const { status, stdout, stderr } = ratebook(["worker"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/`worker` is not for users: `ratebook build` starts workers itself/);
    expect(stderr).not.toMatch(/\n +at /);
  });

  it.each([
    [["--nonsense"], 2, "usage", /unknown option/],
    [["--codes", "abc"], 2, "usage", /neither a HCPCS code/],
    [["--release", "2031A"], 3, "release.unknown", /2031A/],
    [["--from", "nowhere", "--release", "2025A"], 3, "from.not-a-folder", /nothing is there/],
    [["--from", "test/types", "--all-releases"], 3, "release.nothing-found", /no file of any release/],
    [["explain", "22511", "price"], 3, "figure.unknown", /not a figure/],
    [["timeline", "22511", "--page"], 2, "usage", /^--page <file> needs a value; "--json" is an option$/],
  ])("with --json says on stdout what went wrong, and nothing else: %s", async (args, code, kind, message) => {
    const { status, stdout, stderr } = await ratebookHere(...args, "--json");
    const error = Problem.parse((JSON.parse(stdout) as { error: unknown }).error);
    expect([status, error.code, stderr]).toEqual([code, kind, ""]);
    expect(error.message).toMatch(message);
  });

  it.each([
    ["stdout", ["diff", "2025A", "2026A", "--json"]],
    ["stderr", ["--release", "2026A", "--out", "OUT"]],
  ])("goes on when nobody reads %s any more", async (stream, args) => {
    const out = temporaryFolder();
    const command = args.map((each) => (each === "OUT" ? out : each));
    const child = spawn(process.execPath, ["scripts/ratebook.mjs", ...command], { cwd: ROOT });
    const [unread, other] = stream === "stdout" ? [child.stdout, child.stderr] : [child.stderr, child.stdout];
    unread.destroy();
    let said = "";
    other.on("data", (bytes: Buffer) => (said += bytes.toString()));
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
    expect(said).not.toMatch(/EPIPE|\n +at /);
    expect(stream === "stdout" || existsSync(join(out, "2026A", "manifest.json"))).toBe(true);
  });

  it("helps and tells its version", async () => {
    const help = await ratebookHere("build", "--help");
    expect([help.status, help.stderr]).toEqual([0, ""]);
    for (const option of [
      "--from",
      "--release",
      "--codes",
      "--require",
      "--json",
      "--quiet",
      "--jobs",
      "Exit codes: 0",
    ]) {
      expect(help.stdout).toContain(option);
    }
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    expect((await ratebookHere("--version")).stdout).toBe(`${version}\n`);
  });
});
