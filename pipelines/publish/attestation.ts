import { ATTESTATION_FILE, Attestation } from "../../schemas/out/attestation.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { type OutputFile, prettyFile } from "./json.ts";

type BuildDefinition = Attestation["predicate"]["buildDefinition"];
type Material = BuildDefinition["resolvedDependencies"][number];
type Publication = Manifest["publications"][number];

/** How a release was built: the user's choices, and the code. */
export interface BuiltBy {
  readonly parameters: Omit<BuildDefinition["externalParameters"], "release">;
  /** Hash over the program's sources; a test that builds in memory has none. */
  readonly code: string | undefined;
}

/** Name of CMS's file that an excerpt's rows were taken from. */
function originalName({ name, archive }: { name: string; archive?: string | undefined }): string {
  return archive === undefined ? name : `${archive} > ${name}`;
}

/** An address is for the file that CMS posted there, so only a file with the registered hash gets it. */
function archiveOf({ name, sha256, changed }: NonNullable<Publication["archive"]>, url: string | null) {
  return { name, sha256, url: changed ? null : url };
}

function materialsOf({ origin, url, archive, files }: Publication): Material[] {
  return files.map(({ name, sha256, excerptOf, archive: from, ...file }) => ({
    name: from === null ? name : `${from} > ${name}`,
    digest: { sha256 },
    annotations: {
      origin: file.origin ?? origin,
      ...(excerptOf && { excerptOf: originalName(excerptOf) }),
      ...(from !== null && archive && { archive: archiveOf(archive, url) }),
    },
  }));
}

/**
 * `attestation.intoto.json`: which files this build made, from which files of CMS's, by which code. It contains only
 * facts of the manifest, the user's choices, and the code.
 *
 * in-toto Statement v1 (https://in-toto.io/Statement/v1) with SLSA Provenance v1 (https://slsa.dev/provenance/v1).
 *
 * @param manifestSha256 of the bytes of `manifest.json`
 */
export function publishAttestation(manifest: Manifest, manifestSha256: string, builtBy: BuiltBy): OutputFile {
  const made = [...manifest.outputs, { path: "manifest.json", sha256: manifestSha256 }];
  const code = builtBy.code === undefined ? {} : { code: builtBy.code };
  const statement: Attestation = {
    _type: "https://in-toto.io/Statement/v1",
    subject: made.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: "urn:ratebook:build:1",
        externalParameters: { release: manifest.release, ...builtBy.parameters },
        resolvedDependencies: manifest.publications.flatMap(materialsOf),
      },
      runDetails: { builder: { id: "urn:ratebook:builder", version: { ratebook: manifest.ratebook, ...code } } },
    },
  };
  return prettyFile(ATTESTATION_FILE, Attestation.parse(statement));
}
