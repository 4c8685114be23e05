import type { DiffDocument } from "../../../schemas/out/diff.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import { fault } from "../../problems/problems.ts";
import type { LocalityPair } from "./amount-inputs.ts";
import { missingColumns } from "./columns-read.ts";
import { TABLE_FIELDS } from "./fields.ts";
import { type ChangedRow, diffRows } from "./rows.ts";
import type { LocalityCounties, Side } from "./side.ts";

type Move = DiffDocument["localityMoves"][number];

/** Counties of each locality as CMS's crosswalk names them; "all" and "all others" of a state are areas of their own. */
type Areas = ReadonlyMap<string, ReadonlySet<string>>;

function areasOf(counties: readonly (LocalityCounties & { readonly coverage?: string })[]): Areas {
  const areas = new Map<string, Set<string>>();
  for (const { locality, state, coverage, counties: named } of counties) {
    const known = areas.get(locality) ?? new Set<string>();
    const names = named.length === 0 ? [`(${coverage})`] : named;
    for (const name of names) known.add(`${state}: ${name}`);
    areas.set(locality, known);
  }
  return areas;
}

/** Localities that share an area with any of these. */
function sharing(areas: Areas, wanted: ReadonlySet<string>): string[] {
  return [...areas].flatMap(([locality, own]) => ([...own].some((area) => wanted.has(area)) ? [locality] : [])).sort();
}

function union(areas: Areas, localities: readonly string[]): Set<string> {
  return new Set(localities.flatMap((locality) => [...(areas.get(locality) ?? [])]));
}

const same = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && [...left].every((each) => right.has(each));

function kindOf(from: readonly string[], to: readonly string[], equal: boolean): Move["kind"] {
  if (!equal || (from.length > 1 && to.length > 1)) return "redrawn";
  if (from.length === to.length) return "renumbered";
  return from.length < to.length ? "split" : "merged";
}

/** One locality that is gone, with those that took its counties. */
function moveOf(locality: string, old: Areas, now: Areas): Move | undefined {
  const to = sharing(now, old.get(locality) ?? new Set());
  const from = sharing(old, union(now, to));
  if (to.length === 0) return undefined;
  const [before, after] = [union(old, from), union(now, to)];
  return { kind: kindOf(from, to, same(before, after)), from, to, counties: before.size };
}

/**
 * Localities whose number is gone and whose counties are somewhere else now. Only counties tell: a like name is no proof.
 *
 * @returns none where a side was built without CMS's county crosswalk
 */
export function localityMoves(before: Side, after: Side): Move[] {
  if (before.counties === undefined || after.counties === undefined) return [];
  const [old, now] = [areasOf(before.counties), areasOf(after.counties)];
  const gone = [...old.keys()].filter((locality) => !now.has(locality)).sort();
  const moves = new Map<string, Move>();
  for (const locality of gone) {
    const move = moveOf(locality, old, now);
    if (move !== undefined) moves.set(`${move.from} ${move.to}`, move);
  }
  return [...moves.values()];
}

/** Localities to be compared with one another: of one number, or renumbered with the same counties. */
export function localityPairs(before: Side, after: Side, moves: readonly Move[]): LocalityPair[] {
  const old = new Map(before.localities?.map((row) => [row.locality, row]));
  const earlierOf = new Map(
    moves.flatMap(({ kind, from, to }) => (kind === "renumbered" ? [[to[0] ?? "", from[0] ?? ""] as const] : [])),
  );
  return (after.localities ?? []).flatMap((row) => {
    const earlier = old.get(earlierOf.get(row.locality) ?? row.locality);
    return earlier === undefined ? [] : [{ before: earlier, after: row }];
  });
}

/**
 * The same where amounts by locality were asked for: then there must be some.
 *
 * @throws InputFault naming the side that was built without units or indices
 */
export function neededPairs(before: Side, after: Side, moves: readonly Move[]): LocalityPair[] {
  const lacking = [before, after].find(({ pfs, localities }) => pfs === undefined || localities === undefined);
  const pairs = localityPairs(before, after, moves);
  if (lacking === undefined && pairs.length > 0) return pairs;
  const what =
    lacking === undefined
      ? "no locality is in both releases"
      : `${lacking.manifest.release} was built without its relative values or GPCIs`;
  const cure = "Build it with CMS's relative value archive, or leave --localities and --localities-to out";
  throw fault("diff.no-localities", { file: "--localities" }, `there are no amounts by locality: ${what}`, cure);
}

/** The GPCI table on both sides; null when a side was built without it. */
export function localityTable(before: Side, after: Side): DiffDocument["localities"] {
  if (before.localities === undefined || after.localities === undefined) return null;
  const missing = missingColumns([before, after], "localities");
  const reader = { keyOf: ({ locality }: LocalityRow) => locality, uses: TABLE_FIELDS.localities, missing };
  const { tally, added, removed, changed } = diffRows(before.localities, after.localities, reader);
  const told = (row: ChangedRow<LocalityRow>) => ({
    locality: row.key,
    fromRow: row.before.row,
    toRow: row.after.row,
    fields: row.fields,
  });
  return { tally, missingColumns: missing, added: [...added], removed: [...removed], changed: changed.map(told) };
}
