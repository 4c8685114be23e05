import { mkdirSync, writeFileSync } from "node:fs";
import * as z from "zod";
import { DOCUMENTS } from "../schemas/out/documents.ts";

/**
 * Writes the JSON Schema of every published document to `schemas/json/`, for other languages. The folder is committed; CI
 * fails when it is stale.
 */
const FOLDER = new URL("../schemas/json/", import.meta.url);

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(DOCUMENTS)) {
  const jsonSchema = z.toJSONSchema(schema, { target: "draft-2020-12", reused: "ref" });
  writeFileSync(new URL(`${name}.schema.json`, FOLDER), `${JSON.stringify(jsonSchema, null, 2)}\n`);
}
