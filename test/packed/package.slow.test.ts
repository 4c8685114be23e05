import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import exceljs from "exceljs";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import type { TimingReport } from "../../scripts/build/timings.ts";
import { programHashBelow } from "../../scripts/program/code-hash.ts";
import { bundleProgram } from "../../tools/bundle/program.ts";
import { brokenLinks, DOCUMENTS } from "../support/documents.ts";
import { copyExcerpt, FILES_2025A } from "../support/excerpt-copy.ts";
import { filesBelow, Installed } from "../support/installed.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const installed = new Installed();
const readJson = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, "utf8"));

beforeAll(() => installed.install());
afterAll(() => rmSync(installed.folder, { recursive: true, force: true }));

/** A copy of the excerpt of 2025A whose Addendum B is a workbook. */
async function withWorkbook(): Promise<string> {
  const folder = copyExcerpt("2025A");
  const [csv, xlsx] = [FILES_2025A.opps, FILES_2025A.opps.replace(".csv", ".xlsx")];
  const { data } = Papa.parse<string[]>(readFileSync(join(folder, csv), "latin1"));
  const book = new exceljs.Workbook();
  book.addWorksheet("Addendum B").addRows(data);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  writeFileSync(join(folder, xlsx), bytes);
  rmSync(join(folder, csv));
  const entry = readFileSync(join(folder, "release.json"), "utf8");
  const release = JSON.parse(entry, (_, value) =>
    value?.name === csv && value.role !== undefined
      ? { ...value, name: xlsx, bytes: bytes.length, sha256: sha256(bytes) }
      : value,
  );
  writeFileSync(join(folder, "release.json"), JSON.stringify(release));
  return folder;
}

describe("the packed ratebook", () => {
  it("installs alone: no dependency, no script, nothing else in node_modules", () => {
    const packageJson = readJson(join(installed.home, "node_modules/ratebook/package.json"));
    for (const field of ["dependencies", "devDependencies", "scripts", "overrides", "private"])
      expect(packageJson).not.toHaveProperty(field);
    const packages = readdirSync(join(installed.home, "node_modules")).filter((name) => !name.startsWith("."));
    expect(packages).toEqual(["ratebook"]);
  });

  it("tells its version", () => {
    const { version } = readJson(join(ROOT, "package.json"));
    expect(installed.ratebook("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("builds the committed output, byte for byte, into the working directory, in processes of its own", () => {
    const { status, stderr } = installed.ratebook("build --jobs 2 --quiet --timings");
    expect(status).toBe(0);
    // Two, where the first process had built both releases before the second was ready; otherwise three.
    expect((JSON.parse(stderr) as TimingReport).processes).toBeGreaterThan(1);
    expect(filesBelow(join(installed.home, "out"))).toEqual(filesBelow(join(ROOT, "out")));
  });

  it("explains and rates what it built", () => {
    installed.ratebook("build --quiet");
    expect(installed.ratebook("explain 22511 office").stdout).toMatch(/^office +\$1,773\.92$/m);
    expect(installed.ratebook("rate 22511 --on 2026-02-14").stdout).toContain("$1,773.92");
  });

  it("answers an MCP client, with the SDK inside", async () => {
    installed.ratebook("build --quiet");
    const client = new Client({ name: "test", version: "1" });
    await client.connect(
      new StdioClientTransport({ command: "npx", args: ["--no-install", "ratebook", "mcp"], cwd: installed.home }),
    );
    const { content } = await client.callTool({ name: "rate", arguments: { code: "22511" } });
    expect(JSON.stringify(content)).toContain("$1,773.92");
    await client.close();
  });

  it("writes pages, with the charts' libraries inside", () => {
    installed.ratebook("build --quiet");
    expect(installed.ratebook("page 22511").stdout).toBe("pages/2026A/22511.html\n");
    expect(readFileSync(join(installed.home, "pages/2026A/22511.html"), "utf8")).toContain("$1,773.92</button>");
  });

  it("writes a rate sheet as a workbook, with exceljs inside", async () => {
    installed.ratebook("build --quiet");
    expect(installed.ratebook("export --codes 22511 --to fees.xlsx")).toMatchObject({ status: 0 });
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(installed.home, "fees.xlsx"));
    expect(["A2", "C2"].map((cell) => book.worksheets[0]?.getCell(cell).value)).toEqual(["22511", 1773.92]);
  });

  it("is imported as ratebook/read by a program beside it", () => {
    installed.ratebook("build --quiet");
    const program = `
      import { openRelease } from "ratebook/read";
      const release = await openRelease("out/2026A");
      process.stdout.write(release.rate({ code: "22511", setting: "office", locality: "national" }).value);
      const { openClaims } = await import("ratebook/read/claims");
      const { settings } = await openClaims("out").price({ lines: ["22511"], setting: "hopd", release: "2026A" });
      process.stdout.write(" " + settings[0].facility.total.value);`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: installed.home,
      encoding: "utf8",
    });
    // Addendum B of 2026: 22511, 3,342.87.
    expect(stdout).toBe("1773.92 3342.87");
    for (const name of ["read/read.mjs", "read/read.d.mts", "read/claims.mjs", "read/claims.d.mts"])
      expect(readFileSync(join(installed.dist, name))).toEqual(readFileSync(join(ROOT, name)));
  });

  it("reads a workbook", async () => {
    const { status, stdout } = installed.ratebook(
      `--allow-unregistered --from "${await withWorkbook()}" --out from-workbook --json`,
    );
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { releases: [{ release: "2025A", built: true }] }]);
    const read = readJson(join(installed.home, "from-workbook/2025A/opps.json"));
    expect(read["files"]).toMatchObject({ "addendum-b": { name: expect.stringMatching(/\.xlsx$/) } });
    expect(read["rows"]).toEqual(readJson(join(ROOT, "out/2025A/opps.json"))["rows"]);
  });

  it("writes its commands as they are typed where it is installed", () => {
    const help = installed.ratebook("build --help").stdout;
    expect(help).toMatch(/^ {2}ratebook build --from ~\/cms --release 2025A\n {6}a whole release/m);
    expect(installed.ratebook("build").stdout).toMatch(/^Try next:\n {2}ratebook rate 22510 --release 2026A$/m);
    const { stdout, stderr } = installed.ratebook("rate 22511 --out nowhere");
    expect(stderr).toContain("Build one with `ratebook build`, or");
    expect(installed.ratebook("rate").stderr).toContain("\n  ratebook rate --help describes the command");
    expect(`${help}${stdout}${stderr}`).not.toMatch(/\bnpm\b/);
  });

  it("writes into ratebook-registry in the working directory, never into its own folder, and reads that", () => {
    const sources = join(installed.home, "node_modules/ratebook/sources");
    const before = filesBelow(sources);
    const recorded = installed.ratebook('factor opps=91.5 --year 2039 --cite "a test"');
    expect([recorded.status, recorded.stdout]).toEqual([
      0,
      expect.stringContaining("wrote ratebook-registry/parameters/conversion-factors.json"),
    ]);
    expect(filesBelow(sources)).toEqual(before);
    const again = installed.ratebook('factor opps=91.6 --year 2039 --cite "a test"');
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining("91.5 is recorded for opps")]);
    rmSync(join(installed.home, "ratebook-registry"), { recursive: true });
  });
});

