import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  CLAIMS_MODULE,
  CLAIMS_TYPES,
  claimsModule,
  claimsTypes,
  READER_MODULE,
  READER_TYPES,
  readerModule,
  readerTypes,
} from "./bundle/reader.ts";

/**
 * Writes `read/`: the readers of `pipelines/read/` and `pipelines/claims/` as one ES module each, and their types. The
 * folder is committed, so that `import ... from "ratebook/read"` works in a checkout without a step before it. A test
 * fails when it is stale.
 */
const ROOT = fileURLToPath(new URL("../", import.meta.url));

mkdirSync(`${ROOT}read`, { recursive: true });
writeFileSync(`${ROOT}${READER_MODULE}`, await readerModule(ROOT));
writeFileSync(`${ROOT}${READER_TYPES}`, readerTypes(ROOT));
writeFileSync(`${ROOT}${CLAIMS_MODULE}`, await claimsModule(ROOT));
writeFileSync(`${ROOT}${CLAIMS_TYPES}`, claimsTypes(ROOT));
