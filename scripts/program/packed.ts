import { fileURLToPath } from "node:url";

/** What `npm run bundle` puts in. In a checkout nobody declares it, and `typeof` is all that may be asked of it. */
declare const RATEBOOK_CODE_HASH: string | undefined;

/** The hash of the code, in a packed ratebook, which has no sources to compute it from; undefined in a checkout. */
export const PACKED_HASH: string | undefined = typeof RATEBOOK_CODE_HASH === "string" ? RATEBOOK_CODE_HASH : undefined;

/** Whether this is the one file that `npm run bundle` made, wherever it was installed, and not a checkout. */
export const IS_PACKED = PACKED_HASH !== undefined;

/** How a person starts it from here. */
export const STARTED_AS = IS_PACKED ? "ratebook" : "npx ratebook";

/** The file that node starts as ratebook: the packed one itself, or the launcher, which finds or makes its bundle. */
export const STARTER = fileURLToPath(
  IS_PACKED ? import.meta.url : new URL("../../scripts/ratebook.mjs", import.meta.url),
);
