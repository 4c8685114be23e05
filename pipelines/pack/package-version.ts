import { fault } from "../problems/problems.ts";

/** CMS's name of a release: the year, the quarter's letter, and which replacement it is. */
const NAME = /^(?<year>\d{4})(?<quarter>[A-D])(?<again>R\d*)?(?<picked>-.+)?$/;
const FIRST_QUARTER = "A".charCodeAt(0);

/** 2024A is the first posting, 2024AR replaces it, 2018AR1 replaces 2018AR. */
function replacement(again: string | undefined): number {
  return again === undefined ? 0 : Number(again.slice(1) || 0) + 1;
}

/**
 * The version of a data package by its newest release: year, quarter, revision. 2026B is 2026.2.0, 2024AR is 2024.1.1.
 *
 * @param release CMS's name
 * @param revision instead of the one in the name; for a package that is published again
 * @throws InputFault for a name without a quarter, and for 2025A-asc2, whose picked revision has no number of its own
 */
export function packageVersion(release: string, revision: number | undefined): string {
  const { year, quarter = "", again, picked } = NAME.exec(release)?.groups ?? {};
  if (year === undefined) {
    const message = `${release} has no year and quarter for the version of a package`;
    throw fault("pack.version", { file: release }, message, "Pack releases such as 2026B or 2024AR");
  }
  if (picked !== undefined && revision === undefined) {
    const message = `${release} has a picked revision of a file, which the last part of a version does not tell`;
    throw fault("pack.version", { file: release }, message, "Give the last part with --revision");
  }
  const number = quarter.charCodeAt(0) - FIRST_QUARTER + 1;
  return `${Number(year)}.${number}.${revision ?? replacement(again)}`;
}
