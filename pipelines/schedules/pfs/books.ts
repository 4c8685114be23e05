import type { OppsCapRow } from "../../../schemas/row/opps-cap.ts";
import type { PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { Amounts } from "./amounts.ts";
import type { GpciBook } from "./localities.ts";
import type { OppsCapBook } from "./opps-cap.ts";
import type { PfsBook } from "./price.ts";
import type { QualifyingBook } from "./qualifying-apm.ts";

/** The books that the PFS checks use. */
export interface PfsBooks {
  readonly pfs: PfsBook | undefined;
  readonly gpci: GpciBook | undefined;
  readonly amounts: Amounts | undefined;
  readonly qualifying: QualifyingBook | undefined;
  readonly oppsCap: OppsCapBook | undefined;
  readonly tables: {
    readonly "opps-cap"?: SourceFile<OppsCapRow>;
    readonly "rvu-qpp"?: SourceFile<PfsRvuRow>;
  };
}
