import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { build } from "../../scripts/commands/build.ts";
import { BANNER_B_2025, FILES_2025A, temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { fewRows } from "../support/few-rows.ts";

/** Every file below a folder with its text. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Downloads of two registered releases: a sound Addendum B of January 2025, and a page instead of the zip of 2018. */
function downloads(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "opps/2025Q1"), { recursive: true });
  const text = readFileSync(join(embeddedFolder("2025A"), FILES_2025A.opps), "utf8");
  writeFileSync(join(folder, "opps/2025Q1", FILES_2025A.opps), BANNER_B_2025 + text);
  writeFileSync(join(folder, "RVU18A.zip"), "<!DOCTYPE html><html><title>License</title></html>");
  return folder;
}

/** Nothing else of January 2025 is there. */
const WITHOUT = ["pfs", "asc", "wage-index"].map((source) => `2025A:${source}`);

async function buildDownloads(flags: object) {
  const [out, terminal] = [temporaryFolder(), fakeTerminal()];
  const from = downloads();
  const exitCode = await build(
    {
      out,
      from,
      allReleases: true,
      allowUnregistered: true,
      allowChanged: true,
      accept: fewRows("addendum-b"),
      codes: "22511",
      without: WITHOUT,
      ...flags,
    },
    terminal,
  );
  return { exitCode, built: contents(out), said: terminal.results.join("\n"), noted: terminal.notes.join("\n"), out };
}

describe("--all-releases", () => {
  it("goes on when one release cannot be built, says so, and exits 1", async () => {
    const { exitCode, said, noted, built } = await buildDownloads({ jobs: "2" });
    expect(exitCode).toBe(1);
    expect(noted).toMatch(/zip\.not-a-zip[\s\S]*2018A was not built; nothing was written/);
    expect(said).toMatch(/^2018A +NO +- +- +- +- +- +- +- +\d/m);
    // 16 rows of the excerpt's Addendum B start with a code; relative values and ASC addenda do not lie there.
    // What its few rows lack is accepted by name: rows, gone, hole.
    expect(said).toMatch(/^2025A +yes +- +- +16 +- +- +\d+ +3 +\d+\.\d$/m);
    expect(said).toMatch(/1 of 2 releases built/);
    expect(said).not.toMatch(/revision/);
    expect(Object.keys(built)).toContain("/2025A/codes/22511.json");
    expect(Object.keys(built)).toContain("/index.json");
  });

  it("gives the same bytes and the same JSON whatever the number of workers", async () => {
    const [one, two] = [
      await buildDownloads({ json: true, jobs: "1" }),
      await buildDownloads({ json: true, jobs: "2" }),
    ];
    const anywhere = ({ said, out }: { said: string; out: string }): string => said.replaceAll(out, "OUT");
    expect(two.built).toEqual(one.built);
    expect(anywhere(two).replaceAll(/ratebook-test-\w+/g, "")).toBe(anywhere(one).replaceAll(/ratebook-test-\w+/g, ""));
  });

  it("builds the embedded releases alike in one process and in two", async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    expect(await build({ out: one, codes: "22510-22515", quiet: true }, fakeTerminal())).toBe(0);
    expect(await build({ out: two, codes: "22510-22515", quiet: true, jobs: "2" }, fakeTerminal())).toBe(0);
    expect(Object.keys(contents(one)).length).toBeGreaterThan(20);
    expect(contents(two)).toEqual(contents(one));
  });

  it("says that a folder holds nothing it knows", async () => {
    const from = temporaryFolder();
    writeFileSync(join(from, "notes.txt"), "mine");
    const run = build({ out: temporaryFolder(), from, allReleases: true, codes: "22511" }, fakeTerminal());
    await expect(run).rejects.toThrow(/release\.nothing-found: .*no file of any release; looked for/);
  });
});
