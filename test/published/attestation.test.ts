import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromJson, type JsonObject, type JsonValue } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import type { Attestation } from "../../schemas/out/attestation.ts";
import { inTotoMessage } from "../support/in-toto.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

function statementOf(id: string): Attestation {
  return JSON.parse(readFileSync(join(OUT, id, "attestation.intoto.json"), "utf8")) as Attestation;
}

/** Reads a statement as in-toto's and SLSA's own messages; throws where it has a field that they do not have. */
function readAsPublished(statement: unknown): void {
  fromJson(inTotoMessage("Statement"), statement as JsonValue);
  fromJson(inTotoMessage("Provenance"), (statement as { predicate: JsonValue }).predicate);
}

describe.each(["2025A", "2026A"])("the attestation of %s", (id) => {
  it("is an in-toto Statement with SLSA provenance, by the messages that both publish", () => {
    expect(() => readAsPublished(statementOf(id))).not.toThrow();
    expect(statementOf(id)).toMatchObject({
      _type: "https://in-toto.io/Statement/v1",
      predicateType: "https://slsa.dev/provenance/v1",
    });
  });

  it("would not be one with a field more, or a digest that is no text", () => {
    const statement = statementOf(id) as unknown as JsonObject & { predicate: JsonObject };
    expect(() => readAsPublished({ ...statement, extra: 1 })).toThrow(/extra/);
    expect(() => readAsPublished({ ...statement, predicate: { ...statement.predicate, builder: {} } })).toThrow(
      /builder/,
    );
    expect(() => readAsPublished({ ...statement, subject: [{ name: "a", digest: { sha256: 1 } }] })).toThrow(/digest/);
  });

  it("names every other file of the release with its hash, and nothing else", () => {
    const files = readdirSync(join(OUT, id), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "attestation.intoto.json")
      .map((entry) => join(entry.parentPath, entry.name));
    const hashes = files.map((path) => `${path} ${sha256(readFileSync(path))}`);
    const subjects = statementOf(id).subject.map(({ name, digest }) => `${join(OUT, id, name)} ${digest.sha256}`);
    expect(subjects.sort()).toEqual(hashes.sort());
  });

  it("names the files that were read with the hashes they have, and the code with its own", () => {
    const { buildDefinition, runDetails } = statementOf(id).predicate;
    const seen = new Set(
      readdirSync(embeddedFolder(id)).map((name) => sha256(readFileSync(join(embeddedFolder(id), name)))),
    );
    expect(buildDefinition.resolvedDependencies.length).toBeGreaterThan(5);
    expect(buildDefinition.resolvedDependencies.filter(({ digest }) => !seen.has(digest.sha256))).toEqual([]);
    // That it is the hash of this very code shows in CI, where a build must leave out/ as it is.
    expect(runDetails.builder.version).toEqual({
      ratebook: packageJson.version,
      code: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});
