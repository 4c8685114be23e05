import type { ReaderCountiesDocument, ReaderDocument, ReaderZipsDocument } from "../../schemas/out/reader.ts";
import type { Zip5Row } from "../../schemas/row/places.ts";
import { type ReleaseBook, sourceFiles } from "../schedules/book.ts";
import { localityKey } from "../schedules/pfs/locality-key.ts";
import { quarterOfZip } from "../schedules/pfs/zips.ts";
import { replacedBy, spansInForce } from "../sources/calendar.ts";
import { caveatsOf } from "../sources/caveats.ts";
import { counties, countyNames } from "../sources/counties.ts";
import { reasons } from "../sources/reasons.ts";
import { originalName, originOf, type SourceFile } from "../tables/source-file.ts";
import type { Table } from "../tables/table.ts";
import { headOf } from "./head.ts";
import { compactFile, type OutputFile } from "./json.ts";
import { countiesRow } from "./places.ts";
import { Distinct, runsOf, suffixes } from "./reader-codes.ts";
import { readerAsc, readerOpps } from "./reader-facilities.ts";
import { readerLocalities, readerPfs } from "./reader-pfs.ts";

function fileOf(file: SourceFile<unknown>): ReaderDocument["files"][number] {
  const { excerptOf } = file.entry;
  return {
    id: file.id,
    name: excerptOf === undefined ? file.table.file : originalName(excerptOf),
    origin: originOf(file),
  };
}

/** Sources of what the reader answers. */
const ANSWERED: ReadonlySet<string> = new Set<SourceFile<unknown>["id"]>([
  ...(["rvu", "rvu-qpp", "gpci", "addendum-b", "asc-aa", "asc-bb", "asc-ee", "zip5", "counties"] as const),
]);

function readerDocument(book: ReleaseBook): Omit<ReaderDocument, "schema" | "schemaVersion" | "release" | "coverage"> {
  const { release, title, window } = book.release;
  const { zip5, counties: crosswalk } = book.tables;
  const files = sourceFiles(book).filter(({ id }) => ANSWERED.has(id));
  return {
    title,
    window,
    inForce: spansInForce(release, window),
    replacedBy: replacedBy(release)?.release ?? null,
    files: files.map(fileOf),
    caveats: caveatsOf(release).map(({ id, text }) => ({ id, text })),
    reasons: Object.fromEntries(reasons().map(({ reason, text }) => [reason, text])),
    codes: suffixes(book.codes),
    pfs: readerPfs(book),
    localities: readerLocalities(book.gpci),
    opps: readerOpps(book),
    asc: readerAsc(book),
    parts: [
      ...(zip5 ? (["reader-zips"] as const) : []),
      ...(crosswalk ? (["reader-counties"] as const) : []),
      "reader-cells",
    ],
  };
}

/** `reader.json`: what `ratebook/read` computes every amount from. */
export function publishReader(book: ReleaseBook): OutputFile[] {
  if (book.codes.length === 0) return [];
  return [compactFile("reader.json", { ...headOf(book, "reader"), ...readerDocument(book) })];
}

type ZipKind = ReaderZipsDocument["kinds"][number];

const PLUS_FOUR = "+";

/** The localities of each ZIP code as one text: "0111205 0111206+", with a mark where nine digits decide. */
function zipLocalities({ columns, rowNumbers }: Table<Zip5Row>): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of rowNumbers.keys()) {
    const zip = columns.zip.at(row);
    const locality = localityKey({ mac: columns.mac.at(row), locality: columns.locality.at(row) });
    const marked = columns.plusFour.at(row) === "1" ? locality + PLUS_FOUR : locality;
    const before = found.get(zip);
    found.set(zip, before === undefined ? marked : `${before} ${marked}`);
  }
  return found;
}

function zipKind(localities: string): ZipKind {
  return localities.split(" ").map((each) => {
    const locality = each.replace(PLUS_FOUR, "");
    return each === locality ? { locality } : { locality, plusFour: true as const };
  });
}

/** How many ZIP codes there can be. */
const ALL_ZIPS = 100_000;

/** How many ZIP codes do not exist, how many then do, and so on, from 00000 to 99999. */
function presence(sorted: readonly number[]): number[] {
  const lengths: number[] = [];
  let next = 0;
  for (const zip of sorted) {
    if (zip === next && lengths.length > 0) lengths.push((lengths.pop() ?? 0) + 1);
    else lengths.push(zip - next, 1);
    next = zip + 1;
  }
  return next < ALL_ZIPS ? [...lengths, ALL_ZIPS - next] : lengths;
}

/** `reader-zips.json`: from ZIP codes to localities. */
export function publishReaderZips(book: ReleaseBook): OutputFile[] {
  const table = book.tables.zip5?.table;
  const [first] = table?.columns.yearQuarter.values ?? [];
  if (table === undefined || first === undefined) return [];
  const zips = [...zipLocalities(table)].sort(([one], [two]) => (one < two ? -1 : 1));
  const kinds = new Distinct<ZipKind>();
  const document = {
    ...headOf(book, "reader-zips"),
    quarter: quarterOfZip(first),
    runs: presence(zips.map(([zip]) => Number(zip))),
    kindOf: runsOf(zips.map(([, localities]) => kinds.number(localities, () => zipKind(localities)))),
    kinds: kinds.things,
  };
  return [compactFile("reader-zips.json", document)];
}

function countyParts(book: ReleaseBook): Pick<ReaderCountiesDocument, "states" | "names" | "areas"> {
  const { states, names, misprints, cities } = countyNames();
  return {
    states: counties().states,
    names: {
      states,
      names: names.map(({ reason: _, ...each }) => each),
      misprints: misprints.map(({ reason: _, ...each }) => each),
      cities,
    },
    areas: (book.counties ?? []).map((each) => {
      const { twoCarriers: _, ...row } = countiesRow(each);
      return row;
    }),
  };
}

/** `reader-counties.json`: from counties to localities. */
export function publishReaderCounties(book: ReleaseBook): OutputFile[] {
  if (book.counties === undefined) return [];
  return [compactFile("reader-counties.json", { ...headOf(book, "reader-counties"), ...countyParts(book) })];
}
