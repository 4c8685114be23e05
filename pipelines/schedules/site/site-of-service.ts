import { SETTING_FIELDS, settingOf } from "../../../schemas/setting.ts";
import { type Cents, type FineDollars, fineDollars, ofUnit, sum } from "../../../schemas/units.ts";
import { isAboutRate, paysRate } from "../../rules/rate-state.ts";
import type { Cells, Known, PricedRows } from "../pfs/fee-rows.ts";
import { notPaidAt, type Site } from "./not-paid.ts";
import { physicianRows } from "./physician-rows.ts";

/** Field of the PFS row, or of the facility's row, that decides that there is no amount. */
type Decider = "status" | "pctcIndicator" | "statusIndicator" | "paymentIndicator" | "oppsRate" | "ascRate";

/** An amount in ten-thousandths of a dollar, or the reason why there is none. Never both, never neither. */
export type SitePay =
  | { readonly amount: FineDollars; readonly reason?: never; readonly decidedBy?: never }
  | { readonly amount?: never; readonly reason: string; readonly decidedBy?: Decider };

/** The physician's fee schedule amount at one site, and the row it comes from. */
export interface PhysicianPay {
  readonly pay: SitePay;
  /** Modifier of the PFS row: "26" when only the professional component is the physician's. */
  readonly modifier: string;
  /** CMS marks the service as rarely or never done at this kind of site. */
  readonly na: boolean;
}

/** What is paid when the service is done in a hospital outpatient department or an ASC. */
export interface FacilitySite {
  readonly facility: SitePay;
  /** The rate is paid only when nothing else packages the service (status indicators Q1 to Q3). */
  readonly conditional: boolean;
  readonly physician: PhysicianPay;
  readonly total: SitePay;
}

/** Payment for one code at the three sites. */
export interface SiteOfService {
  readonly hcpcs: string;
  readonly office: PhysicianPay;
  readonly hopd: FacilitySite;
  readonly asc: FacilitySite;
}

/** What the rule needs of Addendum B. */
interface HospitalRates {
  readonly byCode: Known<number>;
  readonly states: ArrayLike<string>;
  readonly rates: Cells<FineDollars | null>;
}

/** What the rule needs of the ASC addenda. */
interface CentreRates {
  /** Undefined for an addendum that was not read. */
  readonly surgical: object | undefined;
  readonly ancillary: object | undefined;
  readonly byCode: Known<{ readonly state: string; readonly rate: Cents | null }>;
  readonly excluded: { has(hcpcs: string): boolean };
}

/** The books with payments. */
export interface SiteBooks {
  readonly pfs: PricedRows | undefined;
  readonly opps: HospitalRates | undefined;
  readonly asc: CentreRates | undefined;
}

/** The row that pays the physician at a site, or why none does. */
export type PayingPhysician = {
  readonly modifier: string;
  /** CMS marks the service as rarely or never done at this kind of site. */
  readonly na: boolean;
} & (
  | { readonly row: number; readonly reason?: never; readonly decidedBy?: never }
  | { readonly row?: never; readonly reason: string; readonly decidedBy?: Decider }
);

const NO_PFS: PayingPhysician = { modifier: "", na: false, reason: "source-missing" };
const NOT_IN_PFS: PayingPhysician = { modifier: "", na: false, reason: "not-in-fee-schedule" };

function payingAt({ rvu, national }: PricedRows, row: number, site: Site): PayingPhysician {
  const { columns } = rvu;
  const na = columns[SETTING_FIELDS[settingOf(site)].na].at(row);
  const modifier = columns.modifier.at(row);
  const none = notPaidAt(columns.pctcIndicator.at(row), site);
  if (none !== undefined) return { modifier, na, reason: none, decidedBy: "pctcIndicator" };
  if (!national.has(row)) return { modifier, na, reason: rvu.stateOf(row), decidedBy: "status" };
  return { modifier, na, row };
}

