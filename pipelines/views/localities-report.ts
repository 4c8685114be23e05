import type { DiffDocument, LocalitySummary } from "../../schemas/out/diff.ts";
import { countText } from "../shared/money-text.ts";
import { grid, type Section, text } from "./view.ts";

type Locality = LocalitySummary["localities"][number];

function moverText(mover: Locality["largestRise"]): string {
  if (mover === null) return "-";
  const { hcpcs, modifier, setting, change, percent } = mover;
  const where = setting === "facility" ? "facility" : "non-facility";
  return `${[hcpcs, modifier].filter((part) => part !== "").join(" ")} ${where} ${change} (${percent ?? "-"} %)`;
}

const HEADINGS = [
  ...["locality", "name", "non-facility median %", "non-facility mean %", "facility median %", "facility mean %"],
  ...["largest rise", "largest fall"],
];

function cells({ locality, from, name, nonFacility, facility, largestRise, largestFall }: Locality): string[] {
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
  const low = Math.floor((most + 1) / 2);
  return [...localities.slice(0, low), ...localities.slice(localities.length - (most - low))];
}

/** How many rows are in no percent. */
function naText({ markedNa: { nonFacility, facility } }: LocalitySummary["rows"]): string {
  if (nonFacility + facility === 0) return "";
  return ` Left out where CMS marks the setting NA on a side: ${countText(nonFacility)} non-facility, ${countText(facility)} facility.`;
}

/** What the amounts did in each locality; nothing when that was not asked for. */
export function localitiesSection({ localitySummary }: DiffDocument, most: number): Section {
  const title = "Physician fee schedule by locality: change in percent, lowest non-facility median first";
  if (localitySummary === undefined) return { id: "localities", title, blocks: [] };
  const { rows, localities, unmatched } = localitySummary;
  const shown = outermost([...localities].sort(byMedian), most);
  const apart = [...unmatched.from.map((key) => `${key} (before)`), ...unmatched.to.map((key) => `${key} (after)`)];
  const blocks = [
    text(
      `${countText(rows.pricedOnBoth)} rows priced on both sides, each counted once whatever its use.${naText(rows)}`,
    ),
    grid(HEADINGS, shown.map(cells)),
    shown.length < localities.length && text(`... and ${localities.length - shown.length} between them`),
    apart.length > 0 && text(`Without a counterpart: ${apart.join(", ")}`),
  ];
  return { id: "localities", title, blocks };
}
