import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EXIT_CODES, exitCodeOf, NOT_FOUND, USAGE } from "../../scripts/program/exit-codes.ts";
import { copyExcerpt, FILES_2025A, replaceOnce, temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import type { Said } from "../support/project-copy.ts";
import { changedBytes, OUT, restore, write } from "../support/readers.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const problem = (code: string) => ({ code, place: { file: "a" }, message: "b", cure: "c" });

function textsBelow(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" });
  const code = names.filter((name) => name.endsWith(".ts") && !name.endsWith("exit-codes.ts"));
  return code.map((name) => readFileSync(join(ROOT, folder, name), "utf8"));
}

describe(exitCodeOf, () => {
  it("is 0 without problems, and that of the data where several kinds come together", () => {
    expect(exitCodeOf([])).toBe(0);
    expect(exitCodeOf([problem("code.unknown"), problem("release.not-built")])).toBe(3);
    expect(exitCodeOf([problem("usage"), problem("zip.ambiguous")])).toBe(2);
    expect(exitCodeOf([problem("document.changed")])).toBe(1);
    expect(exitCodeOf([problem("code.unknown"), problem("zip.not-a-zip")])).toBe(1);
    expect(exitCodeOf([problem("code.unknown"), problem("usage")])).toBe(1);
  });

  it("knows kinds of problems that there are, each as one of the two", () => {
    const texts = ["pipelines", "scripts"].flatMap(textsBelow).join("\n");
    const kinds = [...NOT_FOUND, ...USAGE];
    expect(kinds.filter((code) => !texts.includes(`"${code}"`))).toEqual([]);
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

/** What each command is given to do, but for what is wrong with it; `{out}` is the folder that it reads, `{folder}` one to write to. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  rate: ["22511", "--release", "2025A", "--out", "{out}"],
  explain: ["22511", "--release", "2025A", "--out", "{out}"],
  together: ["22511", "--release", "2025A", "--out", "{out}"],
  timeline: ["22511", "--out", "{out}"],
  diff: ["2025A", "2026A", "--out", "{out}"],
  page: ["22511", "--release", "2025A", "--out", "{out}", "--pages", "{folder}"],
  review: ["2025A", "2026A", "--out", "{out}", "--file", "{folder}/review.html"],
  export: ["--to", "{folder}", "--release", "2025A", "--out", "{out}"],
  verify: ["{out}"],
};

async function run(args: readonly string[], out = OUT): Promise<Said> {
  const folder = temporaryFolder();
  return await ratebookHere(...args.map((each) => each.replace("{out}", out).replace("{folder}", folder)));
}

async function exitCode(command: string, args: readonly string[], out?: string): Promise<number | null> {
  return (await run([command, ...args], out)).status;
}

describe.each(Object.entries(READERS))("%s exits", (command, args) => {
  it("0 when it is done", async () => {
    expect(await exitCode(command, args)).toBe(0);
  });

  it("1 when the folder is not as built", async () => {
    const read = ["national.json", "codes/22511.json", "opps-pairs.json"];
    for (const path of read) write(path, changedBytes(path));
    try {
      expect(await exitCode(command, args)).toBe(1);
    } finally {
      for (const path of read) restore(path);
    }
  });

  it("2 when it does not understand an option", async () => {
    expect(await exitCode(command, [...args, "--nonsense"])).toBe(2);
  });

  it("3 where nothing is built", async () => {
    expect(await exitCode(command, args, join(temporaryFolder(), "nowhere"))).toBe(3);
  });
});

describe("what is not there", () => {
  it.each([
    [["rate", "22519"]],
    [["rate", "22511", "--release", "2026E"]],
    [["rate", "22511", "--on", "2030-01-01"]],
    [["rate", "22511", "--modifier", "99"]],
    [["rate", "22511", "--locality", "nowhere"]],
    [["explain", "22511", "price"]],
    [["explain", "22511", "/pfs/9/rvus/work"]],
    [["explain", "22511", "--modifier", "99"]],
    [["explain", "22511", "--locality", "0000000"]],
    [["timeline", "22519"]],
    [["timeline", "22511", "--county", "Atlantis, CA"]],
    [["diff", "2025A", "2026E"]],
    [["diff", "2025A", "old/2026A"]],
    [["diff", "2025A", "2026A", "--codes", "99999"]],
    [["diff", "2025A", "2026A", "--volumes", "nowhere.csv"]],
    [["verify", "--public-key", "nowhere.pem"]],
    [["sign", "out", "--key", "nowhere.pem"]],
    [["build", "--from", "nowhere", "--all-releases"]],
    [["build", "--out", "{folder}/out", "--codes", "99999"]],
    [["releases", "--on", "2008-01-01"]],
  ])("is exit code 3: %j", async (args) => {
    const { status, stderr } = await run(args);
    expect([status, stderr]).toEqual([3, expect.stringMatching(/what to do:/)]);
  });

  it("is 1 when the data of another release of a build has problems", async () => {
    const bad = copyExcerpt("2025A", { [FILES_2025A.rvu]: replaceOnce("51.83,12.17", "51.84,12.17") });
    const out = join(temporaryFolder(), "out");
    const args = ["--from", bad, "--out", out, "--allow-changed", "--codes", "99999"];
    expect((await ratebookHere("build", ...args)).status).toBe(1);
  });
});

describe("help", () => {
  const NAMES = [
    ...Object.keys(READERS),
    "build",
    "conformance",
    "releases",
    "sources",
    "refresh",
    "register",
    "factor",
    "sign",
    "mcp",
    "pack",
    "audit",
    "price",
    "site",
  ];

  it("lists every command on one screen, and the exit codes", async () => {
    const { status, stdout } = await ratebookHere("--help");
    const lines = stdout.trimEnd().split("\n");
    expect([status, lines.length <= 30, lines.at(-1)]).toEqual([0, true, EXIT_CODES]);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const listed = lines.flatMap((line) => /^.{10}([a-z]+) {2,}\S/.exec(line)?.[1] ?? []);
    expect(listed.sort()).toEqual(NAMES.sort());
  });

  it.each(NAMES)("of %s says in a sentence what it does, and has examples and the exit codes", async (name) => {
    const { status, stdout } = await ratebookHere(name, "--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: ratebook \S.*\n\n[A-Z][^.]*\.\n\n/);
    expect(stdout).toContain(`\nExamples:\n  `);
    expect(stdout).toContain(`\n  ratebook ${name}`);
    expect(stdout).toContain(`\n\n${EXIT_CODES}\n`);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});
