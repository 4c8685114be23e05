import type { Manifest } from "../../../schemas/out/manifest.ts";
import { indicatorOf } from "../../words/indicators.ts";
import { NA_LEGEND, NA_MARK } from "../../words/na.ts";
import { AMOUNTS } from "../../words/names.ts";
import { globalPeriod } from "../../words/policy.ts";
import { daysInForce } from "../../words/releases.ts";
import { copiesList, copyMarks } from "./copies.ts";
import { isNa, type Traced } from "./traced.ts";
import { type Block, type Content, type Entry, lead, toned } from "./view.ts";

const OFFICE = "/siteOfService/office/nonFacility";

type Schedule = Parameters<typeof copyMarks>[1];

/** One figure with its meaning, and the copy that it comes from where that is not CMS's own file. */
function entry(traced: Traced, schedule: Schedule, term: string, value: Content, note: Content): Entry {
  return { term, value, notes: [note, ...copyMarks(traced.document, schedule)] };
}

/** An amount, or in small print why there is none, or that CMS marks its site NA. */
function amount(traced: Traced, pointer: string, beforeReason = ""): Content {
  const shown = traced.money(pointer);
  return traced.payable(pointer) === null ? toned([beforeReason, shown], "words") : shown;
}

/** States of status E and X: Medicare may pay such services another way, such as Part B drugs or laboratory tests. */
const EXCLUDED = /^excluded-by-/;

/** The physician's amount in the office. An excluded code is excluded from the fee schedule, not from all payment. */
function officeAmount(traced: Traced): Content {
  const isExcluded = EXCLUDED.test(traced.document.pfs[0]?.priceState ?? "");
  return amount(traced, OFFICE, isExcluded ? "not paid under the fee schedule: " : "");
}

function facilityEntries(traced: Traced): Entry[] {
  const { opps, asc, siteOfService } = traced.document;
  const hopd = opps && [
    "APC ",
    traced.plain("/opps/apc"),
    ", status indicator ",
    traced.plain("/opps/statusIndicator"),
    siteOfService.hopd.conditional && ": paid unless packaged",
  ];
  const center = asc && ["Payment indicator ", traced.plain("/asc/paymentIndicator")];
  return [
    entry(traced, "opps", AMOUNTS.opps.name, amount(traced, "/siteOfService/hopd/oppsRate"), hopd),
    entry(traced, "asc", AMOUNTS.asc.name, amount(traced, "/siteOfService/asc/ascRate"), center),
  ];
}

/** What the office amount is, and what CMS's mark means where it has one. */
function officeNote(traced: Traced): string {
  if (isNa(traced.document, OFFICE)) return `${NA_LEGEND}; the amount is computed from the file's RVUs`;
  return traced.value(OFFICE) === null ? "physician" : "physician, non-facility rate";
}

/** The total of the setting that CMS does not mark NA, the office first, and a note about the other setting. */
function totalRvus(traced: Traced): [total: Content, note: Content] {
  const office = traced.plain("/pfs/0/rvus/nonFacilityTotal");
  const facility = traced.plain("/pfs/0/rvus/facilityTotal");
  const [row] = traced.document.pfs;
  if (row?.nonFacilityNa && row.facilityNa) return [office, `${NA_MARK} in an office and in a facility`];
  if (row?.facilityNa) return [office, `${NA_MARK} in a facility`];
  if (row?.nonFacilityNa) return [facility, `in a facility; ${NA_MARK} in an office`];
  return [office, [facility, " in a facility"]];
}

/** The figures that most readers need; those of the facilities are between those of the physician. */
export function codeHeadline(traced: Traced): Block {
  const facilities = facilityEntries(traced);
  if (traced.document.pfs.length === 0) return { kind: "entries", entries: facilities };
  const own = (term: string, value: Content, note: Content): Entry => entry(traced, "physician", term, value, note);
  const printed = traced.plain("/pfs/0/indicators/globalDays");
  const status = indicatorOf("pfs-status", traced.value("/pfs/0/status"))?.meaning;
  const entries = [
    own("Total RVUs", ...totalRvus(traced)),
    own(AMOUNTS.office.short, officeAmount(traced), officeNote(traced)),
    ...facilities,
    own("Global period", traced.plain("/pfs/0/indicators/globalDays", globalPeriod), ["CMS prints ", printed]),
    own("Status", traced.plain("/pfs/0/status"), status),
  ];
  return { kind: "entries", entries };
}

/** What the page is about, when it was in force, and what its figures were verified against. */
export function head({ document }: Traced, manifest: Manifest): Block[] {
  const { region } = document;
  const { title, coverage } = manifest;
  const where = region === null ? "" : `${region.region}, ${region.system.toLowerCase()}. `;
  const excerpt = coverage === "excerpt" ? " Built from an excerpt of the release's files." : "";
  return [
    lead(`${where}${title}: ${daysInForce(manifest.window, manifest.standing)}.${excerpt}`),
    copiesList(document, manifest),
    lead(
      "Point at a figure, or move to it with the keyboard, to see the cell it was read from or the rule it was computed by.",
    ),
  ];
}
