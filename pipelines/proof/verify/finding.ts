import type { Problem } from "../../../schemas/place.ts";

function finding(code: string, file: string, message: string, cure: string): Problem {
  return { code: `verify.${code}`, place: { file }, message, cure };
}

/** What a build leaves when it is interrupted, or is still running. */
export function unfinished(path: string): Problem {
  const cure =
    "Wait for the running build. If none is running, run any build into this folder: it clears up what was left";
  return finding("unfinished", path, "a running or interrupted build left it", cure);
}

/** A rebuilt file differs, or only one of the two builds has it. */
export function differs(path: string, why: string): Problem {
  return finding("rebuilt", path, why, "Compare both folders, and find out which is right before you use either");
}

/** A signature that is not valid, or is missing although it was requested. */
export function badSignature(path: string, why: string): Problem {
  return finding("signature", path, why, "Ask the publisher of the folder for the public key, or sign it again");
}
