import type { CellRef } from "../../schemas/out/common.ts";
import type { Release } from "../../schemas/source/release.ts";
import type { ReleaseBook } from "../schedules/book.ts";

/** The parts of a book that say something of a code. */
type CodeParts = Pick<ReleaseBook, "pfs" | "gpci" | "amounts" | "oppsCap" | "qualifying" | "opps" | "asc">;

/** What a code's document is made from: a whole book, or as much of one as the tables of a built release say of the code. */
export interface CodeBook extends CodeParts {
  readonly release: Pick<Release, "release" | "coverage">;
  /** Where CMS's QPP file has its factor first; undefined where none was read. */
  readonly qualifyingCell: CellRef | undefined;
}
