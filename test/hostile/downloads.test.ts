import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { build } from "../../scripts/commands/build.ts";
import { copyExcerpt, FILES_2025A, temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";

const isWindows = process.platform === "win32";
const onUnix = (name: string, test: () => void | Promise<void>): void =>
  it(name, { skip: isWindows, meta: { needs: "links, pipes and sockets in folders" } }, test);

function problemOf(step: () => unknown) {
  try {
    step();
  } catch (error) {
    if (error instanceof InputFault) return error.problem;
    throw error;
  }
  throw new Error("expected an InputFault");
}

function readIn(folder: string, path: string): Uint8Array {
  const download = listDownloads(folder).find((each) => each.path === path);
  if (download === undefined) throw new Error(`${path} is not listed`);
  return download.read();
}

async function buildIn(from: string) {
  const terminal = fakeTerminal();
  const exitCode = await build(
    { out: temporaryFolder(), from, codes: "22511", allowUnregistered: true, allowChanged: true },
    terminal,
  );
  return { exitCode, said: terminal.notes.join("\n") };
}

/** Puts something else in the place of a file of the excerpt. */
function excerptWith(place: (path: string) => void): string {
  const folder = copyExcerpt("2025A");
  const path = join(folder, FILES_2025A.gpci);
  rmSync(path);
  place(path);
  return folder;
}

describe("in the place of a file", () => {
  onUnix("a link is reported, not followed", async () => {
    const folder = excerptWith((path) => symlinkSync("/etc/passwd", path));
    expect(problemOf(() => readIn(folder, FILES_2025A.gpci))).toMatchObject({
      code: "from.not-a-file",
      place: { file: FILES_2025A.gpci },
      message: "expected a file, saw a symbolic link",
    });
    const { exitCode, said } = await buildIn(folder);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/from\.not-a-file[\s\S]*GPCI2025\.csv[\s\S]*ratebook follows no links/);
    expect(said).not.toMatch(/root:/);
  });

  onUnix("a pipe that nobody writes to is told, not waited for", async () => {
    const folder = excerptWith((path) => spawnSync("mkfifo", [path]));
    const { exitCode, said } = await buildIn(folder);
    expect(exitCode).toBe(1);
    expect(said).toMatch(/expected a file, saw a pipe, a socket or a device/);
  });

  onUnix("a file that became a pipe after it was listed is not waited for either", () => {
    const folder = copyExcerpt("2025A");
    const download = listDownloads(folder).find((each) => each.path === FILES_2025A.gpci);
    rmSync(join(folder, FILES_2025A.gpci));
    spawnSync("mkfifo", [join(folder, FILES_2025A.gpci)]);
    expect(problemOf(() => download?.read())).toMatchObject({ code: "from.not-a-file" });
    rmSync(join(folder, FILES_2025A.gpci));
    symlinkSync("/etc/passwd", join(folder, FILES_2025A.gpci));
    expect(problemOf(() => download?.read())).toMatchObject({ code: "from.not-a-file" });
    rmSync(join(folder, FILES_2025A.gpci));
    expect(problemOf(() => download?.read())).toMatchObject({ code: "from.unreadable", message: /ENOENT/ });
  });

  onUnix("a socket is told", async () => {
    const folder = temporaryFolder();
    const server = createServer();
    await new Promise<void>((listening) => void server.listen(join(folder, "a.csv"), listening));
    expect(problemOf(() => readIn(folder, "a.csv"))).toMatchObject({ code: "from.not-a-file" });
    server.close();
  });

  onUnix("a pipe or a link for the folder's own entry is told", async () => {
    const folder = copyExcerpt("2025A");
    rmSync(join(folder, "release.json"));
    spawnSync("mkfifo", [join(folder, "release.json")]);
    await expect(buildIn(folder)).rejects.toThrow(/from\.not-a-file: release\.json/);
  });

  it("a file larger than any is told before it is read", async () => {
    const folder = excerptWith((path) => {
      writeFileSync(path, "");
      truncateSync(path, 3_000_000_000);
    });
    expect(problemOf(() => readIn(folder, FILES_2025A.gpci))).toMatchObject({
      code: "from.too-large",
      message: "a file of 3000000000 bytes; the limit is 67108864",
    });
    writeFileSync(join(folder, "a.zip"), "");
    truncateSync(join(folder, "a.zip"), 300_000_000);
    expect(problemOf(() => readIn(folder, "a.zip")).message).toMatch(/the limit is 268435456/);
  });
});

describe("a folder of downloads", () => {
  onUnix("that leads to itself and outside is listed once", () => {
    const folder = copyExcerpt("2025A");
    const before = listDownloads(folder).map((each) => each.path);
    symlinkSync(folder, join(folder, "loop"));
    symlinkSync("/", join(folder, "outside"));
    expect(listDownloads(folder).map((each) => each.path)).toEqual([...before, "loop", "outside"].sort());
  });

  it("that is too deep", () => {
    const folder = temporaryFolder();
    let inner = mkdtempSync(join(folder, "d"));
    for (let depth = 0; depth < 40; depth += 1) {
      const outer = mkdtempSync(join(folder, "d"));
      renameSync(inner, join(outer, "d"));
      inner = outer;
    }
    const problem = problemOf(() => listDownloads(folder));
    expect(problem).toMatchObject({ code: "from.too-deep" });
    expect(problem.message).toMatch(/folders inside each other, 25 deep; the limit is 24/);
  });

  onUnix("with names that act on terminals or spreadsheets is read, and the names are told harmlessly", async () => {
    const folder = copyExcerpt("2025A");
    for (const name of [
      "a\nb.csv",
      "\u001b[2J\u001b]0;title\u0007.csv",
      "=cmd|' calc'!A0.csv",
      "__proto__",
      "-rf.csv",
    ]) {
      writeFileSync(join(folder, name), "x");
    }
    mkdirSync(join(folder, "PPRRVU25_JAN.csv.d", "x.csv"), { recursive: true });
    expect((await buildIn(folder)).exitCode).toBe(0);
    const evil = temporaryFolder();
    for (const name of ["RVU25A\u001b[31m.zip", "RVU25A\u202e\n.zip"]) writeFileSync(join(evil, name), "PK");
    const terminal = fakeTerminal();
    const options = {
      out: temporaryFolder(),
      from: evil,
      release: ["2025A"],
      codes: "22511",
      allowUnregistered: true,
      allowChanged: true,
    } as const;
    expect(await build(options, terminal)).toBe(1);
    const said = terminal.notes.join("\n");
    expect(said).toContain("several downloads could be it: RVU25A\\u001b[31m.zip, RVU25A\\u202e\\u000a.zip");
    for (const acting of ["\u001b[31m", "\u202e"]) expect(said).not.toContain(acting);
  });
});
