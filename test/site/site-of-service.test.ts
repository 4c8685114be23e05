import { describe, expect, it } from "vitest";
import { siteOfService } from "../../pipelines/schedules/site/site-of-service.ts";
import type { Role } from "../../schemas/source/release.ts";
import { buildEdited, type Edits, FILES_2025A } from "../support/excerpt-copy.ts";

/** A row of January 2025's relative value file; PE, MP and totals are the same in both settings. */
interface Units {
  readonly modifier?: "" | "26" | "TC";
  readonly status: string;
  readonly units?: readonly [work: string, pe: string, mp: string, total: string];
  readonly pctc: string;
}

function rvuRow(hcpcs: string, { modifier = "", status, units, pctc }: Units): string {
  const [work, pe, mp, total] = units ?? ["0.00", "0.00", "0.00", "0.00"];
  const payment = [work, pe, "", pe, "", mp, total, total];
  const policy = [pctc, "XXX", "0.00", "0.00", "0.00", "0", "0", "0", "0", "0", "", "32.3465", "09", "0", "99"];
  return [hcpcs, modifier, "", status, "", ...payment, ...policy, "0.00", "0.00", "0.00"].join(",");
}

/** Appends rows to a file of the excerpt. */
function adding(...rows: readonly string[]): (text: string) => string {
  return (text) => `${text.trimEnd()}\n${rows.join("\n")}\n`;
}

async function bookWith(edits: Edits, without: readonly Role[] = []) {
  const { book, problems } = await buildEdited("2025A", edits, (release) => ({
    ...release,
    publications: release.publications.map((each) => ({
      ...each,
      files: each.files.filter(({ role }) => !without.includes(role)),
    })),
  }));
  expect(problems.filter(({ code }) => code !== "pfs.global-is-26-plus-tc")).toEqual([]);
  return book;
}

/** 1.00 + 0.50 + 0.05 = 1.55 RVU; 1.55 x 32.3465 = 50.137075, half up $50.14. */
const PAID = { status: "A", units: ["1.00", "0.50", "0.05", "1.55"] as const };
const PAID_FINE = 501_400;

describe("the physician's row", () => {
  it("is the 26 row in both settings where the whole is a laboratory test", async () => {
    const rows = [rvuRow("83020", { status: "X", pctc: "9" }), rvuRow("83020", { ...PAID, modifier: "26", pctc: "6" })];
    const sites = siteOfService(await bookWith({ [FILES_2025A.rvu]: adding(...rows) }), "83020");
    for (const physician of [sites.office, sites.hopd.physician, sites.asc.physician]) {
      expect(physician).toEqual({ pay: { amount: PAID_FINE }, modifier: "26", na: false });
    }
  });

  it("is never another one when the one that a rule needs is absent", async () => {
    // 77012 of January 2025 has PC/TC 1; in a hospital its physician is paid 26 ($66.63), not the global amount.
    const line = (modifier: string) => new RegExp(`^77012,${modifier},.*\\n`, "m");
    const without = async (modifier: string) => {
      const { book } = await buildEdited("2025A", { [FILES_2025A.rvu]: (text) => text.replace(line(modifier), "") });
      return siteOfService(book, "77012");
    };
    const noProfessional = await without("26");
    expect(noProfessional.hopd.physician.pay).toEqual({ reason: "no-professional-row", decidedBy: "pctcIndicator" });
    expect(noProfessional.hopd.total.reason).toMatch(/no-professional-row$|^facility-/);
    expect(noProfessional.office.pay.amount).toBeDefined();
    const noGlobal = await without("");
    expect(noGlobal.office.pay).toEqual({ reason: "no-global-row", decidedBy: "pctcIndicator" });
    expect(noGlobal.hopd.physician).toMatchObject({ modifier: "26", pay: { amount: expect.anything() } });
  });

  it("is the 26 row where the interpretation of a laboratory test is all that the file lists", async () => {
    const row = rvuRow("86153", { ...PAID, modifier: "26", pctc: "6" });
    const sites = siteOfService(await bookWith({ [FILES_2025A.rvu]: adding(row) }), "86153");
    expect(sites.office).toEqual({ pay: { amount: PAID_FINE }, modifier: "26", na: false });
  });

  it("is the 26 row in a facility and the contractor-priced whole in an office", async () => {
    const rows = [
      rvuRow("70170", { status: "C", pctc: "1" }),
      rvuRow("70170", { ...PAID, modifier: "26", pctc: "1" }),
      rvuRow("70170", { status: "C", modifier: "TC", pctc: "1" }),
    ];
    const sites = siteOfService(await bookWith({ [FILES_2025A.rvu]: adding(...rows) }), "70170");
    expect(sites.office).toMatchObject({ pay: { reason: "contractor-priced", decidedBy: "status" }, modifier: "" });
    expect(sites.hopd.physician).toMatchObject({ pay: { amount: PAID_FINE }, modifier: "26" });
    expect(sites.asc.physician).toMatchObject({ pay: { amount: PAID_FINE }, modifier: "26" });
  });

  const none = (reason: string) => ({ reason, decidedBy: "pctcIndicator" });
  const paid = { amount: PAID_FINE };
  it.each([
    ["3", paid, none("technical-component-only"), none("technical-component-only")],
    ["4", paid, none("global-test-only"), none("global-test-only")],
    ["5", paid, none("incident-to-service"), none("incident-to-service")],
    ["7", paid, none("therapy-billed-by-the-hospital"), paid],
    ["8", ...Array(3).fill(none("inpatient-interpretation-only"))],
  ])("under PC/TC %s is paid or not by site, as the record layout says", async (pctc, office, hopd, asc) => {
    const rows = adding(rvuRow("92507", { ...PAID, pctc }));
    const sites = siteOfService(await bookWith({ [FILES_2025A.rvu]: rows }), "92507");
    expect([sites.office.pay, sites.hopd.physician.pay, sites.asc.physician.pay]).toEqual([office, hopd, asc]);
  });
});

