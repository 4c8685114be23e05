import packageJson from "../../package.json" with { type: "json" };
import { Attestation } from "../../schemas/out/attestation.ts";
import { type ReleaseBook, sourceFiles } from "../book.ts";
import { originOf, type SourceFile } from "../shared/source-file.ts";
import { type OutputFile, prettyFile } from "./json.ts";
import type { OutputHash } from "./manifest.ts";

type BuildDefinition = Attestation["predicate"]["buildDefinition"];

/** How a release was built: what a person chose, and by which code. */
export interface BuiltBy {
  readonly parameters: Omit<BuildDefinition["externalParameters"], "release">;
  /** Hash over the program's sources; a test that builds in memory has none. */
  readonly code: string | undefined;
}

type Material = BuildDefinition["resolvedDependencies"][number];

/** A copy that somebody edited or transcribed is not what lies at CMS's address. */
function material(file: SourceFile<unknown>): Material {
  const { url, archive } = file.publication;
  const origin = originOf(file);
  return {
    name: file.table.file,
    digest: { sha256: file.sha256 },
    ...(origin === "cms" && url !== null ? { downloadLocation: url } : {}),
    annotations: { origin, ...(archive && { archive: archive.name, archiveSha256: archive.sha256 }) },
  };
}

/**
 * `attestation.intoto.json`: which files this build made, from which files of CMS's, by which code.
 *
 * in-toto Statement v1 (https://in-toto.io/Statement/v1) with SLSA Provenance v1 (https://slsa.dev/provenance/v1).
 *
 * @param outputs every other file of the release, the manifest among them
 */
export function publishAttestation(book: ReleaseBook, outputs: readonly OutputHash[], builtBy: BuiltBy): OutputFile {
  const code = builtBy.code === undefined ? {} : { code: builtBy.code };
  const statement: Attestation = {
    _type: "https://in-toto.io/Statement/v1",
    subject: outputs.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
    predicateType: "https://slsa.dev/provenance/v1",
    predicate: {
      buildDefinition: {
        buildType: "urn:ratebook:build:1",
        externalParameters: { release: book.release.release, ...builtBy.parameters },
        resolvedDependencies: sourceFiles(book).map(material),
      },
      runDetails: {
        builder: { id: "urn:ratebook:builder", version: { ratebook: packageJson.version, ...code } },
      },
    },
  };
  return prettyFile("attestation.intoto.json", Attestation.parse(statement));
}
