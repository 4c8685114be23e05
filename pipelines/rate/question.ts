import { SiteOfServiceRow } from "../../schemas/out/facility.ts";
import { NationalRow } from "../../schemas/out/national.ts";
import type { RateSettingName, RateWageIndex } from "../../schemas/out/rate.ts";
import { fault } from "../shared/problems.ts";
import type { BuiltDocuments } from "./built-folder.ts";
import type { FoundPlace } from "./place.ts";

/** What is asked: one code in one built release, for all or for one modifier, nationally or at a place. */
export interface RateQuestion {
  readonly documents: BuiltDocuments;
  readonly hcpcs: string;
  /** Undefined for the row that a physician is usually paid by at each setting. */
  readonly modifier: string | undefined;
  readonly place: FoundPlace | undefined;
  readonly wageIndex: RateWageIndex | undefined;
}

/** Which columns a setting's amounts come from. */
export const isOffice = (setting: RateSettingName): boolean => setting === "office";

/** The text that a row of this code begins with. */
export function codeNeedle(hcpcs: string): string {
  return `"hcpcs":"${hcpcs}"`;
}

/** The code's rows of the relative value file, one a modifier; empty when it is not in it or the file was not read. */
export function nationalRows({ documents, hcpcs }: RateQuestion): NationalRow[] {
  return documents.table("national.json")?.rowsWith(codeNeedle(hcpcs), NationalRow) ?? [];
}

/** The code side by side at every setting; throws InputFault when no source of the release has it. */
export function siteRow({ documents, hcpcs }: RateQuestion): SiteOfServiceRow {
  const [row] = documents.table("site-of-service.json")?.rowsWith(codeNeedle(hcpcs), SiteOfServiceRow) ?? [];
  if (row !== undefined) return row;
  const { release, coverage } = documents.release;
  const excerpt = coverage === "excerpt" ? ", of which only an excerpt is built" : "";
  const cure =
    coverage === "excerpt"
      ? `Build it whole: npm start -- --from FOLDER --release ${release}`
      : "Correct the code, or ask another release with --release or --on";
  throw fault("code.unknown", { file: hcpcs }, `the code stands in no source of ${release}${excerpt}`, cure);
}
