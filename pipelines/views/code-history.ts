import type { TimelinePoint } from "../../schemas/out/timeline.ts";
import { dollars } from "../shared/money-text.ts";
import { NA_MARK } from "../words/na.ts";
import { AMOUNTS } from "../words/names.ts";
import { standingText } from "../words/releases.ts";
import type { Snapshot } from "./code-sources.ts";
import type { History } from "./drawings.ts";
import { naNote, payableAmount, SNAPSHOT_COLUMNS } from "./snapshots.ts";
import type { SpanSeries } from "./timeline-spans.ts";
import type { Setting } from "./traced.ts";
import { type Block, type Column, type Section, small, type TableBlock, table, text, toned } from "./view.ts";

type Point = History["points"][number];

/** One line of the chart: who is paid, and how much in a release. */
interface Series extends SpanSeries {
  readonly symbol: string;
  readonly shape: "round" | "square" | "diamond";
  readonly amountOf: (snapshot: Snapshot) => string | null;
  /** Whether a release without an amount here leaves a gap in the line: CMS marks the setting NA. */
  readonly isGap: (snapshot: Snapshot) => boolean;
}

function seriesOf(setting: Setting): readonly Series[] {
  const ofFacility = { isGap: () => false };
  return [
    {
      name: AMOUNTS[setting === "facility" ? "facility" : "office"].name,
      swatch: "physician",
      shape: "round",
      symbol: "circle",
      amountOf: (snapshot) => payableAmount(snapshot, setting),
      isGap: ({ national }) => national?.priceState === "priced",
    },
    {
      name: AMOUNTS.opps.name,
      swatch: "facility",
      shape: "square",
      symbol: "square",
      amountOf: ({ opps }) => opps?.paymentRate ?? null,
      ...ofFacility,
    },
    {
      name: AMOUNTS.asc.name,
      swatch: "center",
      shape: "diamond",
      symbol: "diamond",
      amountOf: ({ asc }) => asc?.paymentRate ?? null,
      ...ofFacility,
    },
  ];
}

/** How a release stands, as a timeline has it. */
function standingOf({ release, standing }: Snapshot): Pick<TimelinePoint, "standing" | "replacedBy"> {
  const { neverInForce, supersededBy: replacedBy } = standing;
  if (release.includes("-")) return { standing: "other-revision", replacedBy };
  if (neverInForce) return { standing: "never-in-force", replacedBy };
  return { standing: replacedBy === null ? "in-force" : "superseded", replacedBy };
}

const isInForce = (snapshot: Snapshot): boolean => standingOf(snapshot).standing === "in-force";

function pointsOf({ name, amountOf, isGap }: Series, history: readonly Snapshot[]): Point[] {
  return history.flatMap((snapshot): Point[] => {
    const { release } = snapshot;
    const amount = amountOf(snapshot);
    if (amount !== null) return [{ release, series: name, amount: Number(amount), text: amount }];
    return isGap(snapshot) ? [{ release, series: name, amount: null, text: NA_MARK }] : [];
  });
}

/** Which releases of the table the chart leaves out, and why. */
function notDrawn(history: readonly Snapshot[]): Block {
  const others = history.filter((each) => !isInForce(each));
  const said = others.map((each) => `${each.release}, ${standingText(standingOf(each))}`);
  return said.length > 0 && small(`Not drawn: ${said.join("; ")}.`);
}

const STANDING: Column<Snapshot> = {
  heading: "Standing",
  cell: (snapshot) => toned(standingText(standingOf(snapshot)), "day"),
};

function historyTable(history: readonly Snapshot[], release: string): TableBlock {
  return table<Snapshot>({
    caption: "The code in the releases that are built here",
    columns: [
      { heading: "Release", cell: (each) => (each.release === release ? toned(release, "strong") : each.release) },
      { heading: "From", cell: ({ from }) => toned(from, "day") },
      ...(history.every(isInForce) ? [] : [STANDING]),
      ...SNAPSHOT_COLUMNS.map(({ sortBy: _, ...column }) => column),
    ],
    rows: history,
  });
}

function described(series: readonly Series[], points: readonly Point[]): string {
  const said = series.map(({ name }) => {
    const own = points.filter((point) => point.series === name);
    const amounts = own.map(
      ({ release, amount, text: told }) => `${amount === null ? told : dollars(told)} in ${release}`,
    );
    return `${name}: ${amounts.join(", ")}.`;
  });
  return said.join(" ");
}

/**
 * The code from release to release.
 *
 * @param setting what the chart shows of the physician's amounts
 */
export function historySection(history: readonly Snapshot[], release: string, setting: Setting): Section {
  const inForce = history.filter(isInForce);
  const drawn = seriesOf(setting).filter(({ amountOf }) => inForce.some((each) => amountOf(each) !== null));
  const points = drawn.flatMap((each) => pointsOf(each, inForce));
  const isDrawn = inForce.length > 1 && drawn.length > 0;
  const tables: Block[] = [isDrawn && notDrawn(history), historyTable(history, release), naNote(history)];
  const chart: Block = {
    kind: "chart",
    id: "history-chart",
    title: "Amounts from release to release",
    description: described(drawn, points),
    legend: drawn.map(({ swatch, shape, name }) => [`${swatch} ${shape}`, name] as const),
    drawing: { as: "history", releases: inForce.map((each) => each.release), series: drawn, points },
    table: tables,
  };
  const alone =
    history.length < 2 && text("No other release that was in force and lists the code is built in this folder.");
  return { id: "history", title: "History", blocks: isDrawn ? [chart] : [alone, ...tables] };
}
