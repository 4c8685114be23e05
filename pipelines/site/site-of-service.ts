import { type FineDollars, ofUnit, scaledInteger } from "../../schemas/units.ts";
import type { AscListing } from "../asc/addenda.ts";
import type { ReleaseBook } from "../book.ts";
import { type PfsBook, rowKey } from "../pfs/amounts.ts";

/** An amount in ten-thousandths of a dollar, or the reason why there is none. Never both, never neither. */
export type AmountOrReason =
  | { readonly amount: FineDollars; readonly reason?: never }
  | { readonly amount?: never; readonly reason: string };

/** The physician's fee schedule amount at one site, and the row it comes from. */
export interface PhysicianPay {
  readonly pay: AmountOrReason;
  /** Modifier of the PFS row: "26" where only the professional component is the physician's. */
  readonly modifier: string;
  /** CMS marks the service as rarely or never done at this kind of site. */
  readonly na: boolean;
}

/** What is paid when the service is done in a hospital outpatient department or an ASC. */
export interface FacilitySite {
  readonly facility: AmountOrReason;
  /** The rate stands only while nothing else packages the service (status indicators Q1 to Q3). */
  readonly conditional: boolean;
  readonly physician: PhysicianPay;
  readonly total: AmountOrReason;
}

/** Payment for one code at the three sites. */
export interface SiteOfService {
  readonly hcpcs: string;
  readonly office: PhysicianPay;
  readonly hopd: FacilitySite;
  readonly asc: FacilitySite;
}

const FINE_PER_CENT = 100;
/** PC/TC indicators by which a facility's patient leaves the physician only the professional component. */
const SPLIT = "1";
/**
 * PC/TC indicators under which no physician is paid at a setting, with the reason (record layout, Attachment A): 3 to 5
 * and 7 are the hospital's to bill for its outpatients, 8 is paid for hospital inpatients alone.
 */
const NO_PHYSICIAN_PAY: Readonly<Record<Setting, Readonly<Record<string, string>>>> = {
  office: { "8": "inpatient-interpretation-only" },
  facility: {
    "3": "technical-component-only",
    "4": "global-test-only",
    "5": "incident-to-service",
    "7": "therapy-billed-by-the-hospital",
    "8": "inpatient-interpretation-only",
  },
};

type Setting = "office" | "facility";

/** Rows of the relative value file that a physician can be paid by for one code; -1 where there is none. */
interface PhysicianRows {
  readonly office: number;
  readonly facility: number;
}

function physicianRows(pfs: PfsBook, hcpcs: string): PhysicianRows | undefined {
  const professional = pfs.byKey.get(rowKey(hcpcs, "26"));
  const office = pfs.byKey.get(hcpcs) ?? professional;
  if (office === undefined) return undefined;
  const split = pfs.file.table.rows[office]?.pctcIndicator === SPLIT;
  return { office, facility: split ? (professional ?? office) : office };
}

/** Why no physician is paid at a setting for a code with this PC/TC indicator; undefined when one is. */
export function noPhysicianPay(setting: Setting, pctcIndicator: string): string | undefined {
  return NO_PHYSICIAN_PAY[setting][pctcIndicator];
}

function amountOf(pfs: PfsBook, index: number, setting: Setting): AmountOrReason {
  const none = noPhysicianPay(setting, pfs.file.table.rows[index]?.pctcIndicator ?? "");
  if (none !== undefined) return { reason: none };
  const at = pfs.pricedAt[index] ?? -1;
  if (at < 0) return { reason: pfs.states[index] ?? "unknown" };
  const cents = pfs.national[at * 2 + (setting === "office" ? 0 : 1)] ?? 0;
  return { amount: ofUnit<FineDollars>(cents * FINE_PER_CENT) };
}

const NO_PFS: PhysicianPay = { pay: { reason: "source-missing" }, modifier: "", na: false };
const NOT_IN_PFS: PhysicianPay = { pay: { reason: "not-in-fee-schedule" }, modifier: "", na: false };

function payAt(pfs: PfsBook, index: number, setting: Setting): PhysicianPay {
  const row = pfs.file.table.rows[index];
  const na = setting === "office" ? row?.nonFacilityNa : row?.facilityNa;
  return { pay: amountOf(pfs, index, setting), modifier: row?.modifier ?? "", na: na === true };
}

function physicianPay({ pfs }: ReleaseBook, hcpcs: string): Readonly<Record<Setting, PhysicianPay>> {
  if (pfs === undefined) return { office: NO_PFS, facility: NO_PFS };
  const rows = physicianRows(pfs, hcpcs);
  if (rows === undefined) return { office: NOT_IN_PFS, facility: NOT_IN_PFS };
  return { office: payAt(pfs, rows.office, "office"), facility: payAt(pfs, rows.facility, "facility") };
}

function totalOf(facility: AmountOrReason, physician: AmountOrReason): AmountOrReason {
  if (facility.amount === undefined) return { reason: `facility-${facility.reason}` };
  if (physician.amount === undefined) return { reason: `physician-${physician.reason}` };
  return { amount: ofUnit<FineDollars>(scaledInteger(facility.amount) + scaledInteger(physician.amount)) };
}

function hopdPay(book: ReleaseBook, hcpcs: string): { facility: AmountOrReason; conditional: boolean } {
  const { opps } = book;
  if (opps === undefined) return { facility: { reason: "source-missing" }, conditional: false };
  const index = opps.byCode.get(hcpcs);
  if (index === undefined) return { facility: { reason: "not-in-addendum-b" }, conditional: false };
  const state = opps.states[index] ?? "unknown";
  const rate = opps.file.table.rows[index]?.paymentRate ?? null;
  if (rate !== null && state.startsWith("rated")) {
    return { facility: { amount: rate }, conditional: state === "rated-unless-packaged" };
  }
  return {
    facility: { reason: rate === null && state.startsWith("rated") ? "no-rate-printed" : state },
    conditional: false,
  };
}

function ascRate(listing: AscListing): AmountOrReason {
  const { paymentRate } = listing.row;
  if (paymentRate !== null) return { amount: ofUnit<FineDollars>(scaledInteger(paymentRate) * FINE_PER_CENT) };
  return { reason: listing.state === "rated" ? "no-rate-printed" : listing.state };
}

function ascPay(book: ReleaseBook, hcpcs: string): AmountOrReason {
  if (book.asc === undefined) return { reason: "source-missing" };
  const listing = book.asc.byCode.get(hcpcs);
  return listing === undefined ? { reason: "not-on-asc-list" } : ascRate(listing);
}

/**
 * What Medicare pays for one code at each site of service, nationally.
 *
 * Office: the non-facility amount. Hospital and ASC: the facility's rate, the physician's facility amount beside it,
 * and their sum. Where something is not paid the reason says so; a packaged facility payment has no sum.
 */
export function siteOfService(book: ReleaseBook, hcpcs: string): SiteOfService {
  const { office, facility: physician } = physicianPay(book, hcpcs);
  const hopd = hopdPay(book, hcpcs);
  const asc = ascPay(book, hcpcs);
  return {
    hcpcs,
    office,
    hopd: { ...hopd, physician, total: totalOf(hopd.facility, physician.pay) },
    asc: { facility: asc, conditional: false, physician, total: totalOf(asc, physician.pay) },
  };
}
