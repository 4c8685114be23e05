import type { Problem } from "../../schemas/place.ts";
import { InputFault } from "../problems/problems.ts";

const BUILD_AGAIN = "Build the release again, or fetch the folder again from whoever built it";

function problem(code: string, file: string, message: string, cure = BUILD_AGAIN): Problem {
  return { code: `document.${code}`, place: { file }, message, cure };
}

/** A file that was built is not there. */
export function missing(file: string, pinnedBy: string): Problem {
  return problem("missing", file, `${pinnedBy} lists it, and no file is there`);
}

/** A file is not the one that was built. */
export function changed(file: string, pinnedBy: string, seen: string, expected: string): Problem {
  return problem("changed", file, `${seen}, ${pinnedBy} pins ${expected}`);
}

/** Something is there that no build made. */
export function unlisted(file: string): Problem {
  const cure = "Take it away: an output folder holds what was built, nothing besides";
  return problem("unlisted", file, "neither the index nor a manifest lists it", cure);
}

/** A file that cannot be read. */
export function unreadable(file: string, why: string): Problem {
  return problem("unreadable", file, why, "Give yourself the right to read it, or fetch the folder again");
}

/** A document that is not what its name says. */
export function misshapen(file: string, why: string): Problem {
  return problem("shape", file, why);
}

/** Throws what is wrong with a document's shape, if anything is. */
export function refuseMisshapen(file: string, why: string | undefined): void {
  if (why !== undefined) throw new InputFault(misshapen(file, why));
}

/** The index does not say what the releases beside it say. */
export function wrongIndex(file: string, why: string): Problem {
  return problem("index", file, why, "Run any build into this folder: it writes the index anew");
}
