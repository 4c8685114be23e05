import { Decimal } from "decimal.js";
import { expect, it } from "vitest";
import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { conformanceOf } from "../../pipelines/proof/conformance/conformance.ts";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import { rowsOf } from "../../pipelines/tables/table.ts";
import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { formatScaled } from "../../schemas/scaled.ts";
import { scaledInteger } from "../../schemas/units.ts";
import { fileOf, published, record } from "../support/payment-file.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

const OHIO = "1520200";
type Row = PfsRvuRow;

const rvu = (value: Row["workRvu"]): Decimal => new Decimal(scaledInteger(value)).div(100);

/** Ohio's records of a release, by decimals and without the kernel: amounts, cap and therapy. */
function ohio({ pfs, gpci }: ReleaseBook, year: string, reductions: readonly [number, number]): string[] {
  const place = gpci?.localities.find(({ key }) => key === OHIO);
  if (pfs === undefined || place === undefined) throw new Error("not at hand");
  const [work, pe, mp] = [place.workGpci, place.row.peGpci, place.row.mpGpci].map((each) =>
    new Decimal(scaledInteger(each)).div(1000),
  ) as [Decimal, Decimal, Decimal];
  const factor = new Decimal(formatScaled(scaledInteger(pfs.factor), 4));
  const amount = (row: Row, practice: Decimal, malpractice: Row["mpRvu"]): string => {
    const units = rvu(row.workRvu).mul(work).plus(practice.mul(pe)).plus(rvu(malpractice).mul(mp));
    return units.mul(factor).toFixed(2, Decimal.ROUND_HALF_UP);
  };
  return rowsOf(pfs.rvu.file.table)
    .filter(
      (row) => /[ART]/.test(row.status) && scaledInteger(row.nonFacilityTotal) + scaledInteger(row.facilityTotal) > 0,
    )
    .map((row) => {
      const therapy = reductions.map((percent) =>
        amount(
          row,
          rvu(row.nonFacilityPeRvu)
            .mul(100 - percent)
            .div(100),
          row.mpRvu,
        ),
      ) as [string, string];
      const caps = [row.oppsNonFacilityPeRvu, row.oppsFacilityPeRvu].map((each) =>
        amount(row, rvu(each), row.oppsMpRvu),
      );
      const isCapped = scaledInteger(row.oppsNonFacilityPeRvu) + scaledInteger(row.oppsMpRvu) > 0;
      return record({
        year,
        place: OHIO,
        hcpcs: row.hcpcs,
        modifier: row.modifier || "  ",
        nonFacility: amount(row, rvu(row.nonFacilityPeRvu), row.mpRvu),
        facility: amount(row, rvu(row.facilityPeRvu), row.mpRvu),
        pctcIndicator: row.pctcIndicator,
        status: row.status,
        multipleSurgery: row.multipleProcedure,
        ...(row.multipleProcedure === "5" ? { therapy } : {}),
        ...(isCapped ? { cap: caps as [string, string] } : {}),
      });
    });
}

/** The amount in a field of a record, changed by a cent. */
function spoiled(text: string, field: number): string {
  const cells = text.split(",");
  const digits = (cells[field] ?? "").replace(/[".]/g, "");
  const changed = String(Number(digits) + 1).padStart(9, "0");
  cells[field] = `"${changed.slice(0, 7)}.${changed.slice(7)}"`;
  return cells.join(",");
}

/** Fields of a record by the column that is compared. */
const FIELDS = [
  ["nonFacility", 5, () => true],
  ["facility", 6, () => true],
  ["therapyNonInstitutional", 11, (text: string) => text.split(",")[10] === '"5"'],
  ["therapyInstitutional", 12, (text: string) => text.split(",")[10] === '"5"'],
  ["oppsNonFacility", 14, (text: string) => text.split(",")[13] === '"1"'],
  ["oppsFacility", 15, (text: string) => text.split(",")[13] === '"1"'],
] as const;

describeWithRealFiles("a payment amount file of Ohio, made by decimals in CMS's layout", () => {
  // Rows that CMS's PFALL of 2020 has for Ohio at the cap: 959. Therapy rows: multiple procedure indicator 5.
  it.each([
    ["2013A", "2013", [20, 25], 8672, 992, 44],
    ["2020A", "2020", [50, 50], 8982, 959, 51],
  ] as const)(
    "%s: all is equal, and every spoiled cell is found",
    async (id, year, reductions, rows, capped, therapy) => {
      const releases = new AvailableReleases(CMS_FOLDER, {});
      const made = ohio(await releases.book(id), year, reductions);
      const path = `PFALL${id.slice(2)}.txt`;
      const found = await conformanceOf(published(path, fileOf(...made), 1 << 16), releases);
      expect(found).toMatchObject({ rows, differenceCount: 0, problems: [], unlisted: { rows: 0 } });
      expect(found.columns).toMatchObject({
        oppsFacility: { matched: capped, compared: capped },
        therapyInstitutional: { matched: therapy, compared: therapy },
      });
      const short = await conformanceOf(published(path, fileOf(...made.slice(1)), 1 << 16), releases);
      expect(short).toMatchObject({ unlisted: { rows: 1 }, problems: [{ code: "payment.incomplete" }] });
      const spoiledAt = FIELDS.map(([column, field, has], nth) => {
        const at = made.findIndex((text, index) => index > nth * 40 && has(text));
        made[at] = spoiled(made[at] ?? "", field);
        return [column, at + 1] as const;
      });
      const { differences } = await conformanceOf(published(path, fileOf(...made), 1 << 16), releases);
      const byLine = spoiledAt.toSorted((left, right) => left[1] - right[1]);
      expect(differences.map(({ column, line }) => [column, line])).toEqual(byLine);
      expect(differences.every(({ derivation }) => derivation !== undefined)).toBe(true);
    },
  );
});

describeWithRealFiles("therapy rows", () => {
  it("have one practice expense for both settings, so that no file tells which one the institutional amount takes", async () => {
    const releases = new AvailableReleases(CMS_FOLDER, {});
    const counts: [string, number, number][] = [];
    for (const id of ["2013A", "2018A", "2020A", "2022A", "2023A", "2024A", "2025A", "2025D", "2026B", "2026C"]) {
      const { pfs } = await releases.book(id);
      const rows = pfs === undefined ? [] : rowsOf(pfs.rvu.file.table);
      const therapy = rows.filter((row) => row.multipleProcedure === "5");
      const equal = therapy.filter((row) => row.nonFacilityPeRvu === row.facilityPeRvu);
      counts.push([id, therapy.length, equal.length]);
    }
    expect(counts.map(([, all]) => all)).toEqual([44, 51, 51, 51, 51, 52, 52, 52, 52, 52]);
    expect(counts.filter(([, all, equal]) => all !== equal)).toEqual([]);
  });
});
