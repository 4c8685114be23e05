import type { CodeDocument } from "../../schemas/out/code.ts";
import type { AscBook } from "../asc/addenda.ts";
import type { ReleaseBook } from "../book.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../site/rules.ts";
import { type AmountOrReason, type FacilitySite, type PhysicianPay, siteOfService } from "../site/site-of-service.ts";
import { amountOrReason, ascDollarText, dollarText, weightText } from "./amount-text.ts";
import { fromCell, fromOptionalCell, fromPointer, fromRule, noFigure } from "./figures.ts";

type Sites = CodeDocument["siteOfService"];

const BLANK = "blank-in-cms-file";

/** Addendum B's row of one code, each value with its cell. */
export function codeOpps(book: ReleaseBook, hcpcs: string): CodeDocument["opps"] {
  const { opps } = book;
  const index = opps?.byCode.get(hcpcs);
  const row = index === undefined ? undefined : opps?.file.table.rows[index];
  if (opps === undefined || index === undefined || row === undefined) return null;
  const at = opps.file.table.rowNumbers[index] ?? 0;
  const state = opps.states[index] ?? "unknown";
  const rateReason = state.startsWith("rated") ? BLANK : state;
  const cell = (field: string, value: string | null, reason = BLANK) =>
    fromOptionalCell(opps.file, at, field, value, reason);
  return {
    state,
    statusIndicator: fromCell(opps.file, at, "statusIndicator", row.statusIndicator),
    apc: cell("apc", row.apc === "" ? null : row.apc),
    relativeWeight: cell("relativeWeight", weightText(row.relativeWeight)),
    paymentRate: cell("paymentRate", dollarText(row.paymentRate), rateReason),
    nationalCopayment: cell("nationalCopayment", dollarText(row.nationalCopayment)),
    minimumCopayment: cell("minimumCopayment", dollarText(row.minimumCopayment)),
    adjustedCopayment: cell("adjustedCopayment", dollarText(row.adjustedCopayment ?? null)),
  };
}

/** The ASC addendum's row of one code, each value with its cell. */
export function codeAsc(asc: AscBook | undefined, hcpcs: string): CodeDocument["asc"] {
  const listing = asc?.byCode.get(hcpcs);
  const file = listing?.addendum === "AA" ? asc?.surgical : asc?.ancillary;
  if (listing === undefined || file === undefined) return null;
  const { row, rowNumber, state, addendum } = listing;
  const discount = "multipleProcedureDiscount" in row ? row.multipleProcedureDiscount : null;
  const cell = (field: string, value: string | null, reason: string) =>
    fromOptionalCell(file, rowNumber, field, value, reason);
  return {
    addendum,
    state,
    paymentIndicator: fromCell(file, rowNumber, "paymentIndicator", row.paymentIndicator),
    multipleProcedureDiscount: cell("multipleProcedureDiscount", discount, "not-in-addendum-bb"),
    paymentWeight: cell("paymentWeight", weightText(row.paymentWeight), BLANK),
    paymentRate: cell("paymentRate", ascDollarText(row.paymentRate), state === "rated" ? BLANK : state),
  };
}

function atPointer(pay: AmountOrReason, pointer: string): Sites["hopd"]["facility"] {
  const text = amountOrReason(pay);
  return "amount" in text ? fromPointer(text.amount, pointer) : noFigure(text.reason);
}

function physicianFigure(physician: PhysicianPay, pointer: string): Sites["office"] {
  const figure = atPointer(physician.pay, pointer);
  return physician.na && figure.value !== null ? { ...figure, na: true } : figure;
}

/** Pointer to the physician's amount: the row with the right modifier among the code's own. */
function physicianPointer(pfs: CodeDocument["pfs"], physician: PhysicianPay, setting: string): string {
  const position = pfs.findIndex((row) => row.modifier === physician.modifier);
  return `/pfs/${Math.max(position, 0)}/national/${setting}`;
}

function facilitySite(site: FacilitySite, name: "opps" | "asc", pfs: CodeDocument["pfs"]): Sites["hopd"] {
  const facilityAt = `/${name}/paymentRate`;
  const physicianAt = physicianPointer(pfs, site.physician, "facility");
  const total = amountOrReason(site.total);
  const inputs = { facility: facilityAt, physician: physicianAt };
  return {
    facility: atPointer(site.facility, facilityAt),
    conditional: site.conditional,
    physician: physicianFigure(site.physician, physicianAt),
    total: "amount" in total ? fromRule(total.amount, FACILITY_PLUS_PHYSICIAN, inputs) : noFigure(total.reason),
  };
}

/** The three sites of one code, pointing at the figures above. */
export function codeSites(book: ReleaseBook, hcpcs: string, pfs: CodeDocument["pfs"]): Sites {
  const sites = siteOfService(book, hcpcs);
  return {
    office: physicianFigure(sites.office, physicianPointer(pfs, sites.office, "nonFacility")),
    hopd: facilitySite(sites.hopd, "opps", pfs),
    asc: facilitySite(sites.asc, "asc", pfs),
  };
}
