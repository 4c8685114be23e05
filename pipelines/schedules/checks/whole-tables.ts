import type { KeySet } from "../../../schemas/source/completeness.ts";
import type { Role } from "../../../schemas/source/release.ts";
import { scaledInteger } from "../../../schemas/units.ts";
import { firstNames } from "../../problems/nearest.ts";
import { type Check, type Findings, together } from "../../rules/check.ts";
import { violationOf } from "../../rules/row-check.ts";
import { completeness } from "../../sources/sources.ts";
import type { Column } from "../../tables/column.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { ReleaseBook } from "../book.ts";
import { type LocalityCells, localitiesIn } from "../pfs/locality-key.ts";
import { type RvuFile, rowWith } from "../pfs/rvu-file.ts";

/** The most keys that a message names. */
const NAMED = 8;

/** The codes of a table, or the localities of one that has none. */
function keysIn(file: SourceFile<unknown>): Set<string> {
  const byLocality: ReadonlySet<Role> = new Set(["gpci", "anesthesia", "counties", "opps-cap", "zip5"]);
  if (byLocality.has(file.id)) return localitiesIn((file as SourceFile<LocalityCells>).table.columns);
  const { hcpcs } = file.table.columns as { readonly hcpcs: Column<string> };
  return new Set(hcpcs.values);
}

function compareKeys(
  set: KeySet,
  file: SourceFile<unknown>,
  other: SourceFile<unknown>,
  keys: (of: Role) => Set<string>,
): Findings {
  const { label } = file.publication;
  const pattern = new RegExp(set.keys);
  const [own, known] = [[...keys(set.of)].filter((key) => pattern.test(key)), keys(set.in)];
  const missing = own.filter((key) => !known.has(key)).sort();
  const found = { checked: own.length, publications: [label], compared: () => false };
  if (missing.length <= set.most) return { ...found, violations: [] };
  const evidence = `at most ${set.most} are allowed, and CMS's files had at most ${set.seen} (${set.where})`;
  const message = `${missing.length} of ${own.length} are not in ${other.table.file} (${firstNames(missing, NAMED)}); ${evidence}`;
  return { ...found, violations: [violationOf(file, `${set.of}.${set.in}`, message)] };
}

function compareAll({ tables }: ReleaseBook): Findings[] {
  const seen = new Map<Role, Set<string>>();
  const keys = (role: Role): Set<string> => {
    const known = seen.get(role) ?? keysIn(tables[role] as SourceFile<unknown>);
    seen.set(role, known);
    return known;
  };
  return completeness().keySets.flatMap((set) => {
    const [file, other] = [tables[set.of], tables[set.in]];
    if (file === undefined || other === undefined) return [];
    return [compareKeys(set, file, other, keys)];
  });
}

/** The tables of a release list the same codes and localities, as far as CMS's own do. */
const keysListed: Check<ReleaseBook> = {
  id: "cross.keys-listed",
  title:
    "Codes and localities of one whole table are in the others of the release, with no more exceptions than CMS's own files have",
  invariants: [],
  scope: "release",
  severity: "error",
  acceptable: true,
  cites: [
    {
      title: "sources/parameters/completeness.json: which tables, which keys, and how many exceptions CMS's files have",
    },
  ],
  cure: "One of the two files is incomplete, or of another quarter: compare both with CMS's page. If CMS's files are like this, accept the finding by name: --accept cross.keys-listed:KEY=reason",
  run: (book) => (book.release.coverage === "excerpt" ? undefined : together(compareAll(book))),
};

/** Visits that every relative value file has: without them a large file looks almost the same, but is of little use. */
const landmarkCodes: Check<ReleaseBook> = {
  id: "pfs.landmark-codes",
  title: "A whole relative value file has the visits that every one since 2009 has",
  invariants: [],
  scope: "table",
  severity: "error",
  acceptable: true,
  cites: [
    {
      title: "sources/parameters/completeness.json, landmarks: 31 codes of each file from RVU09A to RVU26C",
    },
  ],
  cure: "Download the file again. If the AMA has deleted the code, remove it from the landmarks in sources/parameters/completeness.json",
  run: ({ release, pfs }) => {
    if (pfs === undefined || release.coverage === "excerpt") return undefined;
    const { codes } = completeness().landmarks;
    const { file } = pfs.rvu;
    const message = "the visit has no row, but every relative value file since 2009 has one";
    const missing = codes.filter((code) => rowWith(pfs.rvu, code, "") === undefined);
    return {
      checked: codes.length,
      violations: missing.map((key) => violationOf(file, key, message)),
      publications: [file.publication.label],
      compared: (key) => codes.includes(key),
    };
  },
};

/** A visit beside the one a level below. */
interface Level {
  readonly code: string;
  readonly before: string;
  readonly isHigher: boolean;
}

