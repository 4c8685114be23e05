import type { Manifest } from "../../schemas/out/manifest.ts";
import { NA_LEGEND, NA_MARK } from "../shared/na-mark.ts";
import { indicatorsOf, policyIndicators } from "../shared/sources.ts";
import { copiesList, copyNames } from "./copies.ts";
import { entry } from "./headline-entry.ts";
import { type Child, type Html, html } from "./html.ts";
import { isNa } from "./na.ts";
import type { Traced } from "./traced.ts";

const OFFICE = "/siteOfService/office";

type Schedule = Parameters<typeof copyNames>[1];

/** One figure with what it is, and the copy that it stands on where that is not CMS's own file. */
function ownEntry(traced: Traced, schedule: Schedule, term: string, value: Child, note: Child): Html {
  const copies = copyNames(traced.document, schedule).map(
    (name) => html`<dd class="note"><span class="copy">${name}</span></dd>`,
  );
  return entry(term, value, note, copies);
}

/** An amount, or in smaller letters why there is none, or that CMS marks its site NA. */
function amount(traced: Traced, pointer: string, beforeReason = ""): Html {
  const shown = traced.money(pointer);
  return traced.payable(pointer) === null ? html`<span class="words">${beforeReason}${shown}</span>` : shown;
}

/** States of E and X: such services may be paid otherwise, as Part B drugs and laboratory tests are. */
const EXCLUDED = /^excluded-by-/;

/** The physician's amount in the office. A code that is excluded is so from the fee schedule, and not from all payment. */
function officeAmount(traced: Traced): Html {
  const isExcluded = EXCLUDED.test(traced.document.pfs[0]?.priceState ?? "");
  return amount(traced, OFFICE, isExcluded ? "not paid under the fee schedule: " : "");
}

/** "10 days" for 010; what CMS prints where no short word is on record. */
function globalPeriod(printed: string): string {
  const period = policyIndicators().indicators.find(({ field }) => field === "globalDays");
  return period?.codes.find(({ code }) => code === printed)?.short ?? printed;
}

function meaningOf(name: "pfs-status" | "opps-status" | "asc-payment", code: string | null): string {
  return indicatorsOf(name).indicators.find((each) => each.code === code)?.meaning ?? "";
}

function facilityEntries(traced: Traced): Html {
  const { opps, asc, siteOfService } = traced.document;
  const hopd =
    opps && html`APC ${traced.plain("/opps/apc")}, status indicator ${traced.plain("/opps/statusIndicator")}`;
  const condition = siteOfService.hopd.conditional && ": paid unless packaged";
  const center = asc && html`Payment indicator ${traced.plain("/asc/paymentIndicator")}`;
  return html`${ownEntry(traced, "opps", "Hospital outpatient", amount(traced, "/siteOfService/hopd/facility"), [hopd, condition])}
${ownEntry(traced, "asc", "Surgical center", amount(traced, "/siteOfService/asc/facility"), center)}`;
}

/** What the office amount is, and what CMS's mark means where it has one. */
function officeNote(traced: Traced): string {
  if (isNa(traced.document, OFFICE)) return `${NA_LEGEND}; the amount is what the file's units come to`;
  return traced.value(OFFICE) === null ? "physician" : "physician, non-facility rate";
}

/** The total of the setting that CMS does not mark NA, the office's first, and what is to say of the other one. */
function totalUnits(traced: Traced): { total: Html; note: Child } {
  const office = traced.plain("/pfs/0/rvus/nonFacilityTotal");
  const facility = traced.plain("/pfs/0/rvus/facilityTotal");
  const [row] = traced.document.pfs;
  if (row?.nonFacilityNa && row.facilityNa) return { total: office, note: `${NA_MARK} in an office and in a facility` };
  if (row?.facilityNa) return { total: office, note: `${NA_MARK} in a facility` };
  if (row?.nonFacilityNa) return { total: facility, note: `in a facility; ${NA_MARK} in an office` };
  return { total: office, note: html`${facility} in a facility` };
}

/** What the relative value file says, before and after what the facilities are paid. */
function ofPhysician(traced: Traced): { units: Html; period: Html } {
  const { total, note } = totalUnits(traced);
  const printed = traced.plain("/pfs/0/indicators/globalDays");
  const days = traced.plain("/pfs/0/indicators/globalDays", globalPeriod);
  const status = meaningOf("pfs-status", traced.value("/pfs/0/status"));
  const rate = officeNote(traced);
  const own = (term: string, value: Child, note: Child): Html => ownEntry(traced, "physician", term, value, note);
  return {
    units: html`${own("Total RVUs", total, note)}
${own("Office", officeAmount(traced), rate)}`,
    period: html`${own("Global period", days, html`CMS prints ${printed}`)}
${own("Status", traced.plain("/pfs/0/status"), status)}`,
  };
}

/** The figures that most readers come for. */
export function headline(traced: Traced): Html {
  const physician = traced.document.pfs.length === 0 ? undefined : ofPhysician(traced);
  return html`<dl class="headline">
${physician?.units}
${facilityEntries(traced)}
${physician?.period}
</dl>`;
}

/** "in force from 2026-01-01 to 2026-03-31"; a release that was replaced on those days, or never in force, was posted for them. */
function daysOf({ window: { from, to }, standing }: Manifest): string {
  if (standing.neverInForce) return `posted for ${from} to ${to}, never in force`;
  if (standing.supersededBy !== null) return `posted for ${from} to ${to}, replaced by ${standing.supersededBy}`;
  return `in force from ${from} to ${to}`;
}

/** The title of the page, what it is of, when that was in force, and what its figures were verified against. */
export function heading({ document }: Traced, manifest: Manifest): Html {
  const { hcpcs, release, region } = document;
  const { title, coverage } = manifest;
  const where = region === null ? "" : `${region.region}, ${region.system.toLowerCase()}. `;
  const excerpt = coverage === "excerpt" ? " Built from an excerpt of the release's files." : "";
  return html`<p class="eyebrow">Medicare fee schedule amounts, release ${release}</p>
<h1>${hcpcs}</h1>
<p class="lead">${where}${title}: ${daysOf(manifest)}.${excerpt}</p>
${copiesList(document, manifest)}
<p class="lead">Point at a figure, or move to it with the keyboard, to see the cell it was read from or the rule it was computed by.</p>`;
}
