import type { PriceDocument } from "../../../schemas/out/price.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import type { Claim } from "./claim.ts";

type NotConsidered = PriceDocument["notConsidered"];

/** What no fee schedule says. */
const ALWAYS: NotConsidered = [
  {
    what: "coverage and medical review",
    why: "the contractor (MAC) decides whether a service is covered and necessary",
  },
  {
    what: "deductible, coinsurance, sequestration",
    why: "amounts are what Medicare allows, before what the patient pays",
  },
  {
    what: "several physicians or facilities",
    why: "all lines are those of one physician and one facility, on one day",
  },
  { what: "charges", why: "Medicare pays the lower of the charge and the fee schedule amount" },
];

const OF_FACILITIES: NotConsidered = [
  { what: "wage index", why: "the rates of facilities are national" },
  { what: "device credits and pass-through offsets", why: "the claim and the device decide" },
];

const OF_HOSPITALS: NotConsidered = [{ what: "outliers", why: "the costs of the claim decide" }];

function statusesOf({ documents, lines }: Claim): string[] {
  const table = documents.table("opps");
  return lines.flatMap(({ hcpcs }) => table?.rowsOf({ hcpcs }).map(({ statusIndicator }) => statusIndicator) ?? []);
}

/** What depends on files that the release was built without, or on services that are not on the lines. */
function ofHospitals(claim: Claim): NotConsidered {
  const statuses = statusesOf(claim);
  const isUnadjusted = claim.documents.table("opps-pairs") === undefined && statuses.includes(COMPREHENSIVE);
  const why = "the release was built without OPPS Addendum J, so it is not known which pairs are paid more";
  return [
    ...(isUnadjusted ? [{ what: "complexity adjustment", why }] : []),
    ...(statuses.includes("J2")
      ? [{ what: "comprehensive observation services", why: "hours of observation and the visit decide" }]
      : []),
    ...excludedByName(claim, statuses),
    ...OF_HOSPITALS,
  ];
}

/** What Addendum J excludes from a comprehensive payment, in CMS's words: not all of it has a status indicator. */
function excludedByName({ documents }: Claim, statuses: readonly string[]): NotConsidered {
  if (!statuses.includes(COMPREHENSIVE)) return [];
  const rows = documents.table("opps-exclusions")?.allRows() ?? [];
  const named =
    rows.length === 0 ? "the release was built without its list" : rows.map(({ service }) => service).join("; ");
  return [{ what: "services that Addendum J excludes and that no status indicator tells", why: named }];
}

const EDITS = [
  { table: "ncci-addon", what: "NCCI add-on code edits" },
  { table: "ncci-mue-practitioner", what: "medically unlikely edits, practitioners and ASCs" },
  { table: "ncci-mue-hospital", what: "medically unlikely edits, outpatient hospitals" },
] as const;

/** Each two codes of the lines. */
function codePairs(lines: Claim["lines"]): [string, string][] {
  const codes = [...new Set(lines.map(({ hcpcs }) => hcpcs))];
  return codes.flatMap((one, at) => codes.slice(at + 1).map((other): [string, string] => [one, other]));
}

/** NCCI edits that the release was built without. */
function unreadEdits({ documents, lines }: Claim): NotConsidered {
  const tables = EDITS.filter(({ table }) => documents.table(table) === undefined).map(({ what }) => what);
  const pairs = (["practitioner", "hospital"] as const).flatMap((setting) => {
    const unread = codePairs(lines).filter((pair) =>
      pair.every((hcpcs) => documents.ptpEdits(setting, hcpcs) === undefined),
    );
    if (unread.length === 0) return [];
    return [
      `NCCI procedure-to-procedure edits (${setting}) of ${unread.map((pair) => pair.join(" with ")).join(", ")}`,
    ];
  });
  const unread = [...tables, ...pairs];
  const why =
    "the release was built without them. Build with --with ncci, and --with ncci-ptp for files from behind CMS's licence page";
  return unread.length === 0 ? [] : [{ what: unread.join("; "), why }];
}

/** What the answer for a claim leaves out, and why. */
export function notConsidered(claim: Claim, settings: readonly RateSettingName[]): NotConsidered {
  const isOfFacility = settings.some((setting) => setting !== "office");
  return [
    ...ALWAYS,
    ...(isOfFacility ? OF_FACILITIES : []),
    ...(settings.includes("hopd") ? ofHospitals(claim) : []),
    ...unreadEdits(claim),
  ];
}
