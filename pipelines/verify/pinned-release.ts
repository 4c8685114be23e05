import { Attestation } from "../../schemas/out/attestation.ts";
import { shapeOfPath } from "../../schemas/out/documents.ts";
import { Manifest, type ReleaseIndex } from "../../schemas/out/manifest.ts";
import type { Problem } from "../../schemas/place.ts";
import { publishAttestation } from "../publish/attestation.ts";
import type { OutputFile } from "../publish/json.ts";
import { publishManifest } from "../publish/manifest.ts";
import { sha256 } from "../shared/sha256.ts";
import { changed, misshapen, missing, wrongIndex } from "./finding.ts";
import type { OutputTree } from "./output-tree.ts";
import { parseJson } from "./parse-json.ts";

type Indexed = ReleaseIndex["releases"][number];

/** A release whose manifest and attestation are the ones that the index pins. */
export interface PinnedRelease {
  readonly id: string;
  readonly manifest: Manifest;
  readonly attestation: Attestation;
  /** Bytes of `attestation.intoto.json`: what a signature is about. */
  readonly statement: Buffer;
}

/** A file, and what must be true of it. */
export interface Pin {
  readonly path: string;
  readonly sha256: string;
  readonly pinnedBy: string;
  readonly bytes?: number;
}

/** Reads a file and compares it with its pin; anything else than the pinned bytes is a finding. */
export function pinnedBytes(tree: OutputTree, pin: Pin, findings: Problem[]): Buffer | undefined {
  const { path, pinnedBy } = pin;
  if (!tree.has(path)) {
    findings.push(missing(path, pinnedBy));
    return undefined;
  }
  const size = tree.sizeOf(path);
  if (pin.bytes !== undefined && size !== pin.bytes) {
    findings.push(changed(path, pinnedBy, `${size} bytes`, String(pin.bytes)));
    return undefined;
  }
  const bytes = tree.read(path, findings);
  const hash = bytes && sha256(bytes);
  if (hash === undefined || hash === pin.sha256) return bytes;
  findings.push(changed(path, pinnedBy, `sha256 ${hash}`, pin.sha256));
  return undefined;
}

/** A document that says nothing which cannot be written again from what it says: a field twice, or a blank, shows. */
function isWrittenSo({ bytes }: OutputFile, seen: Buffer): boolean {
  return Buffer.compare(bytes, seen) === 0;
}

function manifestIn(path: string, bytes: Buffer, id: string, findings: Problem[]): Manifest | undefined {
  const parsed = parseJson(Manifest, bytes.toString("utf8"));
  if ("why" in parsed) findings.push(misshapen(path, parsed.why));
  else if (!isWrittenSo(publishManifest(parsed.value), bytes))
    findings.push(misshapen(path, "its bytes are not those that a build writes"));
  else if (parsed.value.release !== id) findings.push(misshapen(path, `it is of release ${parsed.value.release}`));
  else {
    const strange = parsed.value.outputs.find((each) => shapeOfPath(each.path) === undefined);
    if (strange === undefined) return parsed.value;
    findings.push(misshapen(path, `it lists "${strange.path}", which is no file of a release`));
  }
  return undefined;
}

/** The attestation says nothing but what the manifest says, what a person chose, and the code: it is made again. */
function attestationIn(path: string, bytes: Buffer, manifest: Manifest, manifestSha256: string, findings: Problem[]) {
  const parsed = parseJson(Attestation, bytes.toString("utf8"));
  if ("why" in parsed) {
    findings.push(misshapen(path, parsed.why));
    return undefined;
  }
  const { buildDefinition, runDetails } = parsed.value.predicate;
  const { release: _, ...parameters } = buildDefinition.externalParameters;
  const expected = publishAttestation(manifest, manifestSha256, { parameters, code: runDetails.builder.version.code });
  if (isWrittenSo(expected, bytes)) return parsed.value;
  findings.push(misshapen(path, "it says something else of files, materials or release than the manifest"));
  return undefined;
}

/** The manifest and the attestation of an indexed release, when both are the ones that the index pins. */
export function pinnedRelease(tree: OutputTree, indexed: Indexed, findings: Problem[]): PinnedRelease | undefined {
  const { release: id, manifest: path, attestation: attestationPath, manifestSha256, attestationSha256 } = indexed;
  const pinnedBy = "index.json";
  if (path !== `${id}/manifest.json` || attestationPath !== `${id}/attestation.intoto.json`) {
    findings.push(wrongIndex(pinnedBy, `it has the files of ${id} in another folder`));
    return undefined;
  }
  const bytes = pinnedBytes(tree, { path, sha256: manifestSha256, pinnedBy }, findings);
  const statement = pinnedBytes(tree, { path: attestationPath, sha256: attestationSha256, pinnedBy }, findings);
  const manifest = bytes && manifestIn(path, bytes, id, findings);
  if (statement === undefined || manifest === undefined) return undefined;
  const attestation = attestationIn(attestationPath, statement, manifest, manifestSha256, findings);
  return attestation && { id, manifest, attestation, statement };
}
