import type { Family } from "../../schemas/source/release.ts";
import { stemOf } from "../problems/file-name.ts";
import { MONTH_NAME, monthNumber, quarterOfMonth } from "../tables/quarter.ts";
import { ncciNames } from "./ncci-names.ts";
import { releaseOfQuarter } from "./release-id.ts";
import { namePattern, rolesFor } from "./roles.ts";

/** Which publication a download's name and folders say that it belongs to. */
export interface NamedPublication {
  readonly family: Family;
  readonly id: string;
  /** Release that the publication belongs to; undefined for what serves a whole year. */
  readonly release: string | undefined;
}

/** CMS's names of months stand between anything but letters: "January_2022", "Oct2025", "2026 April". */
const MONTH = new RegExp(`(?<![a-z])(${MONTH_NAME})(?![a-z])`, "i");
const YEAR = /(?<!\d)(20[0-3]\d)(?!\d)/;
const QUARTER = /(?<!\d)(20[0-3]\d)[ _-]?Q([1-4])(?!\d)/i;

function quarterNamedIn(text: string): number | undefined {
  const month = monthNumber(MONTH.exec(text)?.[1] ?? "");
  return month === undefined ? undefined : quarterOfMonth(month);
}

/** "2026Q1", from the file's own name first, then from its folders, nearest first. */
function quarterOf(steps: readonly string[]): string | undefined {
  for (const step of steps) {
    const [, year, quarter] = QUARTER.exec(step) ?? [];
    if (year !== undefined) return `${year}Q${quarter}`;
    const named = quarterNamedIn(step);
    const ofYear = YEAR.exec(step)?.[1];
    if (named !== undefined && ofYear !== undefined) return `${ofYear}Q${named}`;
  }
  return undefined;
}

/** RVU24AR, rvu25a-updated-01/10/2025, RVU10C_PCT22: year, letters, and what belongs to the name. */
const RVU = /^rvu(\d{2})([a-d]r?\d?|m)(?:_(pct\d+|\d))?(?![a-z0-9])/i;

function pfsName(steps: readonly string[]): NamedPublication | undefined {
  for (const step of steps) {
    const [, year, letters = "", more = ""] = RVU.exec(step) ?? [];
    if (year === undefined) continue;
    const suffix = `${letters}${more}`.toUpperCase();
    return { family: "pfs", id: `RVU${year}${suffix}`, release: `20${year}${suffix}` };
  }
  return undefined;
}

/** The relative value file of a release names year and month itself: PPRRVU2025_Oct. */
function ownPfsName(stem: string): NamedPublication | undefined {
  const [, digits] = /^PPRRVU(\d{2}|\d{4})(?!\d)/i.exec(stem) ?? [];
  const quarter = quarterNamedIn(stem.replaceAll("_", " "));
  if (digits === undefined || quarter === undefined) return undefined;
  const release = releaseOfQuarter(`20${digits.slice(-2)}Q${quarter}`);
  return { family: "pfs", id: `RVU${release.slice(2)}`, release };
}

function ofQuarter(family: Family, quarter: string | undefined): NamedPublication[] {
  return quarter === undefined ? [] : [{ family, id: quarter, release: releaseOfQuarter(quarter) }];
}

const ASC_ROLES = ["asc-aa", "asc-bb", "asc-dd1", "asc-ee", "asc-ff"] as const;

function isAsc(stem: string, steps: readonly string[]): boolean {
  if (/wage[_ -]?index/i.test(stem)) return false;
  if (/(?<![a-z])asc(?![a-z])/i.test(stem) || /nfrm-addendum-aa/i.test(stem)) return true;
  return ASC_ROLES.some((role) => namePattern(role).test(stem)) && !steps.some((step) => /opps/i.test(step));
}

/** January's package of a year whose final rule it came with names no month: 2026-nfrm-addendum-aa-... */
function ascQuarter(stem: string, steps: readonly string[]): string | undefined {
  const [, year] = /^(20\d{2})-nfrm/i.exec(stem) ?? [];
  return year === undefined ? quarterOf(steps) : `${year}Q1`;
}

function zipQuarter(stem: string): string | undefined {
  const [, month, year] = /^ZIP5_([a-z]{3})(20\d{2})/i.exec(stem) ?? [];
  return month === undefined ? undefined : quarterOf([`${month} ${year}`]);
}

/** The addenda of a final rule (NFRM), their archive, and Addendum J, which no quarter has. */
function isOfOppsRule(stem: string): boolean {
  if (namePattern("addendum-j-pairs").test(stem)) return true;
  const isOfRule = /(?<![a-z])(nfrm|rule)(?![a-z])/i.test(stem);
  return isOfRule && (/opps[ _-](rule[ _-])?addend/i.test(stem) || rolesFor(`${stem}.xlsx`, "opps-rule").length > 0);
}

function ofYear(family: Family, steps: readonly string[]): NamedPublication[] {
  const year = steps.map((step) => YEAR.exec(step)?.[1]).find((found) => found !== undefined);
  return year === undefined ? [] : [{ family, id: year, release: undefined }];
}

/**
 * The publications that a download can belong to, by the name of the file and of the folders around it.
 *
 * @param path inside the folder of downloads
 */
export function nameOf(path: string): NamedPublication[] {
  const parts = path.split("/");
  const stem = stemOf(path);
  const steps = [stem, ...parts.slice(0, -1).reverse()];
  const pfs = pfsName(steps) ?? ownPfsName(stem);
  if (pfs !== undefined) return [pfs];
  const ncci = ncciNames(path);
  if (ncci.length > 0) return ncci.flatMap(({ family, quarter }) => ofQuarter(family, quarter));
  if (namePattern("zip5").test(stem)) return ofQuarter("zip", zipQuarter(stem));
  if (namePattern("wage-index").test(stem)) return ofYear("wage-index", steps);
  if (isOfOppsRule(stem)) return ofYear("opps-rule", steps);
  if (namePattern("addendum-b").test(stem)) return ofQuarter("opps", quarterOf(steps));
  return isAsc(stem, steps) ? ofQuarter("asc", ascQuarter(stem, steps)) : [];
}

/** Whether a download can belong to a publication, by its names. */
export function isNamedFor(path: string, { family, id }: Pick<NamedPublication, "family" | "id">): boolean {
  return nameOf(path).some((named) => named.family === family && named.id === id);
}
