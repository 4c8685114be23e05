import type { Problem } from "../../../schemas/place.ts";
import { nameOf } from "../../inputs/name-of-download.ts";

/** Problems of files that a person brought, beside those of a build. */
function ownProblem(kind: string, file: string, message: string, cure: string): Problem {
  return { code: `own.${kind}`, place: { file }, message, cure };
}

/** A kept file whose bytes are not those that were kept. */
export function lostFile(file: string): Problem {
  return ownProblem(
    "lost",
    file,
    "its bytes are no longer those that were kept, so it was removed",
    "Bring the file again",
  );
}

/** A file that is not kept. */
export function refusedFile(file: string, why: string): Problem {
  return ownProblem("refused", file, `not kept: ${why}`, "Bring CMS's own zip, csv file or workbook");
}

/**
 * A kept file that no release is built from.
 *
 * @param label of its publication, where the registry knows it
 */
export function unusedFile(file: string, label: string | undefined): Problem {
  if (label !== undefined)
    return ownProblem(
      "waiting",
      file,
      `it is of ${label}, and no release of your files reads it`,
      "Bring the relative value archive, Addendum B or the ASC addenda of its quarter",
    );
  if (nameOf(file).some(({ family }) => family === "ncci-ptp"))
    return ownProblem("ptp", file, "PTP edits are not read on this page", "Remove the file");
  const cure = "Bring CMS's own zip or csv under CMS's name: RVU26A.zip, or the csv of Addendum B, AA or BB";
  return ownProblem("unknown", file, "neither its bytes nor its name is of a file that is read here", cure);
}

/** A release that could not be built for another reason than its files. */
export function failedBuild(release: string, { message }: Error): Problem {
  const cure = "Load the page again. If it fails again, report this to whoever publishes the site";
  return ownProblem("failed", release, `the build stopped: ${message}`, cure);
}
