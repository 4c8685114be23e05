import type { AuditDocument } from "../../../schemas/out/audit.ts";
import type { Problem } from "../../../schemas/place.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import type { OpenedRelease } from "../../read/types.ts";
import type { AuditFile } from "./audit-file.ts";
import { changeOf, changeWords } from "./changes.ts";
import { columnProblems, columnsOf } from "./columns.ts";
import { readFigures } from "./figures.ts";
import { guess } from "./guess.ts";
import { type KnownFactor, knownFactors } from "./known-factors.ts";
import { PlacesOfTable } from "./places-of-table.ts";
import { Prices } from "./prices.ts";
import { type AuditOptions, guessedChange, readingOf, readingOut, type TableReading } from "./reading.ts";
import { auditNotes, auditSummary, countsOf } from "./summary.ts";
import { type TableComparison, type Verdicts, verdictsOf } from "./verdicts.ts";

/** The document, or the problems of a table that has none. */
export interface Audited {
  readonly document?: AuditDocument;
  readonly problems: readonly Problem[];
}

/** 100 percent, in tenths. */
const WHOLE = 1000;
/** A share of the figures with which a guess is that of the table. */
const MOST = 0.6;

/** Factors on record, those of the releases, and the one that was guessed, each once. */
function factorsOf(releases: readonly Prices[], { found }: TableReading, recorded: readonly KnownFactor[]) {
  const own = releases.flatMap(({ release }) =>
    release.factors.map(({ factor }) => ({ factor, words: release.release })),
  );
  const guessed = found?.factor === undefined ? [] : [{ factor: found.factor, words: "not on record" }];
  const all = [...recorded, ...own, ...guessed];
  return all.filter(({ factor }, at) => all.findIndex((each) => each.factor === factor) === at);
}

function comparisonOf(
  reading: TableReading,
  reference: Prices,
  releases: readonly Prices[],
  recorded: readonly KnownFactor[],
  { percent = WHOLE, tolerance, lastRegistered }: AuditOptions,
): TableComparison {
  const whole = guessedChange(reading, reference);
  const { found } = reading;
  const isWholeMost = found !== undefined && found.figures >= found.of * MOST;
  const factors = factorsOf(releases, reading, recorded);
  const [place, { kind }] = [reading.place.key ?? "national", reading.kind];
  return { reference, releases, factors, whole, isWholeMost, place, kind, percent, tolerance, lastRegistered };
}

function looksLikeOf({ found }: TableReading, comparison: TableComparison): AuditDocument["looksLike"] {
  if (found === undefined) return null;
  const whole = comparison.whole ?? {};
  const text = changeWords(whole, comparison) || comparison.reference.release.release;
  return { equals: changeOf(whole), text, figures: found.figures };
}

function rulesOut({ rules }: Verdicts): AuditDocument["rules"] {
  return Object.fromEntries(
    [...rules].map(([id, { title, formula, cites }]) => [id, { title, formula, cites: [...cites] }]),
  );
}

/**
 * By their first days. Of releases of the same days the one without a revision in its name is last: a figure that equals
 * 2025A and 2025A-asc2 is 2025A's.
 */
function likelyLast(releases: readonly OpenedRelease[]): readonly OpenedRelease[] {
  const rank = ({ window, release }: OpenedRelease): string => `${window.from} ${release.includes("-") ? 0 : 1}`;
  return releases.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1));
}

/**
 * Compares somebody's table with a release, figure by figure.
 *
 * @param releases all that a figure may be of
 * @param reference the one that it is compared with, among them
 * @returns the document, or all problems of the table
 */
export function audit(
  file: AuditFile,
  releases: readonly OpenedRelease[],
  reference: OpenedRelease,
  options: AuditOptions,
): Audited {
  if (file.problem !== undefined) return { problems: [file.problem] };
  const columns = columnsOf(file.rows, options.overrides);
  const headings = columnProblems(file.name, file.rows, columns, options.overrides);
  if (columns === undefined || headings.length > 0) return { problems: headings };
  const { release, coverage, title, window } = reference;
  const figures = readFigures(file, columns, {
    places: new PlacesOfTable(reference),
    setting: options.setting,
    since: window.from,
  });
  if (figures.problems.length > 0) return { problems: figures.problems };
  const prices = likelyLast(releases).map((each) => new Prices(each, options.pairsOf));
  const own = prices.find(({ release: each }) => each === reference) as Prices;
  const factors = knownFactors();
  const found = guess(figures.figures, { releases: prices, reference: own, place: options.place, factors });
  const reading = readingOf(figures, found, options, own);
  const comparison = comparisonOf(reading, own, prices, factors, options);
  const verdicts = verdictsOf(figures.figures, comparison);
  const [counts, causes] = [countsOf(verdicts, figures), [...verdicts.causes]];
  const document: AuditDocument = {
    schema: "ratebook/audit",
    schemaVersion: SCHEMA_VERSION,
    ...{ release, coverage, title, window, day: options.day },
    table: { name: file.name, sha256: file.sha256 },
    columns: columns.mapping.map((each) => ({ ...each })),
    read: readingOut(reading, reference, options),
    looksLike: looksLikeOf(reading, comparison),
    ...{ counts, causes, summary: auditSummary(counts, causes, reference, options.audience) },
    figures: [...verdicts.figures],
    notRead: [...figures.notRead],
    notes: auditNotes(figures, prices.length, reference, options.audience),
    rules: rulesOut(verdicts),
  };
  return { problems: [], document };
}
