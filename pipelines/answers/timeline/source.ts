import type { AscRow, OppsRow } from "../../../schemas/out/facility.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { UNREAD } from "../../words/unread.ts";
import { findPlace } from "../rate/find-place.ts";
import { nationalRows, type RateQuestion } from "../rate/question.ts";
import { type Home, type PlaceThere, placeIn } from "./place-in-release.ts";

/** The question to every release. */
export interface WantedTimeline {
  readonly hcpcs: string;
  /** Undefined for the row that a physician is usually paid by at each setting. */
  readonly modifier: string | undefined;
  /** Undefined for national amounts. */
  readonly locality: string | undefined;
}

/** What one release has for a code. */
export interface Source {
  readonly documents: ReleaseDocuments;
  readonly wanted: WantedTimeline;
  readonly question: RateQuestion;
  /** The code's rows of the relative value file. */
  readonly rows: readonly NationalRow[];
  readonly opps: OppsRow | undefined;
  readonly asc: AscRow | undefined;
  /** Whether any source of the release has the code. */
  readonly known: boolean;
  /** Indices of the locality of the question; undefined where the release does not have it. */
  readonly gpci: LocalityRow | undefined;
  /** How the release has the locality; undefined for national amounts, and for one that no release has. */
  readonly there: PlaceThere | undefined;
}

/**
 * Reads a code's rows from the documents of one release.
 *
 * @param homes releases that have the locality by its number
 */
export function sourceOf(documents: ReleaseDocuments, wanted: WantedTimeline, homes: readonly Home[]): Source {
  const { hcpcs, modifier } = wanted;
  const there = placeIn(documents, homes);
  const gpci = there?.gpci;
  const place = gpci && findPlace(documents, { locality: gpci.locality });
  const question: RateQuestion = { documents, hcpcs, modifier, place, wageIndex: undefined };
  return {
    documents,
    wanted,
    question,
    rows: nationalRows(question),
    opps: documents.table("opps")?.rowsOf({ hcpcs })[0],
    asc: documents.table("asc")?.rowsOf({ hcpcs })[0],
    known: documents.table("site-of-service")?.rowsOf({ hcpcs })[0] !== undefined,
    gpci,
    there,
  };
}

/**
 * Why a release has no row in a table.
 *
 * @param reason what it means when the table was read whole
 */
export function absent({ documents }: Source, table: "national" | "opps" | "asc", reason: string): string {
  if (documents.table(table) === undefined) return UNREAD.source;
  return documents.manifest.coverage === "excerpt" ? UNREAD.excerpt : reason;
}
