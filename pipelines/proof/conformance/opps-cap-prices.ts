import type { OppsCapConformance } from "../../../schemas/out/conformance.ts";
import { Problems } from "../../problems/problems.ts";
import { runChecks } from "../../schedules/checks/run-checks.ts";
import { oppsCapPrice } from "../../schedules/pfs/opps-cap-checks.ts";
import type { AvailableReleases } from "./available-releases.ts";
import { oppsCapListing } from "./opps-cap-listing.ts";
import { MOST_DIFFERENCES } from "./scores.ts";

/**
 * Compares both prices of every row of a release's OPPSCAP file with our amounts at the cap, by the check that every
 * build makes; files that CMS published out of date are listed exceptions. Such a file lists what was below the cap
 * when it was made, so what it lacks is not reported.
 *
 * @throws InputFault when the release's files cannot be read
 */
export async function oppsCapConformanceOf(id: string, releases: AvailableReleases): Promise<OppsCapConformance> {
  const book = await releases.bookWithOppsCap(id);
  const problems = new Problems();
  const { results, exceptionsUsed, unreviewed } = runChecks(book, problems, { checks: [oppsCapPrice] });
  const [{ checked, held, excepted } = { checked: 0, held: 0, excepted: 0 }] = results;
  const file = book.tables["opps-cap"];
  const missing = new Problems();
  const listed = oppsCapListing(book, missing);
  const found = [...(exceptionsUsed.length === 0 ? missing.list : []), ...problems.list, ...unreviewed];
  return {
    release: id,
    file: file?.table.file ?? "",
    sha256: file?.sha256 ?? "",
    rows: checked,
    matched: held,
    listed,
    excepted: exceptionsUsed.map(({ key, rows, reason, source }) => ({ key, rows, reason, source })),
    // Not the number of problems kept, of which there may be fewer.
    differenceCount: checked - held - excepted,
    problems: found.slice(0, MOST_DIFFERENCES),
  };
}

/** Available releases with an OPPSCAP file. */
export async function releasesWithOppsCap(releases: AvailableReleases): Promise<string[]> {
  const found: string[] = [];
  for (const id of releases.candidates()) if (await releases.hasOppsCap(id)) found.push(id);
  return found;
}
