import * as z from "zod";
import { OnRequest, Origin, SourceName } from "../source/release.ts";
import { ReleaseId, Sha256 } from "../text.ts";

/** File of a release that describes its build. */
export const ATTESTATION_FILE = "attestation.intoto.json";
/** The same, signed by the publisher. A build does not make it, so no manifest lists it. */
export const SIGNED_FILE = "attestation.dsse.json";

const Digest = z.strictObject({ sha256: Sha256 });

/** A file that a build wrote. */
const Subject = z.strictObject({ name: z.string(), digest: Digest });

/** A file that a build read: an in-toto resource descriptor. */
const Material = z.strictObject({
  name: z.string().describe("Archive and member, or name of the file"),
  digest: Digest.describe("Of the uncompressed member"),
  annotations: z.strictObject({
    origin: Origin,
    excerptOf: z.string().optional().describe("CMS's file that the rows were taken from; not the file that was read"),
    archive: z
      .strictObject({ name: z.string(), sha256: Sha256, url: z.url().nullable() })
      .optional()
      .describe("Archive that the file was read from"),
  }),
});

/** The options of a build. `verify --from` builds again with them. */
const ExternalParameters = z.strictObject({
  release: ReleaseId,
  codes: z.array(z.string()).describe("Codes with a document of their own"),
  format: z.enum(["csv", "txt", "xlsx"]).nullable().describe("Value of --format; null without it"),
  allowChanged: z.boolean().describe("Whether files with other bytes than the registered ones were allowed"),
  allowUnregistered: z.boolean().describe("Whether a release that is not registered was allowed"),
  registry: Sha256.optional().describe("sha256 over the files of the user's registry; absent where none was used"),
  without: z.array(SourceName).optional().describe("Sources that --without left out"),
  with: z.array(OnRequest).optional().describe("Sources that --with asked for; absent where none was"),
  accepted: z
    .array(z.strictObject({ check: z.string(), key: z.string(), reason: z.string() }))
    .optional()
    .describe("Accepted findings in unregistered files; absent where there are none"),
});

const BuildDefinition = z.strictObject({
  buildType: z.literal("urn:ratebook:build:1"),
  externalParameters: ExternalParameters,
  resolvedDependencies: z.array(Material).describe("The files that were read"),
});

const Builder = z.strictObject({
  id: z.literal("urn:ratebook:builder"),
  version: z.strictObject({
    ratebook: z.string().describe("Version of the program"),
    code: z.string().optional().describe("sha256 over the program and its data about CMS's files"),
  }),
});

/**
 * `attestation.intoto.json`: an in-toto Statement (v1) with a SLSA Provenance predicate (v1). It has no times and no
 * machine: the same input and code give the same statement.
 */
export const Attestation = z.strictObject({
  _type: z.literal("https://in-toto.io/Statement/v1"),
  subject: z.array(Subject).min(1).describe("Every other file of the release, including the manifest"),
  predicateType: z.literal("https://slsa.dev/provenance/v1"),
  predicate: z.strictObject({
    buildDefinition: BuildDefinition,
    runDetails: z.strictObject({ builder: Builder }),
  }),
});
export type Attestation = z.infer<typeof Attestation>;

/** Base64 with padding and without line breaks, as in DSSE. */
const Base64 = z.base64();

/** `attestation.dsse.json`: the statement, signed by the publisher, in a DSSE envelope. */
export const SignedAttestation = z.strictObject({
  payload: Base64,
  payloadType: z.literal("application/vnd.in-toto+json"),
  signatures: z
    .array(z.strictObject({ keyid: Sha256.describe("sha256 of the public key (SPKI, DER)"), sig: Base64 }))
    .length(1),
});
export type SignedAttestation = z.infer<typeof SignedAttestation>;
