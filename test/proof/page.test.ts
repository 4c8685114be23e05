import { describe, expect, it } from "vitest";
import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { conformanceOf } from "../../pipelines/proof/conformance/conformance.ts";
import { lookUpConformanceOf } from "../../pipelines/proof/conformance/look-up.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { Evidence } from "../../tools/proof/evidence.ts";
import { figuresOf } from "../../tools/proof/figures.ts";
import { page, reasonsTable } from "../../tools/proof/page.ts";
import { exportOf, IN_2021, lookUpFile, lookUpRow, NATIONAL } from "../support/look-up-file.ts";
import { fileOf, published, record } from "../support/payment-file.ts";

const VERTEBROPLASTY = record({ hcpcs: "22511", nonFacility: "1478.06", facility: "363.26" });
const WRONG = record({ hcpcs: "22511", place: "0111205", nonFacility: "2267.73", facility: "447.36" });

function check(id: string, ran: boolean, checked: number): Manifest["checks"][number] {
  const text = { title: id, scope: "row", severity: "error", invariants: [], cites: [] } as const;
  return { id, ran, checked, held: checked, excepted: 0, unreviewed: 0, ...text } as never;
}

async function evidence(...records: readonly string[]): Promise<Evidence> {
  const releases = new AvailableReleases(embeddedFolder("2025A"), {});
  const payments = [await conformanceOf(published("PFREV25A.txt", fileOf(...records)), releases)];
  const checks = [
    check("pfs.non-facility-total", true, 30),
    check("pfs.amount-is-exact-product", true, 1000),
    check("pfs.qpp-units-equal", false, 0),
  ];
  return {
    releases: [{ release: "2025A", publications: [], checks, exceptions: [] } as unknown as Manifest],
    conformance: {
      schema: "ratebook/conformance",
      schemaVersion: "2.2.0",
      matched: true,
      payments,
      lookUps: [],
      copies: [],
      notRead: [],
      oppsCap: [],
    },
    verify: { verified: true, releases: [], findings: [] },
    damages: "",
    flips: { tried: 1, caught: 1, files: 1 },
  };
}

describe(reasonsTable, () => {
  it("gives three reasons, and says how many rows are distinct", async () => {
    const rows = reasonsTable(figuresOf(await evidence(VERTEBROPLASTY, VERTEBROPLASTY, WRONG))).split("\n");
    expect(rows).toHaveLength(5);
    expect(rows[2]).toMatch(/\| 1,000 of 1,000 equal +\|$/);
    expect(rows[3]).toContain("| 2 of 3 payment rows (2 distinct) and 0 of 0 prices (0 distinct) equal");
    expect(rows[4]).toMatch(/\| 3 checks .* \| 30 of 30 comparisons hold;/);
  });
});

describe(page, () => {
  it("tells CMS's figures from ours, distinct records from copies, and checks that ran nowhere", async () => {
    const found = await evidence(VERTEBROPLASTY, VERTEBROPLASTY, WRONG);
    expect(figuresOf(found)).toMatchObject({
      checks: 3,
      idle: ["pfs.qpp-units-equal"],
      ofCms: { matched: 30, compared: 30 },
      ofOurs: { matched: 1000, compared: 1000 },
      payments: { matched: 2, compared: 3, distinct: 2 },
    });
    const text = page(found);
    expect(text).toMatch(
      /\| Checks that ran in one release or more +\| 2 of 3; no available file has what `pfs\.qpp-units-equal` needs/,
    );
    expect(text).toMatch(/\| 2 of 3; 2 distinct, the others repeat in the same file +\|/);
    expect(text).toMatch(/\| PFREV25A\.txt \| 2025A +\| 3 +\| 2 +\| 2 +\|/);
  });

  it("counts exports of the Look-Up Tool, and lists what explains a difference", async () => {
    const releases = new AvailableReleases(embeddedFolder("2025A"), {});
    const text = exportOf(lookUpRow(), lookUpRow(NATIONAL), lookUpRow({ nonFacilityLimit: "$1,614.78" }));
    const lookUp = await lookUpConformanceOf(lookUpFile(text), releases);
    const bare = await evidence(VERTEBROPLASTY);
    expect(page(bare)).not.toContain("Look-Up Tool");
    const about = { field: "peGpci", published: "1.008", ours: "1.000" };
    const explained = { ...about, reason: "Posted later", source: "here", rows: 1 };
    const lookUps = [
      { ...lookUp, explained: [explained] },
      await lookUpConformanceOf(lookUpFile(exportOf(lookUpRow(IN_2021))), releases),
    ];
    const found = { ...bare, conformance: { ...bare.conformance, lookUps } };
    // 43 of the 46 cells of a row are compared, whether we have the row among them; one of 3 x 43 is wrong.
    expect(figuresOf(found).lookUps).toEqual({
      exports: 2,
      cells: { matched: 3 * 43 - 1, explained: 0, compared: 3 * 43 },
      products: { matched: 13, compared: 14 },
    });
    expect(page(found)).toMatch(/equal to ours +\| 128 of 129 +\|/);
    expect(page(found)).toMatch(/\| national_payment_amount\.csv +\| no release with its factor \| 1 +\| 1 +\| - +\|/);
    expect(page(found)).toContain("- `peGpci`, 1.008 in the tool and 1.000 in CMS's file: Posted later. Source: here");
  });

  it("says what no available payment amount file can prove", async () => {
    expect(page(await evidence(VERTEBROPLASTY))).toMatch(
      /\nNo available payment amount file has a row at the OPPS cap or a therapy row. Tests compare such rows with/,
    );
  });

  it("does not claim that anybody without CMS's files would notice a figure that is old", async () => {
    expect(page(await evidence(VERTEBROPLASTY))).toMatch(
      /\nWhere CMS's files are in `\.\.\/shared`, a test fails when a figure on this page is not current\. Without those/,
    );
  });
});
