import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { oppsCapConformanceOf } from "../../pipelines/proof/conformance/opps-cap-prices.ts";
import { Release } from "../../schemas/source/release.ts";
import { copyExcerpt, FILES_2025A } from "../support/excerpt-copy.ts";
import { CAP_77012 } from "../support/more-files.ts";

const HEADING = "HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE";

/** Every locality of the excerpt's GPCI file, which is whole. */
function places(folder: string): [string, string][] {
  const lines = readFileSync(join(folder, FILES_2025A.gpci), "utf8").split(/\r?\n/);
  return lines.flatMap((line) => {
    const [, mac, locality] = /^(\d{5}),\w\w,(\d\d),/.exec(line) ?? [];
    return mac === undefined || locality === undefined ? [] : [[mac, locality]];
  });
}

/** January 2025 with a cap on 77012 and an OPPSCAP file of these rows. */
function withOppsCap(rows: (all: readonly string[]) => readonly string[]): AvailableReleases {
  const folder = copyExcerpt("2025A", { [FILES_2025A.rvu]: CAP_77012 });
  const all = ["TC", ""].flatMap((modifier) =>
    places(folder).map(([mac, locality]) => `77012,${modifier},A,${mac},${locality},1.00,1.00`),
  );
  const text = `${[HEADING, ...rows(all)].join("\n")}\n`;
  writeFileSync(join(folder, "OPPSCAP_EXCERPT.csv"), text);
  const path = join(folder, "release.json");
  const release = JSON.parse(readFileSync(path, "utf8")) as Release;
  const added = {
    role: "opps-cap",
    name: "OPPSCAP_EXCERPT.csv",
    bytes: text.length,
    sha256: sha256(Buffer.from(text)),
  };
  const publications = release.publications.map((each) =>
    each.family === "pfs" ? { ...each, files: [...each.files, added] } : each,
  );
  writeFileSync(path, JSON.stringify(Release.parse({ ...release, publications })));
  return new AvailableReleases(folder, { allowUnregistered: true, allowChanged: true });
}

describe(oppsCapConformanceOf, () => {
  it("counts every row that differs, and finds each code in each locality", async () => {
    const found = await oppsCapConformanceOf(
      "2025A",
      withOppsCap((all) => all),
    );
    expect(found).toMatchObject({ rows: 218, matched: 0, differenceCount: 218 });
    expect(found.listed).toEqual({ matched: 218, compared: 218 });
    expect(found.problems.some(({ code }) => code === "opps-cap.incomplete")).toBe(false);
  });

  it("says which codes are not listed in every locality", async () => {
    const found = await oppsCapConformanceOf(
      "2025A",
      withOppsCap((all) => all.slice(0, 100)),
    );
    expect(found).toMatchObject({ rows: 100, listed: { matched: 100, compared: 218 } });
    expect(found.problems[0]).toMatchObject({
      code: "opps-cap.incomplete",
      message: "118 of the 218 codes and places that it must have are missing: those of 77012, 77012 TC",
    });
  });
});
