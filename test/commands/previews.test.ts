import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { completeness } from "../../pipelines/sources/sources.ts";
import { Manifest } from "../../schemas/out/manifest.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fewRows } from "../support/few-rows.ts";
import { ratebookHere } from "../support/in-process.ts";
import { MADE_UP_FACTOR, madeUpQuarter } from "../support/made-up-quarter.ts";

/** What is unusual about tables of a few rows, accepted by name. */
const ACCEPTED = [
  ...fewRows("rvu", "asc-aa", "asc-bb"),
  ...completeness().landmarks.codes.map((code) => `pfs.landmark-codes:${code}=a few rows`),
  // Of which quarter it is another depends on the last registered one
  ...["gpci", "rvu", "asc-aa", "asc-bb"].map((role) => `cross.continuity:${role}.another=made from that of 2026`),
].flatMap((each) => ["--accept", each]);

const FACTORS = [`pfs=${MADE_UP_FACTOR}`, "pfs-qualifying=34.1825", "opps=91.415", "asc=56.322"];

/** A folder with the addenda of a rule for 2039, and a registry with its factors. */
async function ruleOf2039() {
  const from = await madeUpQuarter({ year: "2039" });
  const registry = join(temporaryFolder(), "registry");
  await ratebookHere("--registry", registry, "factor", ...FACTORS, "--year", "2039", "--cite", "made up");
  const out = join(temporaryFolder(), "previews");
  const build = async (release: string, folder = out) =>
    await ratebookHere(
      "--registry",
      registry,
      "build",
      "--from",
      from,
      "--release",
      release,
      "--out",
      folder,
      ...ACCEPTED,
    );
  return { from, out, build };
}

afterEach(() => useRegistry(undefined));

describe("a preview of a rule", () => {
  it("is built apart from releases, is in no index, and says that it is never in force", async () => {
    const { out, build } = await ruleOf2039();
    expect(await build("2039A-final")).toMatchObject({ status: 0 });
    expect(existsSync(join(out, "index.json"))).toBe(false);
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(out, "2039A-final/manifest.json"), "utf8")));
    expect(manifest.standing).toEqual({ neverInForce: true, supersededBy: null });
    expect(manifest.title).toBe("Preview of 2039: addenda of the final rule");
    expect(manifest.caveats.map(({ id }) => id)).toContain("preview-final");
    expect(manifest.caveats.map(({ id }) => id)).not.toContain("preview-proposed");
    expect(manifest.publications.every(({ registered, origin }) => !registered && origin === "unverified")).toBe(true);
  });

  it("answers no question about a rate, and is compared where it is asked for by name", async () => {
    const { out, build } = await ruleOf2039();
    await build("2039A-proposed");
    const rate = await ratebookHere("rate", "22511", "--out", out);
    expect([rate.status, rate.stderr]).toEqual([3, expect.stringContaining("no release has been built there")]);
    const asked = await ratebookHere("rate", "22511", "--release", "2039A-proposed", "--out", "out");
    expect([asked.status, asked.stderr]).toEqual([3, expect.stringContaining("A preview of a rule is no answer")]);
    const diff = await ratebookHere("diff", "out/2026A", join(out, "2039A-proposed"));
    expect(diff.status).toBe(0);
    expect(diff.stdout).toContain("Preview of 2039: addenda of the proposed rule");
    // 53.11 x 34.0125 = 1806.403875
    expect(diff.stdout).toContain("1806.40");
  });

  it("is refused in a folder with releases, and together with one", async () => {
    const { build } = await ruleOf2039();
    const mixed = await build("2039A-final", "out");
    expect([mixed.status, mixed.stderr]).toEqual([2, expect.stringContaining("out/ has releases")]);
    const both = await ratebookHere("build", "--from", "nowhere", "--release", "2039A-final", "--release", "2026A");
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining("are built apart")]);
  });

  it("is refused when the files are of another year", async () => {
    const { build } = await ruleOf2039();
    const other = await build("2038A-final");
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining("the file says it is for 2039")]);
  });

  it.each(["2039A-draft", "2039A-final-opps1"])("has no other names: %s", async (name) => {
    const { build } = await ruleOf2039();
    expect(await build(name)).toMatchObject({
      status: 3,
      stderr: expect.stringContaining("is not a name of a release"),
    });
  });
});
