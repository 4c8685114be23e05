import type { DiffDocument, LocalitySummary } from "../../schemas/out/diff.ts";
import { countText } from "../shared/money-text.ts";
import { type Column, type Section, table, text } from "./view.ts";

type Locality = LocalitySummary["localities"][number];

function moverText(mover: Locality["largestRise"]): string {
  if (mover === null) return "-";
  const { hcpcs, modifier, setting, change, percent } = mover;
  const where = setting === "facility" ? "facility" : "non-facility";
  return `${[hcpcs, modifier].filter((part) => part !== "").join(" ")} ${where} ${change} (${percent ?? "-"} %)`;
}

const percents = (
  [
    ["non-facility", "nonFacility"],
    ["facility", "facility"],
  ] as const
).flatMap(([words, setting]): Column<Locality>[] => [
  { heading: `${words} median %`, cell: (each) => each[setting].medianPercent ?? "-" },
  { heading: `${words} mean %`, cell: (each) => each[setting].meanPercent ?? "-" },
]);

const COLUMNS: readonly Column<Locality>[] = [
  {
    heading: "locality",
    cell: ({ locality, from }) => (from === locality ? locality : `${locality} (was ${from})`),
  },
  { heading: "name", cell: ({ name }) => name },
  ...percents,
  { heading: "largest rise", cell: ({ largestRise }) => moverText(largestRise) },
  { heading: "largest fall", cell: ({ largestFall }) => moverText(largestFall) },
];

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
    table({ caption: title, columns: COLUMNS, rows: shown }),
    shown.length < localities.length && text(`... and ${localities.length - shown.length} between them`),
    apart.length > 0 && text(`Without a counterpart: ${apart.join(", ")}`),
  ];
  return { id: "localities", title, blocks };
}
