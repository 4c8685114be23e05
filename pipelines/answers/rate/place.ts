import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { ZipOut } from "../../../schemas/out/places.ts";
import type { RatePlace } from "../../../schemas/out/rate.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import type { Tables } from "../../documents/tables.ts";
import { didYouMean } from "../../problems/nearest.ts";
import { fault } from "../../problems/problems.ts";
import { zipCode, zipDoubt } from "../../schedules/pfs/zips.ts";
import { quarterOfDay } from "../../tables/quarter.ts";
import { bareName } from "../../words/bare-name.ts";

/** How a user names a place. At most one is given. */
export interface WantedPlace {
  readonly locality?: string | undefined;
  readonly zip?: string | undefined;
  readonly county?: string | undefined;
}

/** A locality with its row of the GPCI file. */
export interface FoundPlace {
  readonly place: RatePlace;
  readonly gpci: LocalityRow;
  /** Notes on how the place was found. */
  readonly notes: readonly string[];
}

/** A table that the question needs; throws InputFault when the release was built without it. */
export function neededTable<Name extends keyof Tables>(
  documents: BuiltDocuments,
  name: Name,
  option: string,
  instead: string,
): NonNullable<ReturnType<typeof documents.table<Name>>> {
  const table = documents.table(name);
  if (table !== undefined) return table;
  throw fault(
    "place.source-missing",
    { file: option },
    `release ${documents.manifest.release} was built without ${name}.json`,
    instead,
  );
}

function localitiesOf(documents: BuiltDocuments): NonNullable<ReturnType<typeof documents.table<"localities">>> {
  return neededTable(documents, "localities", "--locality", "Build it with CMS's GPCI file among the downloads");
}

function placeOf(gpci: LocalityRow, foundBy: string): FoundPlace {
  const { locality, name, state } = gpci;
  return { gpci, place: { locality, name, state, foundBy }, notes: [] };
}

function listed({ locality, name, state }: LocalityRow): string {
  return `${locality} ${name}, ${state}`;
}

/** The locality with this name, or the only one that has it in its name. */
function byName(documents: BuiltDocuments, text: string): FoundPlace {
  const rows = localitiesOf(documents).allRows();
  const wanted = bareName(text);
  const exact = rows.filter(({ name }) => bareName(name) === wanted);
  const found = exact.length > 0 ? exact : rows.filter(({ name }) => bareName(name).includes(wanted));
  const [only, second] = found;
  if (only !== undefined && second === undefined) return placeOf(only, `its name, ${only.name}`);
  const { release } = documents.manifest;
  const names = rows.map(({ name }) => name);
  const [code, message] =
    only === undefined
      ? ["locality.unknown", `no locality of ${release} is named "${text}"${didYouMean(text, names)}`]
      : ["locality.ambiguous", `"${text}" is in the name of ${found.map(listed).join("; ")}`];
  const cure = "Write the key of the locality, five digits of the MAC and two of the locality: 0111205";
  throw fault(code, { file: "--locality" }, message, cure);
}

/** The locality with this key. */
export function byKey(documents: BuiltDocuments, key: string, foundBy: string): FoundPlace {
  const table = localitiesOf(documents);
  const [gpci] = table.rowsOf({ locality: key });
  if (gpci !== undefined) return placeOf(gpci, foundBy);
  const near = table
    .rowsBeginning({ locality: key.slice(0, 5) })
    .map((row) => row.locality)
    .sort();
  const keys = near.length > 0 ? [] : table.allRows().map((row) => row.locality);
  const known = near.length > 0 ? `; that MAC has ${near.join(", ")}` : didYouMean(key, keys);
  throw fault(
    "locality.unknown",
    { file: "--locality" },
    `"${key}" is not a locality of ${documents.manifest.release}${known}`,
    "Write five digits of the MAC and two of the locality: 0111205. localities.json lists them all",
  );
}

/** A name begins with a letter, and a key with a digit. Text without either would match every name. */
const NAME = /^[a-z]/i;

function byLocality(documents: BuiltDocuments, text: string): FoundPlace {
  return NAME.test(text) ? byName(documents, text) : byKey(documents, text, "its number");
}

function refuseDoubt(zip: string, rows: readonly ZipOut[]): void {
  const named = rows.map((row) => `${row.locality} in ${row.state} (row ${row.row})`).join(", ");
  const why = zipDoubt(rows);
  if (why === undefined) return;
  const cure = "Name the locality of the address with --locality; CMS's ZIP9 file assigns every ZIP+4 code";
  throw fault("zip.ambiguous", { file: "--zip" }, `${zip} is assigned to ${named}, but ${why}`, cure);
}

/** Note that the file is not of the release's quarter; nothing where it is. */
function otherQuarter({ manifest }: BuiltDocuments, quarter: string): string[] {
  const own = quarterOfDay(manifest.window.from);
  if (quarter === own) return [];
  return [
    `The ZIP code is looked up in CMS's ZIP5 file of ${quarter}, since there was none of ${own}. Between October 2025 and January 2026 none of 42,956 ZIP codes changed its locality`,
  ];
}

function byZip(documents: BuiltDocuments, text: string): FoundPlace {
  const instead =
    "Build it with CMS's ZIP5 file of any quarter of its year among the downloads, or ask with --locality";
  const table = neededTable(documents, "zips", "--zip", instead);
  const zip = zipCode(text);
  const rows = zip === undefined ? [] : table.rowsOf({ zip });
  const [row] = rows;
  if (zip === undefined || row === undefined) {
    const message = zip === undefined ? `"${text}" is not a ZIP code` : `"${zip}" is not a ZIP code of CMS's ZIP5 file`;
    throw fault("zip.unknown", { file: "--zip" }, message, "Write five digits, or nine: 94110, 94110-1234");
  }
  refuseDoubt(zip, rows);
  const { quarter } = table.head;
  const notes = otherQuarter(documents, quarter);
  const which = notes.length === 0 ? "" : ` of ${quarter}`;
  return { ...byKey(documents, row.locality, `ZIP ${zip}, row ${row.row} of CMS's ZIP5 file${which}`), notes };
}

/** The place that a locality or a ZIP code names; undefined where neither is given. */
export function placeByKey(documents: BuiltDocuments, { locality, zip }: Omit<WantedPlace, "county">) {
  if (locality !== undefined) return byLocality(documents, locality);
  return zip === undefined ? undefined : byZip(documents, zip);
}
