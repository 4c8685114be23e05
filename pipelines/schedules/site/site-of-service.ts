import type { Setting } from "../../../schemas/setting.ts";
import { type Cents, type FineDollars, fineDollars, ofUnit, sum } from "../../../schemas/units.ts";
import { isAboutRate, paysRate } from "../../rules/rate-state.ts";
import { type AscBook, printedRate } from "../asc/addenda.ts";
import type { ReleaseBook } from "../book.ts";
import type { PfsBook } from "../pfs/price.ts";
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

/** The fee schedule's setting of each site. */
const SETTING = { office: "nonFacility", hopd: "facility", asc: "facility" } as const satisfies Record<Site, Setting>;

function amountOf({ rvu, national }: PfsBook, row: number, site: Site): SitePay {
  const none = notPaidAt(rvu.columns.pctcIndicator.at(row), site);
  if (none !== undefined) return { reason: none, decidedBy: "pctcIndicator" };
  const cents = national.at(row, SETTING[site]);
  if (cents === undefined) return { reason: rvu.states[row] ?? "unknown", decidedBy: "status" };
  return { amount: fineDollars(ofUnit<Cents>(cents)) };
}

const NO_PFS: PhysicianPay = { pay: { reason: "source-missing" }, modifier: "", na: false };
const NOT_IN_PFS: PhysicianPay = { pay: { reason: "not-in-fee-schedule" }, modifier: "", na: false };

/** The books with payments. */
type SiteBooks = Pick<ReleaseBook, "pfs" | "opps" | "asc">;

/** How the physician is paid for one code, by site. */
function physicianPay({ pfs }: SiteBooks, hcpcs: string): (site: Site) => PhysicianPay {
  if (pfs === undefined) return () => NO_PFS;
  const rows = physicianRows(pfs, hcpcs);
  if (rows === undefined) return () => NOT_IN_PFS;
  const { modifier, nonFacilityNa, facilityNa } = pfs.rvu.columns;
  return (site) => {
    const [row, na] = site === "office" ? [rows.office, nonFacilityNa] : [rows.facility, facilityNa];
    if (typeof row === "string") return { pay: { reason: row, decidedBy: "pctcIndicator" }, modifier: "", na: false };
    return { pay: amountOf(pfs, row, site), modifier: modifier.at(row), na: na.at(row) };
  };
}

function totalOf(facility: SitePay, physician: SitePay): SitePay {
  if (facility.amount === undefined) return { reason: `facility-${facility.reason}` };
  if (physician.amount === undefined) return { reason: `physician-${physician.reason}` };
  return { amount: sum(facility.amount, physician.amount) };
}

/** Why a facility's row pays nothing, and which of its cells decides it. */
function unpaid(state: string, indicator: Decider, rate: Decider): SitePay {
  return { reason: state, decidedBy: isAboutRate(state) ? rate : indicator };
}

function hopdPay({ opps }: SiteBooks, hcpcs: string): { facility: SitePay; conditional: boolean } {
  if (opps === undefined) return { facility: { reason: "source-missing" }, conditional: false };
  const row = opps.byCode.get(hcpcs);
  if (row === undefined) return { facility: { reason: "not-in-addendum-b" }, conditional: false };
  const state = opps.states[row] ?? "unknown";
  const rate = opps.file.table.columns.oppsRate.at(row);
  if (rate === null || !paysRate(state))
    return { facility: unpaid(state, "statusIndicator", "oppsRate"), conditional: false };
  return { facility: { amount: rate }, conditional: state === "rated-unless-packaged" };
}

/**
 * Addendum EE names what is excluded. Any other code is off the ASC list only when both addenda were read and lack it.
 */
function unlisted({ surgical, ancillary, excluded }: AscBook, hcpcs: string): SitePay {
  if (excluded.has(hcpcs)) return { reason: "excluded-from-asc" };
  const unread = surgical === undefined || ancillary === undefined;
  return { reason: unread ? "source-missing" : "not-on-asc-list" };
}

function ascPay({ asc }: SiteBooks, hcpcs: string): SitePay {
  if (asc === undefined) return { reason: "source-missing" };
  const listing = asc.byCode.get(hcpcs);
  if (listing === undefined) return unlisted(asc, hcpcs);
  const rate = printedRate(listing);
  if (rate === null || !paysRate(listing.state)) return unpaid(listing.state, "paymentIndicator", "ascRate");
  return { amount: fineDollars(rate) };
}

/**
 * What Medicare pays for one code at each site of service, nationally.
 *
 * Office: the non-facility amount. Hospital and ASC: the facility's rate, the physician's facility amount, and
 * their sum. A reason explains what is not paid; a packaged facility payment has no sum.
 */
export function siteOfService(book: SiteBooks, hcpcs: string): SiteOfService {
  const hopd = hopdPay(book, hcpcs);
  const asc = ascPay(book, hcpcs);
  const physicianAt = physicianPay(book, hcpcs);
  const besideHopd = physicianAt("hopd");
  const besideAsc = physicianAt("asc");
  return {
    hcpcs,
    office: physicianAt("office"),
    hopd: { ...hopd, physician: besideHopd, total: totalOf(hopd.facility, besideHopd.pay) },
    asc: { facility: asc, conditional: false, physician: besideAsc, total: totalOf(asc, besideAsc.pay) },
  };
}
