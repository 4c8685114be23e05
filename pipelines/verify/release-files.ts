import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Attestation } from "../../schemas/out/attestation.ts";
import { Manifest, type ReleaseIndex } from "../../schemas/out/manifest.ts";
import type { Problem } from "../../schemas/place.ts";
import { sha256 } from "../shared/sha256.ts";
import { changed, misshapen, missing } from "./finding.ts";

type Indexed = ReleaseIndex["releases"][number];

/** A release whose manifest is the one that the index pins. */
export interface PinnedRelease {
  readonly id: string;
  readonly manifest: Manifest;
  readonly attestation: Attestation;
}

/** A file, and what must be true of it. */
interface Pin {
  readonly path: string;
  readonly sha256: string;
  readonly pinnedBy: string;
  readonly bytes?: number;
}

/** Reads a file of the folder and compares it with its pin; anything else than the pinned bytes is a finding. */
function pinnedBytes(out: string, pin: Pin, findings: Problem[]): Buffer | undefined {
  const bytes = readIfThere(join(out, pin.path));
  if (bytes === undefined) findings.push(missing(pin.path, pin.pinnedBy));
  else if (pin.bytes !== undefined && bytes.length !== pin.bytes)
    findings.push(changed(pin.path, pin.pinnedBy, `${bytes.length} bytes`, `${pin.bytes}`));
  else if (sha256(bytes) !== pin.sha256)
    findings.push(changed(pin.path, pin.pinnedBy, `sha256 ${sha256(bytes)}`, pin.sha256));
  else return bytes;
  return undefined;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function parsed<Shape>(
  schema: { safeParse: (value: unknown) => { success: true; data: Shape } | { success: false; error: Error } },
  bytes: Buffer | undefined,
  path: string,
  findings: Problem[],
): Shape | undefined {
  if (bytes === undefined) return undefined;
  const result = schema.safeParse(JSON.parse(bytes.toString("utf8")));
  if (result.success) return result.data;
  findings.push(misshapen(path, result.error.message));
  return undefined;
}

/** The manifest and the attestation of an indexed release, when both are the ones that the index pins. */
export function pinnedRelease(out: string, indexed: Indexed, findings: Problem[]): PinnedRelease | undefined {
  const pinnedBy = "index.json";
  const { release: id, manifest: path, attestation: attestationPath } = indexed;
  const bytes = pinnedBytes(out, { path, sha256: indexed.manifestSha256, pinnedBy }, findings);
  const attested = pinnedBytes(out, { path: attestationPath, sha256: indexed.attestationSha256, pinnedBy }, findings);
  const manifest = parsed(Manifest, bytes, path, findings);
  const attestation = parsed(Attestation, attested, attestationPath, findings);
  if (manifest === undefined || attestation === undefined) return undefined;
  const subjects = attestation.subject.map(({ name, digest }) => `${name} ${digest.sha256}`);
  const made = [...manifest.outputs, { path: "manifest.json", sha256: indexed.manifestSha256 }];
  if (subjects.join("\n") !== made.map((each) => `${each.path} ${each.sha256}`).join("\n"))
    findings.push(misshapen(attestationPath, "its subjects are not the files that the manifest lists"));
  return { id, manifest, attestation };
}

/** Compares every file that a manifest lists, and hands each that is unchanged to `unchanged`. */
export function verifyFiles(
  out: string,
  { id, manifest }: PinnedRelease,
  findings: Problem[],
  unchanged: (path: string, bytes: Buffer) => void,
): void {
  for (const { path, bytes, sha256: hash } of manifest.outputs) {
    const pin = { path: `${id}/${path}`, sha256: hash, bytes, pinnedBy: `${id}/manifest.json` };
    const found = pinnedBytes(out, pin, findings);
    if (found !== undefined) unchanged(path, found);
  }
}
