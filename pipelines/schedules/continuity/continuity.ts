import type { Place } from "../../../schemas/place.ts";
import type { MeasureBound } from "../../../schemas/source/continuity.ts";
import type { Profile } from "../../../schemas/source/profile.ts";
import type { Family } from "../../../schemas/source/release.ts";
import type { Check, Violation } from "../../rules/check.ts";
import { profilesOf } from "../../sources/profiles.ts";
import { continuityBounds } from "../../sources/sources.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { type ReleaseBook, sourceFiles } from "../book.ts";
import { compareLooks } from "./compare.ts";
import { type BesideNeighbour, judge } from "./judge.ts";
import { looksOf, type TableLooks } from "./looks.ts";
import { isBefore, neighboursOf, yearsBetween } from "./neighbour.ts";
import { unpackTable } from "./packed.ts";

/** What tables are compared with; tests bring their own. */
export interface Known {
  readonly profiles: (family: Family) => readonly Profile[];
  readonly bounds: () => readonly MeasureBound[];
}

const REGISTERED: Known = { profiles: profilesOf, bounds: () => continuityBounds().bounds };

/** A table that nobody has registered, and what it looks like. */
interface Unknown {
  readonly file: SourceFile<unknown>;
  readonly looks: TableLooks;
  readonly compared: BesideNeighbour | undefined;
}

/** The bytes of a registered file are known, and an excerpt is no whole table. */
function isUnknown({ publication, changed, entry }: SourceFile<unknown>): boolean {
  return entry.excerptOf === undefined && (changed || !publication.registered);
}

function comparedWith(
  file: SourceFile<unknown>,
  looks: TableLooks,
  profiles: readonly Profile[],
): BesideNeighbour | undefined {
  const { publication, id: role } = file;
  const [nearest] = neighboursOf(publication, role, profiles);
  if (nearest === undefined) return undefined;
  const { profile, table } = nearest;
  const other = unpackTable(table);
  const neighbourFirst = isBefore(profile, publication);
  const change = neighbourFirst ? compareLooks(other, looks) : compareLooks(looks, other);
  return { role, neighbour: profile.label, years: yearsBetween(publication, profile), neighbourFirst, change };
}

function unknownsOf(book: ReleaseBook, { profiles }: Known): Unknown[] {
  if (book.release.coverage !== "whole") return [];
  return sourceFiles(book)
    .filter((file) => isUnknown(file) && file.table.rowNumbers.length > 0)
    .map((file) => {
      const looks = looksOf(file);
      return { file, looks, compared: comparedWith(file, looks, profiles(file.publication.family)) };
    });
}

function placeOf({ table }: SourceFile<unknown>, field: string | undefined, key: string): Place {
  const ref = field === undefined ? undefined : table.found.byField.get(field);
  return {
    file: table.file,
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    ...(ref === undefined ? {} : { column: ref.letter, heading: ref.heading }),
    key,
  };
}

function violationsOf(
  { file, compared }: Unknown,
  bounds: readonly MeasureBound[],
): { judged: number; found: Violation[] } {
  if (compared === undefined) return { judged: 0, found: [] };
  const { judged, beyond } = judge(compared, bounds);
  const found = beyond.map(({ key, field, message }) => ({
    key,
    publication: file.publication.label,
    place: placeOf(file, field, key),
    message,
  }));
  return { judged, found };
}

/** The check that tables which nobody has registered are like those that somebody has. */
export function continuityWith(known: Known): Check<ReleaseBook> {
  return {
    id: "cross.continuity",
    title:
      "A table that nobody has registered has the rows, letters and figures of its nearest registered one, as far as CMS's own tables keep them",
    invariants: [],
    scope: "table",
    severity: "error",
    acceptable: true,
    cites: [{ title: "sources/parameters/continuity.json: how far CMS's own neighbouring tables are apart" }],
    cure: "Compare the file with CMS's page: is it whole, of this quarter, and does each column stand under its heading? If CMS's file is like that, accept the finding by its name: --accept-finding cross.continuity:KEY=reason",
    run: (book) => {
      const unknowns = unknownsOf(book, known);
      if (unknowns.length === 0) return undefined;
      const judged = unknowns.map((each) => violationsOf(each, known.bounds()));
      return {
        checked: judged.reduce((total, each) => total + each.judged, 0),
        violations: judged.flatMap(({ found }) => found),
        // Only tables of which nobody knows the bytes are compared, and of those no exception can be called stale.
        publications: [],
        compared: () => false,
      };
    },
  };
}

export const continuity: Check<ReleaseBook> = continuityWith(REGISTERED);
