import type { GpciRow } from "../../../schemas/row/gpci.ts";
import type { OppsCapRow } from "../../../schemas/row/opps-cap.ts";
import type { AnesthesiaRow, CountiesRow, Zip5Row } from "../../../schemas/row/places.ts";
import type { Coverage } from "../../../schemas/source/release.ts";
import { type Check, type Findings, together, type Violation } from "../../rules/check.ts";
import { checkRows, violationAt } from "../../rules/row-check.ts";
import { quarterOfDay } from "../../tables/quarter.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { keyOfLocalityRow, type LocalityCells, localitiesIn } from "./locality-key.ts";
import { quarterOfZip } from "./zips.ts";

/** What the checks of the tables of places use. */
export interface PlaceBooks {
  readonly release: { readonly coverage: Coverage };
  readonly tables: {
    readonly gpci?: SourceFile<GpciRow>;
    readonly counties?: SourceFile<CountiesRow>;
    readonly anesthesia?: SourceFile<AnesthesiaRow>;
    readonly "opps-cap"?: SourceFile<OppsCapRow>;
    readonly zip5?: SourceFile<Zip5Row>;
  };
}

/** Localities of one file that another lacks, each reported at its row. */
function missingFrom(other: SourceFile<LocalityCells>, file: SourceFile<LocalityCells>): Violation[] {
  const known = localitiesIn(other.table.columns);
  const localityAt = keyOfLocalityRow(file.table.columns);
  const message = `the locality is in ${file.table.file} and not in ${other.table.file}`;
  return file.table.rowNumbers.flatMap((_, row) =>
    known.has(localityAt(row))
      ? []
      : [{ ...violationAt(file, row, { fields: ["locality"], message }), key: localityAt(row) }],
  );
}

/** Compares every file with the first. In an excerpt only the GPCI file is whole, so only the others must be in it. */
function compareSets(files: readonly SourceFile<LocalityCells>[], whole: boolean): Findings | undefined {
  const [reference, ...others] = files;
  if (reference === undefined || others.length === 0) return undefined;
  const keys = new Set(files.flatMap(({ table }) => [...localitiesIn(table.columns)]));
  return {
    checked: keys.size,
    violations: others.flatMap((file) => [
      ...missingFrom(reference, file),
      ...(whole ? missingFrom(file, reference) : []),
    ]),
    publications: [...new Set(files.map((file) => file.publication.label))],
    compared: (key) => keys.has(key),
  };
}

/**
 * Every locality has prices at the OPPS cap. OPPSCAP names six of California also under its other contract, so the
 * price check does the reverse: it finds the locality of each name.
 */
function cappedEverywhere({ gpci, "opps-cap": cap }: PlaceBooks["tables"]): Findings | undefined {
  if (gpci === undefined || cap === undefined) return undefined;
  const keys = localitiesIn(gpci.table.columns);
  return {
    checked: keys.size,
    violations: missingFrom(cap, gpci),
    publications: [gpci.publication.label],
    compared: (key) => keys.has(key),
  };
}

const localitySetsEqual: Check<PlaceBooks> = {
  id: "pfs.locality-sets-equal",
  title:
    "GPCI, counties (LOCCO) and anesthesia factors (ANES) have the same localities, and OPPSCAP has prices for each",
  invariants: ["P14"],
  scope: "table",
  severity: "review",
  cites: [{ title: "42 CFR 414.4: fee schedule areas; the files of one release list them each" }],
  cure: "Compare the files; where CMS left a locality out, list it in sources/exceptions.json",
  run: ({ tables, release }) => {
    const files: (SourceFile<LocalityCells> | undefined)[] = [tables.gpci, tables.counties, tables.anesthesia];
    const whole = release.coverage !== "excerpt";
    const sets = compareSets(
      files.filter((file) => file !== undefined),
      whole,
    );
    return together([sets, whole ? cappedEverywhere(tables) : undefined]);
  },
};

const zipLocalityKnown: Check<PlaceBooks> = {
  id: "pfs.zip-locality-known",
  title: "The locality of every ZIP code is in the GPCI file of the release",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [{ title: "CMS ZIP5lyout.txt: carrier and pricing locality of a ZIP code" }],
  cure: "Check that both files are of one quarter; where CMS is wrong, list the ZIP code in sources/exceptions.json",
  run: ({ tables: { gpci, zip5 } }) => {
    if (gpci === undefined || zip5 === undefined) return undefined;
    const known = localitiesIn(gpci.table.columns);
    return checkRows(zip5, (columns) => {
      const localityAt = keyOfLocalityRow(columns);
      return (row) => {
        const locality = localityAt(row);
        if (known.has(locality)) return null;
        return { fields: ["mac", "locality"], message: `locality ${locality} is not in ${gpci.table.file}` };
      };
    });
  },
};

const zipQuarter: Check<PlaceBooks> = {
  id: "pfs.zip-quarter",
  title: "Every row of the ZIP code file names the quarter that the file is for",
  invariants: [],
  scope: "row",
  severity: "error",
  cites: [{ title: "CMS ZIP5lyout.txt: year and quarter, positions 76 to 80" }],
  cure: "Download the file of the right quarter, or correct the window in sources/publications/zip",
  run: ({ tables: { zip5 } }) => {
    if (zip5 === undefined) return undefined;
    const { label, window } = zip5.publication;
    const expected = quarterOfDay(window.from);
    return checkRows(zip5, ({ yearQuarter }) => {
      const quarters = yearQuarter.map(quarterOfZip);
      return (row) => {
        const seen = quarters.at(row);
        if (seen === expected) return null;
        return { fields: ["yearQuarter"], message: `the row is for ${seen}, ${label} is for ${expected}` };
      };
    });
  },
};

/** Checks of the tables of places, in the order they are reported. */
export const PLACE_CHECKS: readonly Check<PlaceBooks>[] = [localitySetsEqual, zipLocalityKnown, zipQuarter];