/** The levels of visits that a file has, each beside the level before. */
function comparedLevels(rvu: RvuFile): Level[] {
  const workOf = (code: string): number | undefined => {
    const row = rowWith(rvu, code, "");
    return row === undefined ? undefined : scaledInteger(rvu.columns.workRvu.at(row));
  };
  return completeness().landmarks.levels.flatMap((codes) =>
    codes.slice(1).flatMap((code, at) => {
      const before = codes[at] as string;
      const [work, workBefore] = [workOf(code), workOf(before)];
      return work === undefined || workBefore === undefined ? [] : [{ code, before, isHigher: work > workBefore }];
    }),
  );
}

const visitLevels: Check<ReleaseBook> = {
  id: "pfs.visit-levels",
  title: "Of visits of one kind, each level has a higher work RVU than the level before",
  invariants: [],
  scope: "table",
  severity: "error",
  acceptable: true,
  cites: [
    {
      title:
        "sources/parameters/completeness.json, landmarks: 21 pairs of levels in each of 11 files from RVU09A to RVU26C",
    },
  ],
  cure: "Codes or work RVUs of the file are exchanged: compare the rows with CMS's file. If CMS's file is like this, accept the finding by name: --accept-finding pfs.visit-levels:KEY=reason",
  run: ({ pfs }) => {
    if (pfs === undefined) return undefined;
    const { file } = pfs.rvu;
    const compared = comparedLevels(pfs.rvu);
    const wrong = compared.filter(({ isHigher }) => !isHigher);
    return {
      checked: compared.length,
      violations: wrong.map(({ code, before }) =>
        violationOf(file, code, `the work RVU is not above that of ${before}, the level before`),
      ),
      publications: [file.publication.label],
      compared: (key) => compared.some(({ code }) => code === key),
    };
  },
};

const BOTH_ADDENDA = ["asc-aa", "asc-bb"] as const;

/** The two addenda are one source, so that a release with one of them does not lack the source. */
const bothAddenda: Check<ReleaseBook> = {
  id: "asc.both-addenda",
  title: "Whole ASC addenda have Addendum AA and Addendum BB",
  invariants: [],
  scope: "release",
  severity: "error",
  acceptable: true,
  cites: [
    {
      title:
        "42 CFR 416.166, 416.164(b): covered surgical procedures, and covered ancillary services; CMS publishes both each quarter",
    },
  ],
  cure: "Download the other addendum. To build with one of them, accept the finding by name: --accept-finding asc.both-addenda:KEY=reason",
  run: ({ release, tables }) => {
    const first: SourceFile<unknown> | undefined = tables["asc-aa"] ?? tables["asc-bb"];
    if (first === undefined || release.coverage === "excerpt") return undefined;
    const absent = BOTH_ADDENDA.filter((role) => tables[role] === undefined);
    return {
      checked: BOTH_ADDENDA.length,
      violations: absent.map((role) =>
        violationOf(first, role, "the release has no such addendum, but it has the other"),
      ),
      publications: [first.publication.label],
      compared: (key) => (BOTH_ADDENDA as readonly string[]).includes(key),
    };
  },
};

/** OPPSCAP is a product: each of its codes in each of its localities. */
const capEverywhere: Check<ReleaseBook> = {
  id: "pfs.opps-cap-everywhere",
  title: "Every code of a whole OPPSCAP has a price in every locality of the file",
  invariants: [],
  scope: "table",
  severity: "error",
  acceptable: true,
  cites: [
    { title: "OPPSCAP of nine releases from RVU09A to RVU25D: 77 to 346 codes, each in each of 91 to 119 localities" },
  ],
  cure: "The file is incomplete: download it again. If CMS left a locality out, accept the code by name: --accept pfs.opps-cap-everywhere:KEY=reason",
  run: ({ release, tables: { "opps-cap": cap } }) => {
    if (cap === undefined || release.coverage === "excerpt") return undefined;
    const { table } = cap;
    const { hcpcs, modifier } = table.columns;
    const [rows, localities] = [new Map<string, number>(), localitiesIn(table.columns).size];
    table.rowNumbers.forEach((_, row) => {
      const key = [hcpcs.at(row), modifier.at(row)].join(" ").trim();
      rows.set(key, (rows.get(key) ?? 0) + 1);
    });
    const short = [...rows].filter(([, count]) => count !== localities);
    return {
      checked: rows.size,
      violations: short.map(([key, count]) =>
        violationOf(cap, key, `the code has ${count} prices, but the file has ${localities} localities`),
      ),
      publications: [cap.publication.label],
      compared: (key) => rows.has(key),
    };
  },
};

/** Checks that tables are complete, from other tables of the release. */
export const WHOLE_CHECKS: readonly Check<ReleaseBook>[] = [
  keysListed,
  landmarkCodes,
  visitLevels,
  capEverywhere,
  bothAddenda,
];
