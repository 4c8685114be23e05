import type { SiteOfServiceRow } from "../../schemas/out/facility.ts";
import { ADDENDUM_B } from "../../schemas/row/addendum-b.ts";
import { ASC_AA, ASC_BB } from "../../schemas/row/asc.ts";
import type { AscBook, AscListing } from "../schedules/asc/addenda.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { OppsBook } from "../schedules/opps/addendum-b.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../schedules/site/rules.ts";
import { type FacilitySite, siteOfService } from "../schedules/site/site-of-service.ts";
import { amountOrReason, physicianText } from "./amount-text.ts";
import { markOf } from "./asc-mark.ts";
import { headOf, rulesOf, sourceRefs } from "./head.ts";
import { type FieldText, lineFile, linesOf, type OutputFile, publishedFields, rowField, tableFile } from "./json.ts";
import { placeFields } from "./printed.ts";

function oppsFields({ file, states }: OppsBook): FieldText[] {
  const { hcpcs, statusIndicator, ...others } = publishedFields(ADDENDUM_B, file.table.columns);
  const state = rowField("state", (row) => states[row]);
  return [hcpcs, statusIndicator, state, ...Object.values(others), ...placeFields(file)];
}

/** `opps.json`: Addendum B, every code. */
export function publishOpps(book: ReleaseBook): OutputFile[] {
  const { opps } = book;
  if (opps === undefined) return [];
  const head = { ...headOf(book, "opps"), files: sourceRefs([opps.file]) };
  return [lineFile("opps.json", head, linesOf(opps.states.keys(), oppsFields(opps)))];
}

type AscFields = Record<"hcpcs" | "paymentIndicator", FieldText> & { readonly multipleProcedureDiscount?: FieldText };

/** The lines of one addendum; Addendum BB has no column for the discount. */
function ascLines({ listings }: AscBook, addendum: AscListing["addendum"], published: AscFields): Iterable<string> {
  const own = listings.filter((listing) => listing.addendum === addendum);
  const states = new Map(own.map(({ row, state }) => [row, state]));
  const noDiscount: FieldText = () => '"multipleProcedureDiscount":null';
  const { hcpcs, paymentIndicator, multipleProcedureDiscount = noDiscount, ...others } = published;
  const [first] = own;
  if (first === undefined) return [];
  const { file } = first;
  return linesOf(
    own.map(({ row }) => row),
    [
      ...[hcpcs, rowField("addendum", () => addendum), paymentIndicator],
      ...[rowField("state", (row) => states.get(row)), multipleProcedureDiscount, ...Object.values<FieldText>(others)],
      rowField("mark", (row) => markOf(file.table.columns, row)),
      ...placeFields(file),
    ],
  );
}

/** `asc.json`: Addenda AA and BB, every code once. */
export function publishAsc(book: ReleaseBook): OutputFile[] {
  const { asc } = book;
  if (asc === undefined) return [];
  const head = { ...headOf(book, "asc"), files: sourceRefs([asc.surgical, asc.ancillary]) };
  const { surgical, ancillary } = asc;
  const lines = [
    ...(surgical ? ascLines(asc, "AA", publishedFields(ASC_AA, surgical.table.columns)) : []),
    ...(ancillary ? ascLines(asc, "BB", publishedFields(ASC_BB, ancillary.table.columns)) : []),
  ];
  return [lineFile("asc.json", head, lines)];
}

/** What is beside a facility's rate. */
function beside({ conditional, physician, total }: FacilitySite): Omit<SiteOfServiceRow["hopd"], "oppsRate"> {
  const amounts = { facility: physicianText(physician), total: amountOrReason(total) };
  return conditional ? { conditional, ...amounts } : amounts;
}

function* siteRows(book: ReleaseBook): Generator<SiteOfServiceRow> {
  for (const hcpcs of book.codes) {
    const sites = siteOfService(book, hcpcs);
    yield {
      hcpcs,
      office: { nonFacility: physicianText(sites.office) },
      hopd: { oppsRate: amountOrReason(sites.hopd.facility), ...beside(sites.hopd) },
      asc: { ascRate: amountOrReason(sites.asc.facility), ...beside(sites.asc) },
    };
  }
}

/** `site-of-service.json`: office, hospital outpatient and ASC, every code of any source. */
export function publishSiteOfService(book: ReleaseBook): OutputFile[] {
  const { pfs, opps, asc } = book;
  const files = sourceRefs([pfs?.rvu.file, opps?.file, asc?.surgical, asc?.ancillary]);
  const head = { ...headOf(book, "site-of-service"), files, rules: rulesOf(FACILITY_PLUS_PHYSICIAN) };
  return book.codes.length === 0 ? [] : [tableFile("site-of-service.json", head, siteRows(book))];
}
