import { releaseName } from "../../inputs/registry.ts";
import { pfsId } from "../../inputs/release-id.ts";
import { fault } from "../../problems/problems.ts";
import { calendarEntry } from "../../sources/calendar.ts";
import type { AvailableReleases } from "./available-releases.ts";
import type { PublishedName } from "./published-name.ts";

/** The release that a payment amount file belongs to, and the evidence. */
export interface WantedPayments {
  readonly release: string;
  readonly because: string;
}

/** The release to compare with. */
export interface Chosen {
  readonly release: string;
  /** Set when it is not the one that the file belongs to. */
  readonly fallback: { readonly wanted: string; readonly reason: string } | null;
}

/** "the names PFREV4.txt and PFREV25D": a renamed file is compared by its new name, so the report has it. */
function whatSays({ year, names }: PublishedName): string {
  const named = names.length === 0 ? [] : [`the ${names.length === 1 ? "name" : "names"} ${names.join(" and ")}`];
  return [...named, ...(year === undefined ? ["the year in its first record"] : [])].join(" and ");
}

/** The AR of PFALL26AR is a correction of that file: CMS has no relative value release of the name, and of 24AR it has one. */
function ofLetters(
  year: string,
  letters: string,
  says: string,
  releases: Pick<AvailableReleases, "isNamed">,
): WantedPayments {
  const release = `${year}${letters}`;
  const base = `${year}${letters.charAt(0)}`;
  if (release === base || calendarEntry(release) !== undefined || releases.isNamed(release)) {
    return { release, because: says };
  }
  return { release: base, because: `${says}, and CMS has no relative value release ${release}` };
}

/**
 * The release that a file belongs to, by its names and, where they have no year, by its first record.
 *
 * @param yearOfRecord year that the first record prints
 * @throws InputFault when nothing shows the release
 */
export function wantedRelease(
  file: string,
  name: PublishedName,
  yearOfRecord: string | undefined,
  releases: Pick<AvailableReleases, "isNamed">,
): WantedPayments {
  const year = name.year ?? yearOfRecord;
  if (year === undefined) {
    const message = "neither its name nor its first record says for which year it is";
    throw fault("published.release", { file }, message, "Name the release with --release, such as --release 2025D");
  }
  const says = whatSays(name);
  if (name.letters !== undefined) return ofLetters(year, name.letters, says, releases);
  return { release: `${year}A`, because: `${says}, which has no letter and so means January` };
}

function archiveName(id: string): string {
  return pfsId(releaseName(id));
}

/** Nearest quarter first; of two equally near, the later, since CMS corrects back to the year's first day. */
function byDistance(wanted: string): (left: string, right: string) => number {
  const { quarter } = releaseName(wanted);
  const distance = (id: string): number => Math.abs(releaseName(id).quarter - quarter);
  return (left, right) => distance(left) - distance(right) || (left < right ? 1 : -1);
}

function whyNot(id: string, releases: AvailableReleases): string {
  const name = archiveName(id);
  return releases.isNamed(id)
    ? `${name} is there, but not registered: --allow-unregistered reads it`
    : `${name} is not among the downloads`;
}

/**
 * The release itself when its relative value and GPCI files are available, else the nearest of the year that has them:
 * CMS changes few codes from quarter to quarter, and conversion factor and GPCIs seldom.
 *
 * @throws InputFault when none of the year is available
 */
export async function comparableRelease(wanted: string, releases: AvailableReleases): Promise<Chosen> {
  const { base, year } = releaseName(wanted);
  if ((await releases.has(wanted)) || (await releases.isBroken(wanted))) return { release: wanted, fallback: null };
  const reason = whyNot(base, releases);
  for (const release of releases.candidates(year).sort(byDistance(wanted))) {
    if (await releases.has(release)) return { release, fallback: { wanted, reason } };
  }
  const cure =
    "Put the year's relative value archive into the folder that --from names; the payment amounts come from it";
  const message = `no release of ${year} has its relative value and GPCI files there: ${reason}`;
  throw fault("release.not-available", { file: releases.folder }, message, cure);
}
