import type { Manifest } from "../../schemas/out/manifest.ts";
import { indicatorsOf, policyIndicators } from "../shared/sources.ts";
import { type Child, type Html, html } from "./html.ts";
import type { Traced } from "./traced.ts";

function entry(term: string, value: Child, note: Child): Html {
  return html`<div><dt>${term}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd></div>`;
}

/** An amount, or in smaller letters why there is none. */
function amount(traced: Traced, pointer: string): Html {
  const shown = traced.money(pointer);
  return traced.value(pointer) === null ? html`<span class="words">${shown}</span>` : shown;
}

/** "10 days" for 010; what CMS prints where no short word is on record. */
function globalPeriod(printed: string): string {
  const period = policyIndicators().indicators.find(({ field }) => field === "globalDays");
  return period?.codes.find(({ code }) => code === printed)?.short ?? printed;
}

function meaningOf(name: "pfs-status" | "opps-status" | "asc-payment", code: string | null): string {
  return indicatorsOf(name).indicators.find((each) => each.code === code)?.meaning ?? "";
}

function facilityNotes(traced: Traced): { hopd: Child; asc: Child } {
  const { opps, asc } = traced.document;
  return {
    hopd: opps && html`APC ${traced.plain("/opps/apc")}, status indicator ${traced.plain("/opps/statusIndicator")}`,
    asc: asc && html`Payment indicator ${traced.plain("/asc/paymentIndicator")}`,
  };
}

/** What the relative value file says, before and after what the facilities are paid. */
function ofPhysician(traced: Traced): { units: Html; period: Html } {
  const facility = traced.plain("/pfs/0/rvus/facilityTotal");
  const printed = traced.plain("/pfs/0/indicators/globalDays");
  const days = traced.plain("/pfs/0/indicators/globalDays", globalPeriod);
  const status = meaningOf("pfs-status", traced.value("/pfs/0/status"));
  return {
    units: html`${entry("Total RVUs", traced.plain("/pfs/0/rvus/nonFacilityTotal"), html`${facility} in a facility`)}
${entry("Office", amount(traced, "/siteOfService/office"), "physician, non-facility rate")}`,
    period: html`${entry("Global period", days, html`CMS prints ${printed}`)}
${entry("Status", traced.plain("/pfs/0/status"), status)}`,
  };
}

/** The figures that most readers come for. */
export function headline(traced: Traced): Html {
  const notes = facilityNotes(traced);
  const physician = traced.document.pfs.length === 0 ? undefined : ofPhysician(traced);
  return html`<dl class="headline">
${physician?.units}
${entry("Hospital outpatient", amount(traced, "/siteOfService/hopd/facility"), notes.hopd)}
${entry("Surgical center", amount(traced, "/siteOfService/asc/facility"), notes.asc)}
${physician?.period}
</dl>`;
}

/** The title of the page, what it is of, and when that was in force. */
export function heading({ document }: Traced, { title, window, coverage }: Manifest): Html {
  const { hcpcs, release, region } = document;
  const where = region === null ? "" : `${region.region}, ${region.system.toLowerCase()}. `;
  const excerpt = coverage === "excerpt" ? " Built from an excerpt of CMS's files." : "";
  return html`<p class="eyebrow">What Medicare pays, release ${release}</p>
<h1>${hcpcs}</h1>
<p class="lead">${where}${title}: in force from ${window.from} to ${window.to}. Verified against release ${release}.${excerpt}
Point at a figure, or move to it with the keyboard, to see the cell it was read from or the rule it was computed by.</p>`;
}
