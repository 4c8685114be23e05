import type { Problem } from "../../../schemas/place.ts";

function finding(code: string, file: string, message: string, cure: string): Problem {
  return { code: `verify.${code}`, place: { file }, message, cure };
}

/** What a build leaves when it is cut off, or is writing at this moment. */
export function unfinished(path: string): Problem {
  const cure =
    "Wait for the build that runs; if none does, run any build into this folder: it settles what was cut off";
  return finding("unfinished", path, "a build that is running, or was cut off, left it", cure);
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
