import type { DiffDocument } from "../../../schemas/out/diff.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { LocalityPair } from "./amount-inputs.ts";
import {
  type CountyFlow,
  countyFlows,
  countyTitles,
  inOrder,
  type LocalitiesOfCounty,
  localitiesByCounty,
} from "./county-flows.ts";
import type { Side } from "./side.ts";

type Move = DiffDocument["localityMoves"][number];

/** The localities of a release with their counties. */
export type WithLocalities = Pick<Side, "localities" | "counties">;

/** Flows that share a locality of either side. */
function together(flows: readonly CountyFlow[]): CountyFlow[][] {
  const groups: CountyFlow[][] = [];
  for (const flow of flows) {
    const touches = (group: readonly CountyFlow[]): boolean =>
      group.some(({ from, to }) => from === flow.from || to === flow.to);
    const joined = groups.filter(touches);
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), flow]);
  }
  return groups;
}

const distinct = (all: readonly string[]): string[] => [...new Set(all)].sort();

function kindOf(from: readonly string[], to: readonly string[], isWhole: boolean): Move["kind"] {
  if (!isWhole || (from.length > 1 && to.length > 1)) return "redrawn";
  if (from.length === to.length) return "renumbered";
  return from.length < to.length ? "split" : "merged";
}

/** Counties of some localities on one side. */
function countiesIn(side: LocalitiesOfCounty, localities: readonly string[]): string[] {
  return [...side].filter(([, own]) => localities.some((locality) => own.has(locality))).map(([code]) => code);
}

function moveOf(group: readonly CountyFlow[], old: LocalitiesOfCounty, now: LocalitiesOfCounty): Move {
  const [from, to] = [distinct(group.map((flow) => flow.from)), distinct(group.map((flow) => flow.to))];
  const counties = new Set(group.flatMap(({ codes }) => [...codes]));
  const isWhole = [countiesIn(old, from), countiesIn(now, to)].every((side) => side.length === counties.size);
  const parts = inOrder(group).map((flow) => ({ from: flow.from, to: flow.to, counties: countyTitles(flow.codes) }));
  return { kind: kindOf(from, to, isWhole), from, to, counties: counties.size, parts };
}

/** What happened to the localities of one release in another, by their counties: the same name is not a proof. */
export class LocalityHistory {
  /** Empty where a side was built without CMS's county crosswalk. */
  readonly flows: readonly CountyFlow[];
  readonly moves: readonly Move[];
  private readonly rows: Readonly<Record<"before" | "after", ReadonlyMap<string, LocalityRow>>>;

  constructor(before: WithLocalities, after: WithLocalities) {
    const [old, now] = [before, after].map(({ counties = [] }) => localitiesByCounty(counties)) as [
      LocalitiesOfCounty,
      LocalitiesOfCounty,
    ];
    this.flows = countyFlows(old, now);
    const groups = together(this.flows).filter((group) => group.some(({ from, to }) => from !== to));
    const moves = groups.map((group) => moveOf(group, old, now));
    this.moves = moves.sort((one, other) => ((one.from[0] ?? "") < (other.from[0] ?? "") ? -1 : 1));
    const byKey = ({ localities = [] }: WithLocalities) => new Map(localities.map((row) => [row.locality, row]));
    this.rows = { before: byKey(before), after: byKey(after) };
  }

  /** Localities of the other side that have counties of this one, by number; itself where the counties are not known. */
  private partners(locality: string, side: "before" | "after"): LocalityRow[] {
    const [own, other] = side === "before" ? (["to", "from"] as const) : (["from", "to"] as const);
    const known = this.flows.filter((flow) => flow[own] === locality).map((flow) => flow[other]);
    return (known.length > 0 ? known : [locality]).flatMap((key) => this.rows[side].get(key) ?? []);
  }

  /** Localities to compare: each with every one that had one of its counties. */
  pairs(): LocalityPair[] {
    return [...this.rows.after.values()].flatMap((after) =>
      this.partners(after.locality, "before").map((before) => ({ before, after })),
    );
  }

  /**
   * The locality of one side that a number of either side means: that of the number, else the one with its counties.
   *
   * @returns several where its counties are in localities of different indices
   */
  on(side: "before" | "after", locality: string): readonly LocalityRow[] {
    const own = this.rows[side].get(locality);
    if (own !== undefined) return [own];
    const found = this.partners(locality, side);
    const indices = ({ workGpci, peGpci, mpGpci }: LocalityRow): string => `${workGpci} ${peGpci} ${mpGpci}`;
    return new Set(found.map(indices)).size === 1 ? found.slice(0, 1) : found;
  }
}
