import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { READER_MODULE, READER_TYPES, readerModule, readerTypes } from "./bundle/reader.ts";

/**
 * Writes `read/`: the reader of `pipelines/read/` as one ES module, and its types. The folder is committed, so that
 * `import ... from "ratebook/read"` works in a checkout without a step before it. A test fails when it is stale.
 */
const ROOT = fileURLToPath(new URL("../", import.meta.url));

mkdirSync(`${ROOT}read`, { recursive: true });
writeFileSync(`${ROOT}${READER_MODULE}`, await readerModule(ROOT));
writeFileSync(`${ROOT}${READER_TYPES}`, readerTypes(ROOT));
