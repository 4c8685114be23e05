import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { registryInUse, useRegistry } from "../../pipelines/sources/read-source.ts";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import { Attestation } from "../../schemas/out/attestation.ts";
import { registryFiles } from "../../scripts/program/registry-folder.ts";
import { copyExcerpt, FILES_2025A, temporaryFolder } from "../support/excerpt-copy.ts";
import { fewRows } from "../support/few-rows.ts";
import { ratebookHere } from "../support/in-process.ts";
import { madeUpQuarter } from "../support/made-up-quarter.ts";
import { ZIPS } from "../support/made-up-tables.ts";
import { ProjectCopy } from "../support/project-copy.ts";

afterEach(() => {
  useRegistry(undefined);
  vi.unstubAllEnvs();
});

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const FACTOR = ["factor", "asc=56.322", "opps=91.415", "--year", "2039", "--cite", "a test"];

/** A folder with a file of a registry. */
function registryWith(name: string, content: object): string {
  const folder = join(temporaryFolder(), "registry");
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, JSON.stringify(content));
  return folder;
}

const excerptText = (release: string, name: string): string =>
  readFileSync(join(embeddedFolder(release), name), "latin1");

/** The ASC addenda of the made-up quarter, without its relative value archive. */
async function ascOf2039(): Promise<string> {
  const from = await madeUpQuarter();
  for (const name of readdirSync(from).filter((each) => each.endsWith(".zip"))) rmSync(join(from, name));
  return from;
}

describe("a registry of the user's", () => {
  it("takes a new factor and one family of a new quarter, and builds from both", async () => {
    const copy = ProjectCopy.ofSources().asOf2026();
    const ratebook = (...args: readonly string[]) =>
      copy.run(["node scripts/ratebook.mjs", ...args.map((each) => `"${each}"`)].join(" "));
    const registry = join(temporaryFolder(), "registry");
    const [from, out] = [await ascOf2039(), join(temporaryFolder(), "out")];
    const own = ["--registry", registry];
    expect(ratebook(...FACTOR, ...own)).toMatchObject({ status: 0 });
    const { factors } = readJson(join(registry, "parameters/conversion-factors.json")) as { factors: object[] };
    expect(factors).toMatchObject([
      { schedule: "opps", value: "91.415" },
      { schedule: "asc", value: "56.322" },
    ]);

    const accepted = fewRows("asc-aa", "asc-bb").flatMap((each) => ["--accept", each]);
    const register = ["register", "--from", from, "--release", "2039A", ...accepted, "--source", "a test"];
    expect(ratebook(...register, ...own)).toMatchObject({ status: 0 });
    expect(registryFiles(registry)).toEqual([
      "exceptions.json",
      "parameters/conversion-factors.json",
      "profiles/asc/2039Q1.json",
      "publications/asc/2039Q1.json",
    ]);

    const build = ["build", "--from", from, "--release", "2039A", "--out", out, "--quiet"];
    const without = ratebook(...build);
    expect([without.status, without.stderr]).toEqual([3, expect.stringContaining("release 2039A is not registered")]);
    const built = ratebook(...build.filter((each) => each !== "--quiet"), ...own);
    expect([built.status, built.stdout]).toEqual([0, expect.stringMatching(/It was built with the registry in \S+\//)]);
    const path = join(out, "2039A/attestation.intoto.json");
    const { externalParameters } = Attestation.parse(readJson(path)).predicate.buildDefinition;
    expect(externalParameters.registry).toMatch(/^[0-9a-f]{64}$/);

    expect(ratebook("verify", out, "--from", from, ...own)).toMatchObject({ status: 0 });
    const other = ratebook("verify", out, "--from", from);
    expect([other.status, other.stderr]).toEqual([
      1,
      expect.stringMatching(/built with a registry of sha256 .*, and this run uses no registry/),
    ]);
  });

  it.each([
    [
      "wage-index",
      "2039-wage_index.csv",
      () => excerptText("2026A", "2026-wage_index.csv").replace("WI26", "WI39"),
      "publications/wage-index/2039.json",
    ],
    [
      "opps",
      "January 2039 Web Addendum B.12.31.38.csv",
      () => excerptText("2025A", FILES_2025A.opps).replaceAll("2025", "2039"),
      "publications/opps/2039Q1.json",
    ],
    ["zip", "ZIP5_JAN2039.txt", () => ZIPS.text.replaceAll("20251", "20391"), "publications/zip/2039Q1.json"],
  ])("takes %s alone", async (family, name, text, written) => {
    const copy = ProjectCopy.ofSources().asOf2026();
    copy.takeFewRows();
    const [from, registry] = [temporaryFolder(), join(temporaryFolder(), "registry")];
    writeFileSync(join(from, name), text(), "latin1");
    const run = (args: string) => copy.run(`node scripts/ratebook.mjs ${args} --registry "${registry}"`);
    expect(run('factor opps=89.169 --year 2039 --cite "a test"').status).toBe(0);
    const registered = run(
      `register --from "${from}" --release 2039A --family ${family} --origin edited --origin-note "by a test"`,
    );
    expect([registered.status, registered.stderr]).toEqual([0, ""]);
    expect(registryFiles(registry)).toContain(written);
  });

  it("adds a heading to a layout, with which a build reads a renamed column", async () => {
    const from = copyExcerpt("2025A", { [FILES_2025A.gpci]: (text) => text.replace("2025 PE GPCI", "Practice") });
    const registry = registryWith("layouts/gpci.json", {
      columns: [{ field: "peGpci", headings: ["Practice"] }],
    });
    const build = ["build", "--from", from, "--allow-changed", "--out", join(temporaryFolder(), "out"), "--quiet"];
    const without = await ratebookHere(...build);
    expect([without.status, without.stderr]).toEqual([1, expect.stringContaining("heading.missing")]);
    expect(await ratebookHere(...build, "--registry", registry)).toMatchObject({ status: 0 });
    expect(
      layoutOf("gpci")
        .columns.find(({ field }) => field === "peGpci")
        ?.headings.at(-1),
    ).toBe("Practice");
  });

  it("is named by RATEBOOK_REGISTRY where no option names one", async () => {
    vi.stubEnv("RATEBOOK_REGISTRY", registryWith("calendar.json", { releases: [] }));
    await ratebookHere("releases");
    expect(registryInUse()).toBe(process.env["RATEBOOK_REGISTRY"]);
    vi.stubEnv("RATEBOOK_REGISTRY", "nowhere");
    const { status, stderr } = await ratebookHere("releases");
    expect([status, stderr]).toEqual([2, expect.stringContaining('RATEBOOK_REGISTRY: "nowhere" is not a folder')]);
  });

  it.each([
    ["parameters/continuity.json", {}, 1, /parameters\/continuity\.json: not a file that a registry can have/],
    ["publications/rvu/RVU39A.json", {}, 1, /publications\/rvu\/RVU39A\.json: not a file/],
    ["calendar.json", { releases: [{ release: "2039A" }] }, 1, /source\.invalid\n +\S+registry\/calendar\.json/],
  ])("is refused with a file %s that it cannot have", async (name, content, code, message) => {
    const { status, stderr } = await ratebookHere("rate", "22511", "--registry", registryWith(name, content));
    expect([status, stderr]).toEqual([code, expect.stringMatching(message)]);
  });

  it("is refused where it is not a folder, and made only by the commands that write", async () => {
    const registry = join(temporaryFolder(), "registry");
    const { status, stderr } = await ratebookHere("rate", "22511", "--registry", registry);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`--registry: "${registry}" is not a folder`)]);
    expect(existsSync(registry)).toBe(false);
  });
});
