import type { AscRow, OppsRow, SiteOfServiceRow } from "../../schemas/out/facility.ts";
import type { AddendumBRow } from "../../schemas/row/addendum-b.ts";
import type { AscListing } from "../asc/addenda.ts";
import type { ReleaseBook } from "../book.ts";
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
import { type OutputFile, tableFile } from "./json.ts";

function oppsRow(row: AddendumBRow, state: string, rowNumber: number): OppsRow {
  return {
    hcpcs: row.hcpcs,
    statusIndicator: row.statusIndicator,
    state,
    apc: row.apc === "" ? null : row.apc,
    relativeWeight: printedWeight(row.relativeWeight),
    paymentRate: oppsRateText(row.paymentRate),
    nationalCopayment: printedDollars(row.nationalCopayment),
    minimumCopayment: printedDollars(row.minimumCopayment),
    adjustedCopayment: printedDollars(row.adjustedCopayment),
    row: rowNumber,
  };
}

/** `opps.json`: Addendum B, every code. */
export function publishOpps(book: ReleaseBook): OutputFile[] {
  const { opps } = book;
  if (opps === undefined) return [];
  const { rows, rowNumbers } = opps.file.table;
  const lines = rows.map((row, index) => oppsRow(row, opps.states[index] ?? "unknown", rowNumbers[index] ?? 0));
  return [tableFile("opps.json", { ...headOf(book, "opps"), files: filesOf([opps.file]) }, lines)];
}

function ascRow({ addendum, row, rowNumber, state }: AscListing): AscRow {
  return {
    hcpcs: row.hcpcs,
    addendum,
    paymentIndicator: row.paymentIndicator,
    state,
    multipleProcedureDiscount: "multipleProcedureDiscount" in row ? row.multipleProcedureDiscount === "Y" : null,
    paymentWeight: printedWeight(row.paymentWeight),
    paymentRate: ascRateText(row.paymentRate),
    row: rowNumber,
  };
}

/** `asc.json`: Addenda AA and BB, every code once. */
export function publishAsc(book: ReleaseBook): OutputFile[] {
  const { asc } = book;
  if (asc === undefined) return [];
  const head = { ...headOf(book, "asc"), files: filesOf([asc.surgical, asc.ancillary]) };
  return [tableFile("asc.json", head, asc.listings.map(ascRow))];
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
  const files = filesOf([pfs?.file, opps?.file, asc?.surgical, asc?.ancillary]);
  const head = { ...headOf(book, "site-of-service"), files, rules: rulesOf(FACILITY_PLUS_PHYSICIAN) };
  return book.codes.length === 0 ? [] : [tableFile("site-of-service.json", head, siteRows(book))];
}
