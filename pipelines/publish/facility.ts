import type { AscRow, SiteOfServiceRow } from "../../schemas/out/facility.ts";
import type { AscBook, AscListing } from "../asc/addenda.ts";
import type { ReleaseBook } from "../book.ts";
import type { OppsBook } from "../opps/addendum-b.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../site/rules.ts";
import { type FacilitySite, siteOfService } from "../site/site-of-service.ts";
import {
  amountOrReason,
  ascRateText,
  oppsRateText,
  physicianText,
  printedDollars,
  printedWeight,
} from "./amount-text.ts";
import { filesOf, headOf, rulesOf } from "./head.ts";
import { columnField, type FieldText, lineFile, linesOf, type OutputFile, rowField, tableFile } from "./json.ts";

function oppsFields({ file, states }: OppsBook): FieldText[] {
  const { columns, rowNumbers } = file.table;
  const text = (value: string): string => value;
  return [
    columnField("hcpcs", columns.hcpcs, text),
    columnField("statusIndicator", columns.statusIndicator, text),
    rowField("state", (row) => states[row]),
    columnField("apc", columns.apc, (apc) => (apc === "" ? null : apc)),
    columnField("relativeWeight", columns.relativeWeight, printedWeight),
    columnField("paymentRate", columns.paymentRate, oppsRateText),
    columnField("nationalCopayment", columns.nationalCopayment, printedDollars),
    columnField("minimumCopayment", columns.minimumCopayment, printedDollars),
    columnField("adjustedCopayment", columns.adjustedCopayment, printedDollars),
    rowField("row", (row) => rowNumbers[row]),
  ];
}

/** `opps.json`: Addendum B, every code. */
export function publishOpps(book: ReleaseBook): OutputFile[] {
  const { opps } = book;
  if (opps === undefined) return [];
  const head = { ...headOf(book, "opps"), files: filesOf([opps.file]) };
  return [lineFile("opps.json", head, linesOf(opps.states.keys(), oppsFields(opps)))];
}

function ascRow({ surgical }: AscBook): (listing: AscListing) => AscRow {
  const discount = surgical?.table.columns.multipleProcedureDiscount;
  return ({ addendum, file, row, hcpcs, state }) => {
    const { columns, rowNumbers } = file.table;
    return {
      hcpcs,
      addendum,
      paymentIndicator: columns.paymentIndicator.at(row),
      state,
      multipleProcedureDiscount: addendum === "AA" ? discount?.at(row) === "Y" : null,
      paymentWeight: printedWeight(columns.paymentWeight.at(row)),
      paymentRate: ascRateText(columns.paymentRate.at(row)),
      row: rowNumbers[row] ?? 0,
    };
  };
}

/** `asc.json`: Addenda AA and BB, every code once. */
export function publishAsc(book: ReleaseBook): OutputFile[] {
  const { asc } = book;
  if (asc === undefined) return [];
  const head = { ...headOf(book, "asc"), files: filesOf([asc.surgical, asc.ancillary]) };
  return [tableFile("asc.json", head, asc.listings.map(ascRow(asc)))];
}

function facility(site: FacilitySite): SiteOfServiceRow["hopd"] {
  const beside = physicianText(site.physician);
  const pay = amountOrReason(site.facility);
  const total = amountOrReason(site.total);
  if (site.conditional) return { facility: pay, conditional: true, physician: beside, total };
  return { facility: pay, physician: beside, total };
}

function* siteRows(book: ReleaseBook): Generator<SiteOfServiceRow> {
  for (const hcpcs of book.codes) {
    const sites = siteOfService(book, hcpcs);
    yield {
      hcpcs,
      office: physicianText(sites.office),
      hopd: facility(sites.hopd),
      asc: facility(sites.asc),
    };
  }
}

/** `site-of-service.json`: office, hospital outpatient and ASC side by side, every code of any source. */
export function publishSiteOfService(book: ReleaseBook): OutputFile[] {
  const { pfs, opps, asc } = book;
  const files = filesOf([pfs?.rvu.file, opps?.file, asc?.surgical, asc?.ancillary]);
  const head = { ...headOf(book, "site-of-service"), files, rules: rulesOf(FACILITY_PLUS_PHYSICIAN) };
  return book.codes.length === 0 ? [] : [tableFile("site-of-service.json", head, siteRows(book))];
}
