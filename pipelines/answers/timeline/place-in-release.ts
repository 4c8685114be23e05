import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { countiesText } from "../../words/county-text.ts";
import { countyTitles } from "../diff/county-flows.ts";
import { LocalityHistory, type WithLocalities } from "../diff/locality-history.ts";

/** A release that has the locality of the question, by its number. */
export interface Home extends WithLocalities {
  readonly release: string;
  readonly from: string;
  readonly row: LocalityRow;
}

/** A locality as one release has it. */
export interface PlaceThere {
  /** Undefined where the release has no such locality, or its counties in several of different indices. */
  readonly gpci: LocalityRow | undefined;
  readonly isInSeveral: boolean;
  /** Which of its counties are in a locality of another number there, and the reverse. */
  readonly notes: readonly string[];
}

function located(documents: ReleaseDocuments): WithLocalities {
  return { localities: documents.table("localities")?.allRows(), counties: documents.table("counties")?.allRows() };
}

/** The releases that have a locality by its number, by their first days. */
export function homesOf(releases: Iterable<ReleaseDocuments>, locality: string): Home[] {
  const homes: Home[] = [];
  for (const documents of releases) {
    const there = located(documents);
    const row = there.localities?.find((each) => each.locality === locality);
    const { release, window } = documents.manifest;
    if (row !== undefined) homes.push({ ...there, release, from: window.from, row });
  }
  return homes.sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** The counties to look for: those of the last release that has the number; elsewhere those of the nearest one. */
function homeFor({ manifest }: ReleaseDocuments, homes: readonly Home[]): Home | undefined {
  if (homes.some(({ release }) => release === manifest.release)) return homes.at(-1);
  return homes.findLast(({ from }) => from <= manifest.window.from) ?? homes[0];
}

/** Most parts that are listed one by one; of more, only the localities are listed. */
const MOST_LISTED = 6;

function movedNotes({ flows }: LocalityHistory, { release, row: { locality } }: Home): string[] {
  const moved = flows.filter(({ from, to }) => from !== to && (from === locality || to === locality));
  const where = new Map<string, Set<string>>();
  for (const { from, to, codes } of moved) {
    const counties = `${countiesText(countyTitles(codes))}${from === locality ? "" : ` of ${from}`}`;
    where.set(counties, (where.get(counties) ?? new Set()).add(to));
  }
  const parts = [...where].map(([counties, to]) => `${counties} in ${[...to].join(" and ")}`);
  if (parts.length === 0) return [];
  const localities = [...new Set(moved.map(({ to }) => to))];
  const text = parts.length > MOST_LISTED ? `its counties in ${localities.join(", ")}` : parts.join("; ");
  return [`compared with ${locality} in ${release}, this release has ${text}`];
}

/** The locality of the question in one release: that of its number, else the one that has its counties there. */
export function placeIn(documents: ReleaseDocuments, homes: readonly Home[]): PlaceThere | undefined {
  const home = homeFor(documents, homes);
  if (home === undefined) return undefined;
  if (documents.manifest.release === home.release) return { gpci: home.row, isInSeveral: false, notes: [] };
  const history = new LocalityHistory(home, located(documents));
  const found = history.on("after", home.row.locality);
  const [only, another] = found;
  return {
    gpci: another === undefined ? only : undefined,
    isInSeveral: another !== undefined,
    notes: movedNotes(history, home),
  };
}
