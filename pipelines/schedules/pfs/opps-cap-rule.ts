import type { Setting } from "../../../schemas/setting.ts";
import type { NationalFees } from "./fee-rows.ts";

/** Something with national amounts. */
interface Nation {
  readonly national: Pick<NationalFees, "at">;
}

/**
 * Whether the cap is payable for a row, as the lower of the two. The law compares without geographic adjustment, so a
 * service is under the cap everywhere or nowhere, as CMS lists it. Comparing rounded amounts is enough: two different
 * sums of RVUs differ by a hundredth or more, which is dozens of cents.
 */
export function isCapped({ national }: Nation, cap: Nation | undefined, row: number, setting: Setting): boolean {
  const [full, capped] = [national.at(row, setting), cap?.national.at(row, setting)];
  return full !== undefined && capped !== undefined && capped < full;
}
