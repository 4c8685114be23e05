import type { Problem } from "../../schemas/place.ts";
import { InputFault } from "../problems/problems.ts";

const BUILD_AGAIN = "Build the release again, or fetch the folder again from its source";

function problem(code: string, file: string, message: string, cure = BUILD_AGAIN): Problem {
  return { code: `document.${code}`, place: { file }, message, cure };
}

/** A built file does not exist. */
export function missing(file: string, pinnedBy: string): Problem {
  return problem("missing", file, `${pinnedBy} lists this file, and it does not exist`);
}

/** A file differs from the one that was built. */
export function changed(file: string, pinnedBy: string, seen: string, expected: string): Problem {
  return problem("changed", file, `saw ${seen}, ${pinnedBy} expects ${expected}`);
}

/** A file that no build wrote. */
export function unlisted(file: string): Problem {
  const cure = "Remove it: an output folder contains only what was built";
  return problem("unlisted", file, "neither the index nor a manifest lists it", cure);
}

/** A file that cannot be read. */
export function unreadable(file: string, why: string): Problem {
  return problem("unreadable", file, why, "Give yourself permission to read it, or fetch the folder again");
}

/** A document whose content does not fit its name. */
export function misshapen(file: string, why: string): Problem {
  return problem("shape", file, why);
}

/** Throws what is wrong with a document's shape, if anything is. */
export function refuseMisshapen(file: string, why: string | undefined): void {
  if (why !== undefined) throw new InputFault(misshapen(file, why));
}

/** The index does not match the releases beside it. */
export function wrongIndex(file: string, why: string): Problem {
  return problem("index", file, why, "Run any build into this folder: it writes the index again");
}