describe("a code in neither ASC addendum", () => {
  it("is off the list when both were read, and unknown when one was not", async () => {
    expect(siteOfService(await bookWith({}), "99213").asc.facility).toEqual({ reason: "not-on-asc-list" });
    for (const role of ["asc-aa", "asc-bb"] as const) {
      const sites = siteOfService(await bookWith({}, [role]), "99213");
      expect([role, sites.asc.facility]).toEqual([role, { reason: "source-missing" }]);
      expect([role, sites.asc.total]).toEqual([role, { reason: "facility-source-missing" }]);
    }
  });
});

describe("a facility's rate", () => {
  it("of zero is a fraction that the column cannot show, in both settings", async () => {
    const book = await bookWith({
      [FILES_2025A.opps]: adding("J2002,,K,1234,,0,.,0,,0,,,"),
      [FILES_2025A.ascBB]: adding("J2002,,,,K2,,$0.00,"),
    });
    const { hopd, asc } = siteOfService(book, "J2002");
    for (const [site, decidedBy] of [
      [hopd, "oppsRate"],
      [asc, "ascRate"],
    ] as const) {
      expect(site.facility).toEqual({ reason: "rate-rounds-to-zero", decidedBy });
      expect(site.total).toEqual({ reason: "facility-rate-rounds-to-zero" });
    }
  });

  it("that an addendum prints is paid although its indicator leaves the price to contractors", async () => {
    const book = await bookWith({ [FILES_2025A.ascBB]: adding('C1841,,,,J7,,"$72,811.37",', "C1842,,,,J7,,,") });
    expect(siteOfService(book, "C1841").asc.facility).toEqual({ amount: 728_113_700 });
    expect(book.asc?.byCode.get("C1841")?.state).toBe("rated");
    expect(siteOfService(book, "C1842").asc.facility).toMatchObject({ reason: "contractor-priced" });
    expect(book.asc?.byCode.get("C1842")?.state).toBe("contractor-priced");
  });

  it("that is blank under a paying indicator makes the state say so", async () => {
    const book = await bookWith({ [FILES_2025A.ascBB]: adding("C9804,,,,L6,,,") });
    expect(book.asc?.byCode.get("C9804")?.state).toBe("no-rate-printed");
    expect(siteOfService(book, "C9804").asc.facility).toMatchObject({ reason: "no-rate-printed" });
  });
});
