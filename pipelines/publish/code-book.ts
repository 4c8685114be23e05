import type { CellRef } from "../../schemas/out/common.ts";
import type { Release } from "../../schemas/source/release.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { PairsOf } from "./code-pairs.ts";
import type { StatusWordsOf } from "./status-words.ts";

/** The parts of a book that concern a code. */
type CodeParts = Pick<ReleaseBook, "pfs" | "gpci" | "amounts" | "oppsCap" | "qualifying" | "opps" | "asc">;

/** What a code's document is made from: a whole book, or its part about the code from the tables of a built release. */
export interface CodeBook extends CodeParts {
  readonly release: Pick<Release, "release" | "coverage">;
  /** The first cell of the factor in CMS's QPP file; undefined when none was read. */
  readonly qualifyingCell: CellRef | undefined;
  readonly pairsOf: PairsOf;
  readonly statusWordsOf: StatusWordsOf;
}
