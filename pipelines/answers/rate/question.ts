import type { SiteOfServiceRow } from "../../../schemas/out/facility.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateWageIndex } from "../../../schemas/out/rate.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { fault } from "../../problems/problems.ts";
import { successionText } from "../../words/successions.ts";
import type { FoundPlace } from "./place.ts";

/** The question: one code in one built release, for all or for one modifier, nationally or at a place. */
export interface RateQuestion {
  readonly documents: BuiltDocuments;
  readonly hcpcs: string;
  /** Undefined for the row that a physician is usually paid by at each setting. */
  readonly modifier: string | undefined;
  readonly place: FoundPlace | undefined;
  readonly wageIndex: RateWageIndex | undefined;
  /** Of anesthesia. */
  readonly minutes?: number | undefined;
}

/** The code's rows of the relative value file, one a modifier; empty when it is not in it or the file was not read. */
export function nationalRows({ documents, hcpcs }: RateQuestion): readonly NationalRow[] {
  return documents.table("national")?.rowsOf({ hcpcs }) ?? [];
}

/** Looks codes up in one pass through each table: one that is asked twice would be read again. */
export function lookUpCodes(
  documents: BuiltDocuments,
  codes: readonly string[],
  tables: readonly ("site-of-service" | "opps" | "asc" | "national")[],
): void {
  for (const name of tables) documents.table(name)?.lookUp(codes.map((hcpcs) => ({ hcpcs })));
}

/** The code side by side at every setting; throws InputFault when no source of the release has it. */
export function siteRow({ documents, hcpcs }: Pick<RateQuestion, "documents" | "hcpcs">): SiteOfServiceRow {
  const [row] = documents.table("site-of-service")?.rowsOf({ hcpcs }) ?? [];
  if (row !== undefined) return row;
  const { release, coverage } = documents.manifest;
  const excerpt = coverage === "excerpt" ? ", built from an excerpt only," : "";
  const cure =
    coverage === "excerpt"
      ? `Build it whole: ratebook build --from FOLDER --release ${release}`
      : "Correct the code, or choose another release with --release or --on";
  const message = `no source of ${release}${excerpt} has the code${successionText(hcpcs)}${codesLike(documents, hcpcs)}`;
  throw fault("code.unknown", { file: hcpcs }, message, cure);
}

/** What a message adds about an unknown code: codes that differ only in the last character. */
export function codesLike(documents: BuiltDocuments, hcpcs: string): string {
  const like = documents.table("site-of-service")?.rowsBeginning({ hcpcs: hcpcs.slice(0, -1) }) ?? [];
  return like.length > 0 ? `; similar codes are ${like.map((each) => each.hcpcs).join(", ")}` : "";
}
