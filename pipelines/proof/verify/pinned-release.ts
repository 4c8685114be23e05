import { ATTESTATION_FILE, Attestation } from "../../../schemas/out/attestation.ts";
import { Manifest } from "../../../schemas/out/manifest.ts";
import { shapeOfPath } from "../../../schemas/out/paths.ts";
import { refuseMisshapen, wrongIndex } from "../../documents/faults.ts";
import { headFault } from "../../documents/head-fault.ts";
import { jsonIn } from "../../documents/parse-json.ts";
import { readPinned } from "../../documents/pinned-file.ts";
import { INDEX_FILE, type IndexedRelease, MANIFEST_FILE } from "../../documents/release-index.ts";
import { publishAttestation } from "../../publish/attestation.ts";
import type { OutputFile } from "../../publish/json.ts";
import { publishManifest } from "../../publish/manifest.ts";
import type { OutputTree } from "./output-tree.ts";

/** A release whose manifest and attestation are the ones that the index pins. */
export interface PinnedRelease {
  readonly id: string;
  readonly manifest: Manifest;
  readonly attestation: Attestation;
  /** Bytes of `attestation.intoto.json`, which a signature signs. */
  readonly statement: Buffer;
}

/** Whether a document is written as we write it: a field twice, or an extra blank, shows. */
function isWrittenSo({ bytes }: OutputFile, seen: Buffer): boolean {
  return Buffer.compare(bytes, seen) === 0;
}

/** What is wrong with a manifest beyond its shape, if anything is. */
function manifestFault(manifest: Manifest, bytes: Buffer, id: string): string | undefined {
  if (!isWrittenSo(publishManifest(manifest), bytes)) return "its bytes are not those that a build writes";
  const strange = manifest.outputs.find(({ path }) => shapeOfPath(path) === undefined);
  if (strange !== undefined) return `it lists "${strange.path}", which is not a file of a release`;
  return headFault(MANIFEST_FILE, manifest, id);
}

/** The attestation has only what is in the manifest, what a person chose, and the code: it is made again. */
function attestationFault(attestation: Attestation, bytes: Buffer, manifest: Manifest, manifestSha256: string) {
  const { buildDefinition, runDetails } = attestation.predicate;
  const { release: _, ...parameters } = buildDefinition.externalParameters;
  const expected = publishAttestation(manifest, manifestSha256, { parameters, code: runDetails.builder.version.code });
  if (isWrittenSo(expected, bytes)) return undefined;
  return "its files, materials or release are not those of the manifest";
}

/** The manifest and the attestation of an indexed release, when both are the ones that the index pins. */
export function pinnedRelease(tree: OutputTree, indexed: IndexedRelease): PinnedRelease | undefined {
  const { release: id, manifest: path, attestation: statementPath, manifestSha256, attestationSha256 } = indexed;
  if (path !== `${id}/${MANIFEST_FILE}` || statementPath !== `${id}/${ATTESTATION_FILE}`) {
    tree.findings.push(wrongIndex(INDEX_FILE, `it has the files of ${id} in another folder`));
    return undefined;
  }
  const pinned = (sha256: string) => (file: string) => readPinned(file, { sha256, pinnedBy: "the index" });
  const bytes = tree.collecting(path, pinned(manifestSha256));
  const statement = tree.collecting(statementPath, pinned(attestationSha256));
  const manifest =
    bytes &&
    tree.collecting(path, (file) => {
      const parsed = jsonIn(file, bytes, Manifest);
      refuseMisshapen(file, manifestFault(parsed, bytes, id));
      return parsed;
    });
  if (statement === undefined || manifest === undefined) return undefined;
  const attestation = tree.collecting(statementPath, (file) => {
    const parsed = jsonIn(file, statement, Attestation);
    refuseMisshapen(file, attestationFault(parsed, statement, manifest, manifestSha256));
    return parsed;
  });
  return attestation && { id, manifest, attestation, statement };
}
