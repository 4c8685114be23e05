import type { Problem } from "../../schemas/place.ts";

const BUILD_AGAIN = "Build the release again, or fetch the folder again from whoever built it";

function finding(code: string, file: string, message: string, cure = BUILD_AGAIN): Problem {
  return { code: `verify.${code}`, place: { file }, message, cure };
}

/** A file is not the one that was built. */
export function changed(path: string, pinnedBy: string, seen: string, expected: string): Problem {
  return finding("changed", path, `${seen}, ${pinnedBy} pins ${expected}`);
}

/** A file that was built is not there. */
export function missing(path: string, pinnedBy: string): Problem {
  return finding("missing", path, `${pinnedBy} lists the file, and it is not there`);
}

/** Something lies there that no build made. */
export function added(path: string): Problem {
  return finding(
    "added",
    path,
    "neither the index nor a manifest lists it",
    "Take it away: an output folder holds what was built, nothing besides",
  );
}

/** Something that cannot be looked at. */
export function unreadable(path: string, why: string): Problem {
  return finding("unreadable", path, why, "Give yourself the right to read it, or fetch the folder again");
}

/** What a build leaves when it is cut off, or is writing at this moment. */
export function unfinished(path: string): Problem {
  const cure =
    "Wait for the build that runs; if none does, run any build into this folder: it settles what was cut off";
  return finding("unfinished", path, "a build that is running, or was cut off, left it", cure);
}

/** A document that cannot be read as what its name says. */
export function misshapen(path: string, why: string): Problem {
  return finding("shape", path, why);
}

/** The index does not say what the releases beside it say. */
export function wrongIndex(path: string, why: string): Problem {
  return finding("index", path, why, "Run any build into this folder: it writes the index anew");
}

/** A rebuilt file differs, or only one of the two builds has it. */
export function differs(path: string, why: string): Problem {
  return finding(
    "rebuilt",
    path,
    why,
    "Find out which of the two is right before either is used: compare both folders",
  );
}

/** A signature that does not hold, or is not there although one was asked for. */
export function badSignature(path: string, why: string): Problem {
  return finding("signature", path, why, "Ask whoever published the folder for their public key, or sign it anew");
}