describe("what is packed", () => {
  const program = (): string => readFileSync(join(installed.dist, "lib/program/ratebook.mjs"), "utf8");

  it("is the same whenever it is bundled, and says which code it is", async () => {
    const { code } = await bundleProgram(ROOT, programHashBelow(ROOT));
    expect(Buffer.from(code).toString("utf8")).toBe(program());
    expect(program()).toContain(programHashBelow(ROOT));
  });

  it("asks for nothing but Node, and nothing of this machine is in it", () => {
    // ajv has texts of code that requires, for validators in files of their own.
    const asked = [...program().matchAll(/^import .* from "([^"$]+)";|(?<!['`])\brequire\("([^"]+)"\)/gm)];
    const modules = new Set(asked.map(([, imported, required]) => (imported ?? required ?? "").replace(/^node:/, "")));
    expect([...modules].filter((name) => !builtinModules.includes(name))).toEqual([]);
    expect(program()).not.toContain(ROOT);
  });

  it("has documents whose links end in the package", () => {
    const carried = DOCUMENTS.filter((path) => existsSync(join(installed.dist, path)));
    expect(carried).toEqual(expect.arrayContaining(["README.md", "docs/guide.md", "sources/README.md"]));
    expect(carried.flatMap((path) => brokenLinks(installed.dist, path))).toEqual([]);
  });

  it("carries the sources, the schemas and everybody's licence", () => {
    expect(filesBelow(join(installed.dist, "sources"))).toEqual(filesBelow(join(ROOT, "sources")));
    expect(filesBelow(join(installed.dist, "schemas/json"))).toEqual(filesBelow(join(ROOT, "schemas/json")));
    for (const file of ["LICENSE", "NOTICE", "README.md"])
      expect(readFileSync(join(installed.dist, file))).toEqual(readFileSync(join(ROOT, file)));
    expect(filesBelow(join(installed.dist, "docs"))).toEqual(filesBelow(join(ROOT, "docs")));
    const licences = readFileSync(join(installed.dist, "THIRD-PARTY-LICENSES"), "utf8");
    expect(licences).toMatch(/^papaparse 5\.7\.1: MIT$[\s\S]*?Copyright \(c\) \d{4}/m);
    expect(licences).toMatch(/^internmap 2\.0\.3: ISC, inside d3-array$[\s\S]*?Copyright 2021 Mike Bostock/m);
    expect(licences).toMatch(/^jszip 3\.10\.2: \(MIT OR GPL-3\.0-or-later\), taken under MIT$/m);
    expect(licences).not.toMatch(/^(archiver|unzipper) /m);
    expect(licences.match(/^saxes 6\.0\.0: ISC$/gm)).toHaveLength(1);
  });
});
