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

/** The figures that most readers come for. */
export function headline(traced: Traced): Html {
  const { pfs } = traced.document;
  const notes = facilityNotes(traced);
  const physician = [
    entry(
      "Total RVUs",
      traced.plain("/pfs/0/rvus/nonFacilityTotal"),
      html`${traced.plain("/pfs/0/rvus/facilityTotal")} in a facility`,
    ),
    entry("Office", amount(traced, "/siteOfService/office"), "physician, non-facility rate"),
  ];
  const period = [
    entry(
      "Global period",
      traced.plain("/pfs/0/indicators/globalDays", globalPeriod),
      html`CMS prints ${traced.plain("/pfs/0/indicators/globalDays")}`,
    ),
    entry("Status", traced.plain("/pfs/0/status"), meaningOf("pfs-status", pfs[0]?.status.value ?? null)),
  ];
  return html`<dl class="headline">
${pfs.length > 0 && physician}
${entry("Hospital outpatient", amount(traced, "/siteOfService/hopd/facility"), notes.hopd)}
${entry("Surgical center", amount(traced, "/siteOfService/asc/facility"), notes.asc)}
${pfs.length > 0 && period}
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
