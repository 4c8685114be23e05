import type { CodeDocument } from "../../schemas/out/code.ts";
import type { CellFigure, NoFigure } from "../../schemas/out/common.ts";
import { ADDENDUM_B } from "../../schemas/row/addendum-b.ts";
import { ASC_AA } from "../../schemas/row/asc.ts";
import type { Setting } from "../../schemas/setting.ts";
import { isAboutRate } from "../rules/rate-state.ts";
import type { AscBook } from "../schedules/asc/addenda.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../schedules/site/rules.ts";
import {
  type FacilitySite,
  type PhysicianPay,
  type SitePay,
  siteOfService,
} from "../schedules/site/site-of-service.ts";
import { amountOrReason } from "./amount-text.ts";
import { markOf } from "./asc-mark.ts";
import type { CodeBook } from "./code-book.ts";
import { columnFigure, fromCell, fromPointer, fromRule, noFigure } from "./figures.ts";

type Sites = CodeDocument["siteOfService"];

/** A rate, or the reason why there is none, with the cell that decides it: the rate's own, or the indicator's. */
function rateFigure(figure: CellFigure | NoFigure, indicator: string): CellFigure | NoFigure {
  return figure.value !== null || isAboutRate(figure.reason) ? figure : { ...figure, because: indicator };
}

/** Addendum B's row of one code, each value with its cell. */
export function codeOpps(book: CodeBook, hcpcs: string): CodeDocument["opps"] {
  const { opps } = book;
  const row = opps?.byCode.get(hcpcs);
  if (opps === undefined || row === undefined) return null;
  const state = opps.states[row] ?? "unknown";
  const { statusIndicator } = opps.file.table.columns;
  const cell = (field: keyof typeof ADDENDUM_B, reason?: string) =>
    columnFigure(opps.file, row, field, ADDENDUM_B[field].kind, reason);
  return {
    state,
    statusIndicator: fromCell(opps.file, row, "statusIndicator", statusIndicator.at(row)),
    apc: cell("apc"),
    relativeWeight: cell("relativeWeight"),
    paymentRate: rateFigure(cell("paymentRate", state), "/opps/statusIndicator"),
    nationalCopayment: cell("nationalCopayment"),
    minimumCopayment: cell("minimumCopayment"),
    adjustedCopayment: cell("adjustedCopayment"),
  };
}

/** The ASC addendum's row of one code, each value with its cell. */
export function codeAsc(asc: AscBook | undefined, hcpcs: string): CodeDocument["asc"] {
  const listing = asc?.byCode.get(hcpcs);
  if (listing === undefined) return null;
  const { file, row, state, addendum } = listing;
  const { paymentWeight, paymentRate } = ASC_AA;
  const mark = markOf(file.table.columns, row);
  return {
    addendum,
    state,
    paymentIndicator: fromCell(file, row, "paymentIndicator", file.table.columns.paymentIndicator.at(row)),
    ...(mark === undefined ? {} : { mark: fromCell(file, row, "mark", mark) }),
    multipleProcedureDiscount: columnFigure(file, row, "multipleProcedureDiscount", {
      publish: (printed: string | null | undefined) => printed ?? null,
    }),
    paymentWeight: columnFigure(file, row, "paymentWeight", paymentWeight.kind),
    paymentRate: rateFigure(columnFigure(file, row, "paymentRate", paymentRate.kind, state), "/asc/paymentIndicator"),
  };
}

/** Pointers to the figures of one site in the document. */
interface SitePointers {
  /** The facility's row: "/opps" or "/asc". */
  readonly facility: "/opps" | "/asc";
  /** The site itself: "/siteOfService/hopd" or "/siteOfService/asc". */
  readonly site: string;
}

function facilityFigure(pay: SitePay, at: string): Sites["hopd"]["facility"] {
  const text = amountOrReason(pay);
  if ("amount" in text) return fromPointer(text.amount, `${at}/paymentRate`);
  return noFigure(text.reason, pay.decidedBy && `${at}/${pay.decidedBy}`);
}

/** Pointer to the PFS row that pays the physician: the code's row with the right modifier. */
function physicianRow(pfs: CodeDocument["pfs"], physician: PhysicianPay): string {
  const position = pfs.findIndex((row) => row.modifier === physician.modifier);
  return `/pfs/${Math.max(position, 0)}`;
}

function physicianFigure(physician: PhysicianPay, row: string, setting: Setting): Sites["office"] {
  const { pay, modifier, na } = physician;
  const text = amountOrReason(pay);
  if ("reason" in text) {
    const cell = pay.decidedBy === "pctcIndicator" ? "indicators/pctcIndicator" : pay.decidedBy;
    return noFigure(text.reason, cell && `${row}/${cell}`);
  }
  const figure = fromPointer(text.amount, `${row}/national/${setting}`);
  return { ...figure, ...(modifier === "26" ? { modifier } : {}), ...(na ? { na } : {}) };
}

function facilitySite(site: FacilitySite, at: SitePointers, pfs: CodeDocument["pfs"]): Sites["hopd"] {
  const row = physicianRow(pfs, site.physician);
  const total = amountOrReason(site.total);
  const inputs = { facility: `${at.facility}/paymentRate`, physician: `${row}/national/facility` };
  const lacking = site.facility.amount === undefined ? "facility" : "physician";
  return {
    facility: facilityFigure(site.facility, at.facility),
    conditional: site.conditional,
    physician: physicianFigure(site.physician, row, "facility"),
    total:
      "amount" in total
        ? fromRule(total.amount, FACILITY_PLUS_PHYSICIAN, inputs)
        : noFigure(total.reason, `${at.site}/${lacking}`),
  };
}

/** The three sites of one code, pointing at the figures above. */
export function codeSites(book: CodeBook, hcpcs: string, pfs: CodeDocument["pfs"]): Sites {
  const sites = siteOfService(book, hcpcs);
  return {
    office: physicianFigure(sites.office, physicianRow(pfs, sites.office), "nonFacility"),
    hopd: facilitySite(sites.hopd, { facility: "/opps", site: "/siteOfService/hopd" }, pfs),
    asc: facilitySite(sites.asc, { facility: "/asc", site: "/siteOfService/asc" }, pfs),
  };
}
