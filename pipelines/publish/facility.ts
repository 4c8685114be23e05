import { ADDENDUM_B } from "../../schemas/row/addendum-b.ts";
import { ASC_AA, ASC_BB } from "../../schemas/row/asc.ts";
import { dollarText } from "../../schemas/unit-text.ts";
import type { AscBook, AscListing } from "../schedules/asc/addenda.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { OppsBook } from "../schedules/opps/addendum-b.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../schedules/site/rules.ts";
import {
  type FacilitySite,
  type PhysicianPay,
  type SitePay,
  siteOfService,
} from "../schedules/site/site-of-service.ts";
import { markOf } from "./asc-mark.ts";
import { headOf, rulesOf, sourceRefs } from "./head.ts";
import { type FieldText, lineFile, linesOf, type OutputFile, publishedFields, rowField } from "./json.ts";
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

/** A figure as JSON: 130,000 of them are written, which are not worth an object each. */
function figureJson(pay: SitePay, more = ""): string {
  if (pay.amount === undefined) return `{"value":null,"reason":"${pay.reason}"${more}}`;
  return `{"value":"${dollarText(pay.amount)}"${more}}`;
}

function physicianJson({ pay, modifier, na }: PhysicianPay): string {
  return figureJson(pay, `${modifier === "26" ? ',"modifier":"26"' : ""}${na ? ',"na":true' : ""}`);
}

/** A facility's rate under its name, and what is beside it. */
function facilityJson(rate: string, { facility, conditional, physician, total }: FacilitySite): string {
  const paid = `"${rate}":${figureJson(facility)}${conditional ? ',"conditional":true' : ""}`;
  return `{${paid},"facility":${physicianJson(physician)},"total":${figureJson(total)}}`;
}

function* siteLines(book: ReleaseBook): Generator<string> {
  for (const hcpcs of book.codes) {
    const { office, hopd, asc } = siteOfService(book, hcpcs);
    const facilities = `"hopd":${facilityJson("oppsRate", hopd)},"asc":${facilityJson("ascRate", asc)}`;
    yield `{"hcpcs":"${hcpcs}","office":{"nonFacility":${physicianJson(office)}},${facilities}}`;
  }
}

/** `site-of-service.json`: office, hospital outpatient and ASC, every code of any source. */
export function publishSiteOfService(book: ReleaseBook): OutputFile[] {
  const { pfs, opps, asc } = book;
  const files = sourceRefs([pfs?.rvu.file, opps?.file, asc?.surgical, asc?.ancillary]);
  const head = { ...headOf(book, "site-of-service"), files, rules: rulesOf(FACILITY_PLUS_PHYSICIAN) };
  return book.codes.length === 0 ? [] : [lineFile("site-of-service.json", head, siteLines(book))];
}
