import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import * as z from "zod";
import { DOCUMENTS } from "../schemas/out/documents.ts";
import { SCHEMA_VERSION } from "../schemas/version.ts";
import { documentTypes } from "./schemas/document-types.ts";

/**
 * Writes the JSON Schema of every published document to `schemas/json/`, for other languages. The folder is committed; CI
 * fails when it is stale. Each schema allows unknown fields, since a minor version adds some.
 */
const FOLDER = new URL("../schemas/json/", import.meta.url);
/** The same as TypeScript types, for programs that do not use zod. */
const TYPES = new URL("../schemas/types.d.mts", import.meta.url);
/** Schemas that consumers may have been written for; `test/contract` validates today's documents with them. */
const KEPT = new URL("../test/contract/", import.meta.url);

function jsonSchema(name: string, schema: z.ZodType): object {
  const { $schema, ...body } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    reused: "ref",
    override: ({ jsonSchema: each }) => {
      if (each.additionalProperties === false) delete each.additionalProperties;
    },
  });
  return { $schema, $id: `ratebook/schemas/${name}.schema.json`, ...body };
}

const program = new Command("schemas")
  .description("write the JSON Schema of every document to schemas/json")
  .option("--keep", "also keep them for the contract test: when a version of the shapes is released")
  .parse();
const schemas = Object.entries(DOCUMENTS).map(([name, schema]) => [name, jsonSchema(name, schema)] as const);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER);
for (const [name, schema] of schemas)
  writeFileSync(new URL(`${name}.schema.json`, FOLDER), `${JSON.stringify(schema, null, 2)}\n`);
writeFileSync(TYPES, documentTypes());
if (program.opts<{ keep?: true }>().keep === true) {
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(new URL(`shapes-${SCHEMA_VERSION}.json`, KEPT), `${JSON.stringify(Object.fromEntries(schemas))}\n`);
}
