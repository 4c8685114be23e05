import { fileURLToPath } from "node:url";

/** Defined by `npm run bundle`. Not defined in a checkout, where only `typeof` works. */
declare const RATEBOOK_CODE_HASH: string | undefined;

/** The hash of the code in a packed ratebook; undefined in a checkout. */
export const PACKED_HASH: string | undefined = typeof RATEBOOK_CODE_HASH === "string" ? RATEBOOK_CODE_HASH : undefined;

/** Whether this is a packed ratebook (`npm run bundle`), not a checkout. */
export const IS_PACKED = PACKED_HASH !== undefined;

/** How a user starts ratebook. */
export const STARTED_AS = IS_PACKED ? "ratebook" : "npx ratebook";

const READER = new URL("../../read/", import.meta.url);

/** The module of `ratebook/read`, its types and its licence, which data packages contain. */
export const READER_FILES = {
  license: fileURLToPath(new URL("../LICENSE", READER)),
  module: fileURLToPath(new URL("read.mjs", READER)),
  types: fileURLToPath(new URL("read.d.mts", READER)),
  /** The same of `ratebook/read/claims`. */
  claims: {
    module: fileURLToPath(new URL("claims.mjs", READER)),
    types: fileURLToPath(new URL("claims.d.mts", READER)),
  },
} as const;

/** The file that node runs: the packed file, or the launcher, which finds or makes the bundle. */
export const STARTER = fileURLToPath(
  IS_PACKED ? import.meta.url : new URL("../../scripts/ratebook.mjs", import.meta.url),
);
