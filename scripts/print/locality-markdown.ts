import { countText } from "../../pipelines/shared/money-text.ts";
import type { DiffDocument, LocalitySummary } from "../../schemas/out/diff.ts";
import { markdownTable } from "./marked.ts";

type Locality = LocalitySummary["localities"][number];

const HEADING = [
  "locality",
  "name",
  "non-facility median %",
  "non-facility mean %",
  "facility median %",
  "facility mean %",
  "largest rise",
  "largest fall",
];

function moverText(mover: Locality["largestRise"]): string {
  if (mover === null) return "-";
  const { hcpcs, modifier, setting, change, percent } = mover;
  const where = setting === "facility" ? "facility" : "non-facility";
  return `${[hcpcs, modifier].filter((text) => text !== "").join(" ")} ${where} ${change} (${percent ?? "-"} %)`;
}

function row({ locality, from, name, nonFacility, facility, largestRise, largestFall }: Locality): string[] {
  const percents = [nonFacility, facility].flatMap((each) => [each.medianPercent ?? "-", each.meanPercent ?? "-"]);
  const key = from === locality ? locality : `${locality} (was ${from})`;
  return [key, name, ...percents, moverText(largestRise), moverText(largestFall)];
}

/** Lowest median first: where the release takes most. */
function byMedian(left: Locality, right: Locality): number {
  const of = ({ nonFacility }: Locality): number => Number((nonFacility.medianPercent ?? "0").replace(".", ""));
  return of(left) - of(right) || (left.locality < right.locality ? -1 : 1);
}

/** The lines in which a locality stands out: the lowest and the highest, when not all are to be shown. */
function outermost(localities: readonly Locality[], most: number): Locality[] {
  if (localities.length <= most) return [...localities];
  const low = Math.ceil(most / 2);
  return [...localities.slice(0, low), ...localities.slice(localities.length - (most - low))];
}

/** How many rows are in no percent. */
function naText({ markedNa: { nonFacility, facility } }: LocalitySummary["rows"]): string {
  if (nonFacility + facility === 0) return "";
  return ` Left out where CMS marks the setting NA on a side: ${countText(nonFacility)} non-facility, ${countText(facility)} facility.`;
}

/** What the amounts did in each locality; nothing when that was not asked for. */
export function localityLines({ localitySummary }: DiffDocument, most: number): string[] {
  if (localitySummary === undefined) return [];
  const { rows, localities, unmatched } = localitySummary;
  const shown = outermost([...localities].sort(byMedian), most);
  const apart = [...unmatched.from.map((key) => `${key} (before)`), ...unmatched.to.map((key) => `${key} (after)`)];
  return [
    "## Physician fee schedule by locality: change in percent, lowest non-facility median first\n",
    `${countText(rows.pricedOnBoth)} rows priced on both sides, each counted once whatever its use.${naText(rows)}\n`,
    markdownTable(HEADING, shown.map(row)),
    ...(shown.length < localities.length ? [`\n... and ${localities.length - shown.length} between them`] : []),
    ...(apart.length === 0 ? [] : [`\nWithout a counterpart: ${apart.join(", ")}`]),
    "",
  ];
}
