import type { Place } from "../../../schemas/place.ts";
import type { Fresh } from "../../../schemas/source/completeness.ts";
import type { MeasureBound } from "../../../schemas/source/continuity.ts";
import type { Check, Violation } from "../../rules/check.ts";
import { completeness, continuityBounds } from "../../sources/sources.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { cellPlace } from "../../tables/table.ts";
import type { ReleaseBook } from "../book.ts";
import { wrongPublication } from "./another.ts";
import { judge } from "./judge.ts";
import { type Profiles, registeredProfiles, type UnknownTable, unknownTables } from "./unknown-tables.ts";

/** What tables are compared with; tests pass their own. */
interface Known {
  readonly profiles: Profiles;
  readonly bounds: () => readonly MeasureBound[];
  readonly fresh: () => readonly Fresh[];
}

const REGISTERED: Known = {
  profiles: registeredProfiles,
  bounds: () => continuityBounds().bounds,
  fresh: () => completeness().fresh,
};

function placeOf({ table }: SourceFile<unknown>, field: string | undefined, key: string): Place {
  const { row: _, ...place } = cellPlace(table, 0, field ?? "", key);
  return place;
}

interface Judged {
  readonly judged: number;
  readonly found: readonly Violation[];
}

function judgeTable({ file, looks, beside }: UnknownTable, known: Known): Judged {
  const { publication } = file;
  const another = wrongPublication(looks, publication, known.profiles(publication.family), known.fresh());
  const { judged, beyond } = beside === undefined ? { judged: 0, beyond: [] } : judge(beside, known.bounds());
  const found = [...another, ...beyond].map(({ key, field, message }) => ({
    key,
    publication: publication.label,
    place: placeOf(file, field, key),
    message,
  }));
  return { judged: judged + 1, found };
}

/** The check that unregistered tables are like registered ones. */
export function continuityWith(known: Known): Check<ReleaseBook> {
  return {
    id: "cross.continuity",
    title:
      "An unregistered table has the rows, indicators and figures of its nearest registered one, within the differences between CMS's own tables",
    invariants: [],
    scope: "table",
    severity: "error",
    acceptable: true,
    cites: [{ title: "sources/parameters/continuity.json: how much CMS's own neighbouring tables differ" }],
    cure: "Compare the file with CMS's page: is it complete, is it of this quarter, and is each column under its heading? If CMS's file is like this, accept the finding by name: --accept cross.continuity:KEY=reason",
    run: (book) => {
      const unknown = unknownTables(book, known.profiles);
      if (unknown.length === 0) return undefined;
      const judged = unknown.map((each) => judgeTable(each, known));
      return {
        checked: judged.reduce((total, each) => total + each.judged, 0),
        violations: judged.flatMap(({ found }) => found),
        // Only tables without a registered hash are compared, and for those no exception can be stale.
        publications: [],
        compared: () => false,
      };
    },
  };
}

export const continuity: Check<ReleaseBook> = continuityWith(REGISTERED);
