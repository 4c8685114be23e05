import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { Manifest } from "../../schemas/out/manifest.ts";
import { BANNER_B_2025, FILES_2025A, temporaryFolder } from "../support/excerpt-copy.ts";
import { fewRows } from "../support/few-rows.ts";
import { ratebookHere } from "../support/in-process.ts";

/** An Addendum B of April 2025, a quarter that is not registered, of 16 rows. */
function downloads(): string {
  const folder = temporaryFolder();
  const text = readFileSync(join(embeddedFolder("2025A"), FILES_2025A.opps), "utf8");
  mkdirSync(join(folder, "opps"));
  writeFileSync(join(folder, "opps/April_2025_Web_Addendum_B.csv"), BANNER_B_2025 + text);
  return folder;
}

const accepting = (findings: readonly string[]): string[] => findings.flatMap((each) => ["--accept", each]);

describe("--accept", () => {
  it("builds what is not registered once each finding is accepted by its name, and no other way", async () => {
    const [from, out] = [downloads(), join(temporaryFolder(), "out")];
    const build = (...more: string[]) =>
      ratebookHere(
        "build",
        "--from",
        from,
        "--release",
        "2025B",
        "--allow-unregistered",
        "--without",
        "wage-index",
        "--out",
        out,
        ...more,
      );
    const refused = await build();
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringContaining("addendum-b.rows in opps/April_2025"),
    ]);
    expect(refused.stderr).toMatch(
      /the table has 16 rows, that of Addendum B 2025Q1 18562: 99\.91 %; 2\.00 % are allowed/,
    );

    const [rows = "", ...others] = fewRows("addendum-b");
    const partly = await build(...accepting([rows]));
    expect([partly.status, partly.stderr]).toEqual([1, expect.not.stringContaining("addendum-b.rows in")]);

    expect((await build(...accepting([rows, ...others]))).status).toBe(0);
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(out, "2025B/manifest.json"), "utf8")));
    expect(manifest.exceptions.filter(({ check }) => check === "cross.continuity")).toEqual(
      ["rows", "gone", "hole"].map((measure) => ({
        check: "cross.continuity",
        publication: "Addendum B 2025Q2",
        key: `addendum-b.${measure}`,
        reason: "a made-up file of some rows",
        source: "--accept, by whoever built the release",
        rows: 1,
      })),
    );
    expect(manifest.continuity).toMatchObject([
      {
        table: "addendum-b",
        rows: 16,
        beside: { publication: "Addendum B 2025Q1", years: 0, gone: { number: 18_546 } },
      },
    ]);
    // The attestation says what was accepted, so that a second build accepts the same.
    expect(await ratebookHere("verify", out, "--from", from)).toMatchObject({ status: 0 });
  });

  it.each([
    ["cross.continuity:*=all of it", /is not CHECK:KEY=reason.*accept each finding by its key/],
    ["cross.continuity:rvu.rows", /is not CHECK:KEY=reason/],
    ["cross.continuity:rvu.rows=", /is not CHECK:KEY=reason/],
    [
      "pfs.non-facility-total:22511=as CMS has it",
      /findings of "pfs\.non-facility-total" cannot be accepted; only findings of/,
    ],
  ])("is refused as %s", async (text, message) => {
    const { status, stderr } = await ratebookHere("build", "--accept", text);
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});
