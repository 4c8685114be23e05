import { RATE_NAMES } from "../../schemas/names.ts";
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
type Schedule = keyof typeof RATE_NAMES;

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
  const statusWords = book.statusWordsOf(statusIndicator.at(row));
  const cell = (field: keyof typeof ADDENDUM_B, reason?: string) =>
    columnFigure(opps.file, row, field, ADDENDUM_B[field].kind, reason);
  return {
    state,
    statusIndicator: fromCell(opps.file, row, "statusIndicator", statusIndicator.at(row)),
    ...(statusWords === undefined ? {} : { statusWords }),
    apc: cell("apc"),
    relativeWeight: cell("relativeWeight"),
    oppsRate: rateFigure(cell("oppsRate", state), "/opps/statusIndicator"),
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
  const { paymentWeight, ascRate } = ASC_AA;
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
    ascRate: rateFigure(columnFigure(file, row, "ascRate", ascRate.kind, state), "/asc/paymentIndicator"),
  };
}

function facilityFigure(pay: SitePay, schedule: Schedule): Sites["hopd"]["oppsRate"] {
  const text = amountOrReason(pay);
  if (text.value !== null) return fromPointer(text.value, `/${schedule}/${RATE_NAMES[schedule]}`);
  return noFigure(text.reason, pay.decidedBy && `/${schedule}/${pay.decidedBy}`);
}

/** Pointer to the PFS row that pays the physician: the code's row with the right modifier. */
function physicianRow(pfs: CodeDocument["pfs"], physician: PhysicianPay): string {
  const position = pfs.findIndex((row) => row.modifier === physician.modifier);
  return `/pfs/${Math.max(position, 0)}`;
}

function physicianFigure(physician: PhysicianPay, row: string, setting: Setting): Sites["hopd"]["facility"] {
  const { pay, modifier, na } = physician;
  const text = amountOrReason(pay);
  if (text.value === null) {
    const cell = pay.decidedBy === "pctcIndicator" ? "indicators/pctcIndicator" : pay.decidedBy;
    return noFigure(text.reason, cell && `${row}/${cell}`);
  }
  const figure = fromPointer(text.value, `${row}/national/${setting}`);
  return { ...figure, ...(modifier === "26" ? { modifier } : {}), ...(na ? { na } : {}) };
}

/** What is beside the rate of a facility: the physician's amount, and both together. */
function beside(site: FacilitySite, schedule: Schedule, pfs: CodeDocument["pfs"]): Omit<Sites["hopd"], "oppsRate"> {
  const row = physicianRow(pfs, site.physician);
  const total = amountOrReason(site.total);
  const rate = RATE_NAMES[schedule];
  const inputs = { [rate]: `/${schedule}/${rate}`, facility: `${row}/national/facility` };
  const lacking = site.facility.amount === undefined ? rate : "facility";
  const place = schedule === "opps" ? "hopd" : "asc";
  return {
    conditional: site.conditional,
    facility: physicianFigure(site.physician, row, "facility"),
    total:
      total.value === null
        ? noFigure(total.reason, `/siteOfService/${place}/${lacking}`)
        : fromRule(total.value, FACILITY_PLUS_PHYSICIAN, inputs),
  };
}

/** The three sites of one code, pointing at the figures above. */
export function codeSites(book: CodeBook, hcpcs: string, pfs: CodeDocument["pfs"]): Sites {
  const sites = siteOfService(book, hcpcs);
  return {
    office: { nonFacility: physicianFigure(sites.office, physicianRow(pfs, sites.office), "nonFacility") },
    hopd: { oppsRate: facilityFigure(sites.hopd.facility, "opps"), ...beside(sites.hopd, "opps", pfs) },
    asc: { ascRate: facilityFigure(sites.asc.facility, "asc"), ...beside(sites.asc, "asc", pfs) },
  };
}
