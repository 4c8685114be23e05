import { describe, expect, it } from "vitest";
import { derive } from "../../pipelines/answers/explain/derivation.ts";
import { publishCodes } from "../../pipelines/publish/code.ts";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import { CodeDocument } from "../../schemas/out/code.ts";
import { derivationLines } from "../../scripts/print/derivation-lines.ts";
import { coloursFor } from "../../scripts/print/terminal.ts";
import { buildEdited, FILES_2025A } from "../support/excerpt-copy.ts";

const { book } = await buildEdited("2025A", {
  [FILES_2025A.ascBB]: (text) => `${text}J2002,,,,K2,,$0.00,\n`,
});

function documentOf(hcpcs: string, of: ReleaseBook = book): CodeDocument {
  const [file] = publishCodes(of, [hcpcs]);
  return CodeDocument.parse(JSON.parse(Buffer.from(file?.bytes ?? []).toString("utf8")));
}

function explained(document: CodeDocument, pointer: string, name: string): string {
  return derivationLines(document.hcpcs, derive(document, pointer, name), coloursFor({})).join("\n");
}

describe("a code with a professional component", () => {
  const document = documentOf("77002");
  const positions = document.pfs.map((row) => row.modifier);

  it("computes each row by the conversion factor in that row", () => {
    expect(positions).toEqual(["", "TC", "26"]);
    document.pfs.forEach((row, position) => {
      expect(row.conversionFactor.cell.row).toBe(row.rvus.work.cell.row);
      for (const figure of [row.national.nonFacility, row.national.facility]) {
        expect(figure).toMatchObject({ inputs: { conversionFactor: `/pfs/${position}/conversionFactor` } });
      }
      expect(row.localityAmounts?.facility.inputs["conversionFactor"]).toBe(`/pfs/${position}/conversionFactor`);
    });
    expect(document.conversionFactor?.cell).toEqual(document.pfs[0]?.conversionFactor.cell);
  });

  it("says that the 26 row pays the physician in a facility, as data and in words", () => {
    expect(document.siteOfService.hopd.facility).toMatchObject({ modifier: "26", ref: "/pfs/2/national/facility" });
    expect(document.siteOfService.office.nonFacility).not.toHaveProperty("modifier");
    const text = explained(document, "/siteOfService/hopd/facility", "facility");
    expect(text).toMatch(/^facility +\$25\.55 {2}of 77002-26, the professional component$/m);
    const rows = [...text.matchAll(/ [A-Z]{1,2}(\d+) "/g)].map(([, row]) => row);
    expect(new Set(rows)).toEqual(new Set([String(document.pfs[2]?.rvus.work.cell.row)]));
  });
});

describe("a reason", () => {
  it("leads to the indicator that decides it", () => {
    const document = documentOf("22512");
    expect(document.opps?.oppsRate).toMatchObject({ reason: "packaged", because: "/opps/statusIndicator" });
    expect(explained(document, "/siteOfService/hopd/oppsRate", "hopd")).toMatch(
      /^hopd +none \(packaged\)\n {2}the payment is packaged .*\n {2}statusIndicator +N .* C\d+ "N" under SI/,
    );
    expect(explained(document, "/siteOfService/asc/total", "asc-total")).toMatch(
      /none \(facility: packaged\)\n {2}ascRate +none \(packaged\)\n {4}the payment is packaged .*\n {4}paymentIndicator +N1 /,
    );
  });

  it("of the fee schedule leads to the status", () => {
    const document = documentOf("22899");
    expect(document.pfs[0]?.national.facility).toEqual({
      value: null,
      reason: "contractor-priced",
      because: "/pfs/0/status",
    });
    expect(document.siteOfService.office.nonFacility).toEqual(document.pfs[0]?.national.facility);
  });

  it("for a rate of zero leads to the cell that prints it", () => {
    const document = documentOf("J2002");
    expect(document.asc?.ascRate).toMatchObject({ reason: "rate-rounds-to-zero", cell: { printed: "$0.00" } });
    expect(document.siteOfService.asc.ascRate).toMatchObject({ because: "/asc/ascRate" });
    expect(explained(document, "/siteOfService/asc/ascRate", "asc")).toMatch(/"\$0\.00" under January 2025 Payment/);
  });
});

it("a file read from a workbook names its worksheet, in the document and in explain", () => {
  const { opps } = book;
  if (opps === undefined) throw new Error("the excerpt has an Addendum B");
  const table = { ...opps.file.table, sheet: "2025 January" };
  const file = { ...opps.file, table };
  const document = documentOf("22511", {
    ...book,
    opps: { ...opps, file },
    tables: { ...book.tables, "addendum-b": file },
  });
  expect(document.files["addendum-b"]?.sheet).toBe("2025 January");
  expect(documentOf("22511").files["addendum-b"]).not.toHaveProperty("sheet");
  expect(explained(document, "/opps/oppsRate", "hopd")).toMatch(/\$3,244\.61 .*, sheet 2025 January {2}F\d+ /);
});