/** The row by which the physician is paid for one code, by site. */
export function payingPhysician(pfs: PricedRows | undefined, hcpcs: string): (site: Site) => PayingPhysician {
  if (pfs === undefined) return () => NO_PFS;
  const rows = physicianRows(pfs, hcpcs);
  if (rows === undefined) return () => NOT_IN_PFS;
  return (site) => {
    const row = site === "office" ? rows.office : rows.facility;
    if (typeof row !== "string") return payingAt(pfs, row, site);
    return { modifier: "", na: false, reason: row, decidedBy: "pctcIndicator" };
  };
}

/** How the physician is paid for one code, by site. */
function physicianPay(pfs: PricedRows | undefined, hcpcs: string): (site: Site) => PhysicianPay {
  const physicianAt = payingPhysician(pfs, hcpcs);
  return (site) => {
    const { modifier, na, row, reason = "unknown", decidedBy } = physicianAt(site);
    const cents = row === undefined ? undefined : pfs?.national.at(row, settingOf(site));
    if (cents !== undefined) return { pay: { amount: fineDollars(ofUnit<Cents>(cents)) }, modifier, na };
    return { pay: decidedBy === undefined ? { reason } : { reason, decidedBy }, modifier, na };
  };
}

/** Facility and physician together, or the reason of the part that is missing. */
export function totalPay(facility: SitePay, physician: SitePay): SitePay {
  if (facility.amount === undefined) return { reason: `facility-${facility.reason}` };
  if (physician.amount === undefined) return { reason: `physician-${physician.reason}` };
  return { amount: sum(facility.amount, physician.amount) };
}

/** Why a facility's row pays nothing, and which of its cells decides it. */
function unpaid(state: string, indicator: Decider, rate: Decider): SitePay {
  return { reason: state, decidedBy: isAboutRate(state) ? rate : indicator };
}

/** What Addendum B pays the hospital. */
export function hopdPay({ opps }: Pick<SiteBooks, "opps">, hcpcs: string): { facility: SitePay; conditional: boolean } {
  if (opps === undefined) return { facility: { reason: "source-missing" }, conditional: false };
  const row = opps.byCode.get(hcpcs);
  if (row === undefined) return { facility: { reason: "not-in-addendum-b" }, conditional: false };
  const state = opps.states[row] ?? "unknown";
  const rate = opps.rates.at(row);
  if (rate === null || !paysRate(state))
    return { facility: unpaid(state, "statusIndicator", "oppsRate"), conditional: false };
  return { facility: { amount: rate }, conditional: state === "rated-unless-packaged" };
}

/**
 * Addendum EE names what is excluded. Any other code is off the ASC list only when both addenda were read and lack it.
 */
function unlisted({ surgical, ancillary, excluded }: CentreRates, hcpcs: string): SitePay {
  if (excluded.has(hcpcs)) return { reason: "excluded-from-asc" };
  const unread = surgical === undefined || ancillary === undefined;
  return { reason: unread ? "source-missing" : "not-on-asc-list" };
}

/** What Addendum AA or BB pays the ASC. */
export function ascPay({ asc }: Pick<SiteBooks, "asc">, hcpcs: string): SitePay {
  if (asc === undefined) return { reason: "source-missing" };
  const listing = asc.byCode.get(hcpcs);
  if (listing === undefined) return unlisted(asc, hcpcs);
  const { rate, state } = listing;
  if (rate === null || !paysRate(state)) return unpaid(state, "paymentIndicator", "ascRate");
  return { amount: fineDollars(rate) };
}

/**
 * What Medicare pays for one code at each site of service, nationally.
 *
 * Office: the non-facility amount. Hospital and ASC: the facility's rate, the physician's facility amount, and
 * their sum. A reason explains what is not paid; a packaged facility payment has no sum.
 */
export function siteOfService(book: SiteBooks, hcpcs: string): SiteOfService {
  const { facility: hopd, conditional } = hopdPay(book, hcpcs);
  const asc = ascPay(book, hcpcs);
  const physicianAt = physicianPay(book.pfs, hcpcs);
  const besideHopd = physicianAt("hopd");
  const besideAsc = physicianAt("asc");
  return {
    hcpcs,
    office: physicianAt("office"),
    hopd: { facility: hopd, conditional, physician: besideHopd, total: totalPay(hopd, besideHopd.pay) },
    asc: { facility: asc, conditional: false, physician: besideAsc, total: totalPay(asc, besideAsc.pay) },
  };
}
