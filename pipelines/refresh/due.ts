import type { Problem } from "../../schemas/place.ts";
import type { Family } from "../../schemas/source/release.ts";
import { LANDING_PAGES } from "../inputs/landing-pages.ts";
import { type Expected, expectedPostings } from "./expected.ts";
import type { PostedFile } from "./posted.ts";

/** The publications that are not registered and that CMS may have posted, or must have posted, by a day. */
export function dueFamilies(day: string): Expected[] {
  return expectedPostings(day).filter(({ state }) => state === "due" || state === "overdue");
}

/** A file whose names do not say what it is may be the one that is due. */
function mayBe({ family, id }: PostedFile, due: Expected): boolean {
  return family === due.family && (id === undefined || id === due.id);
}

function notFound({ family, label, expectedBy, overdueDays, inForceFrom }: Expected): Problem {
  const late = overdueDays === 1 ? "1 day" : `${overdueDays} days`;
  return {
    code: "pages.nothing-found-but-due",
    place: { file: LANDING_PAGES[family] },
    message: `no file of ${label} is on CMS's pages, and it is ${late} late. It is in force from ${inForceFrom}, and by the days of earlier ones CMS posts it by ${expectedBy}`,
    cure: "Open the address in a browser: if CMS has the file, the pages are misread; download it by hand and name its folder. If CMS is late, run this again later",
  };
}

/**
 * A problem for each overdue publication that no file on CMS's pages can be. What is due and not yet overdue is none:
 * CMS may post it any day.
 *
 * @param found what discovery found on the pages of the families
 */
export function missingThoughDue(found: readonly PostedFile[], families: readonly Family[], day: string): Problem[] {
  const overdue = dueFamilies(day).filter(({ state, family }) => state === "overdue" && families.includes(family));
  return overdue.filter((due) => !found.some((file) => mayBe(file, due))).map(notFound);
}
