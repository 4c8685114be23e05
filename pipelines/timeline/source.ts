import type { z } from "zod";
import { AscRow, OppsRow, SiteOfServiceRow } from "../../schemas/out/facility.ts";
import { LocalityRow } from "../../schemas/out/localities.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { NationalRow } from "../../schemas/out/national.ts";
import type { BuiltDocuments } from "../rate/built-folder.ts";
import { findPlace } from "../rate/place.ts";
import { codeNeedle, nationalRows, type RateQuestion } from "../rate/question.ts";
import { UNREAD } from "../shared/unread.ts";

/** What is asked of every release. */
export interface WantedTimeline {
  readonly hcpcs: string;
  /** Undefined for the row that a physician is usually paid by at each setting. */
  readonly modifier: string | undefined;
  /** Undefined for national amounts. */
  readonly locality: string | undefined;
}

/** What one release has of a code. */
export interface Source {
  readonly documents: BuiltDocuments;
  readonly manifest: Manifest;
  readonly wanted: WantedTimeline;
  readonly question: RateQuestion;
  /** The code's rows of the relative value file. */
  readonly rows: readonly NationalRow[];
  readonly opps: OppsRow | undefined;
  readonly asc: AscRow | undefined;
  /** Whether any source of the release has the code. */
  readonly known: boolean;
  /** Indices of the locality that was asked for; undefined where the release does not have it by this number. */
  readonly gpci: LocalityRow | undefined;
}

/** Reads a code's rows from the documents of one release. */
export function sourceOf(documents: BuiltDocuments, wanted: WantedTimeline): Source {
  const { hcpcs, modifier, locality } = wanted;
  const rowOf = <Row>(table: string, needle: string, schema: z.ZodType<Row>): Row | undefined =>
    documents.table(table)?.rowsWith(needle, schema)[0];
  const needle = codeNeedle(hcpcs);
  const gpci = locality === undefined ? undefined : rowOf("localities.json", `"locality":"${locality}"`, LocalityRow);
  const place = gpci && findPlace(documents, { locality });
  const question: RateQuestion = { documents, hcpcs, modifier, place, wageIndex: undefined };
  return {
    documents,
    manifest: documents.manifest(),
    wanted,
    question,
    rows: nationalRows(question),
    opps: rowOf("opps.json", needle, OppsRow),
    asc: rowOf("asc.json", needle, AscRow),
    known: rowOf("site-of-service.json", needle, SiteOfServiceRow) !== undefined,
    gpci,
  };
}

/**
 * Why a release has no row in a table.
 *
 * @param reason what it means when the table was read whole
 */
export function absent({ documents }: Source, table: string, reason: string): string {
  if (documents.table(table) === undefined) return UNREAD.source;
  return documents.release.coverage === "excerpt" ? UNREAD.excerpt : reason;
}
