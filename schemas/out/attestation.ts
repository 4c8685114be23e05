import * as z from "zod";
import { Origin, SourceName } from "../source/release.ts";
import { ReleaseId, Sha256 } from "../text.ts";

/** File of a release that says how it was built. */
export const ATTESTATION_FILE = "attestation.intoto.json";
/** The same, signed by whoever publishes it: not made by a build, so no manifest can list it. */
export const SIGNED_FILE = "attestation.dsse.json";

const Digest = z.strictObject({ sha256: Sha256 });

/** One of the files that a build made. */
const Subject = z.strictObject({ name: z.string(), digest: Digest });

/** A file that a build read: in-toto's resource descriptor, of which ratebook uses these fields. */
const Material = z.strictObject({
  name: z.string().describe("Name of the file, archive and member"),
  digest: Digest.describe("Of the member itself, inflated"),
  annotations: z.strictObject({
    origin: Origin,
    excerptOf: z
      .string()
      .optional()
      .describe("The file of CMS's that a few rows were taken from; not the file that was read"),
    archive: z
      .strictObject({ name: z.string(), sha256: Sha256, url: z.url().nullable() })
      .optional()
      .describe("Archive that was opened and that the file was read from"),
  }),
});

/** What a person can choose about a build, and what it was. `verify --from` builds again by it. */
const ExternalParameters = z.strictObject({
  release: ReleaseId,
  codes: z.array(z.string()).describe("Codes with a document each"),
  format: z.enum(["csv", "txt", "xlsx"]).nullable().describe("Format asked for where CMS ships several"),
  allowUnpinned: z.boolean(),
  without: z.array(SourceName).optional().describe("Sources that were left out on demand"),
  accepted: z
    .array(z.strictObject({ check: z.string(), key: z.string(), reason: z.string() }))
    .optional()
    .describe("Findings in files that nobody has registered, accepted by name; absent where there are none"),
});

const BuildDefinition = z.strictObject({
  buildType: z.literal("urn:ratebook:build:1"),
  externalParameters: ExternalParameters,
  resolvedDependencies: z.array(Material).describe("CMS's files, as they were read"),
});

const Builder = z.strictObject({
  id: z.literal("urn:ratebook:builder"),
  version: z.strictObject({
    ratebook: z.string().describe("Version of the program"),
    code: z.string().optional().describe("sha256 over the sources of the program and what it says of CMS's files"),
  }),
});

/**
 * `attestation.intoto.json`: an in-toto Statement (v1) with a SLSA Provenance predicate (v1). No times and no machine: the
 * same input and code give the same statement.
 */
export const Attestation = z.strictObject({
  _type: z.literal("https://in-toto.io/Statement/v1"),
  subject: z.array(Subject).min(1).describe("Every other file of the release, manifest included"),
  predicateType: z.literal("https://slsa.dev/provenance/v1"),
  predicate: z.strictObject({
    buildDefinition: BuildDefinition,
    runDetails: z.strictObject({ builder: Builder }),
  }),
});
export type Attestation = z.infer<typeof Attestation>;

/** Base64 with padding and without line breaks, as DSSE has it. */
const Base64 = z.base64();

/** `attestation.dsse.json`: the statement signed by whoever publishes it, in a DSSE envelope. */
export const SignedAttestation = z.strictObject({
  payload: Base64,
  payloadType: z.literal("application/vnd.in-toto+json"),
  signatures: z
    .array(z.strictObject({ keyid: Sha256.describe("sha256 of the public key (SPKI, DER)"), sig: Base64 }))
    .length(1),
});
export type SignedAttestation = z.infer<typeof SignedAttestation>;
