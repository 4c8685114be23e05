import { readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { versionFault } from "../../pipelines/documents/head-fault.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { type BuiltManifest, publishIndex } from "../../pipelines/publish/manifest.ts";
import { isPreview } from "../../pipelines/sources/calendar.ts";
import { Manifest } from "../../schemas/out/manifest.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import { readIfThere } from "./files.ts";
import { besidePath } from "./leftovers.ts";

/** The part of a manifest that goes into the index. */
const Indexed = z.object(
  Manifest.pick({
    schema: true,
    release: true,
    title: true,
    window: true,
    expiresOn: true,
    next: true,
    standing: true,
    coverage: true,
  }).shape,
);
const Ours = z.object({ schema: z.literal("ratebook/manifest"), schemaVersion: z.string() });

/** A folder of a release that is not in the index, and why. */
export interface LeftOut {
  readonly folder: string;
  readonly reason: string;
}

type Entry = { readonly built: BuiltManifest } | { readonly leftOut: LeftOut };

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Undefined when the folder is not ours, or a preview of a rule, which is in no index. */
function entryOf(folder: string, { manifest: bytes, attestation }: Pins): Entry | undefined {
  const manifest = parsed(bytes);
  const ours = Ours.safeParse(manifest);
  if (!ours.success || isPreview(folder)) return undefined;
  const { schemaVersion } = ours.data;
  const leftOut = (reason: string): Entry => ({ leftOut: { folder, reason } });
  if (versionFault({ schemaVersion }) !== undefined)
    return leftOut(`it has schema version ${schemaVersion}, and the index has ${SCHEMA_VERSION}; build it again`);
  const indexed = Indexed.safeParse(manifest);
  if (!indexed.success) return leftOut("its manifest is damaged; build it again");
  if (indexed.data.release !== folder) return leftOut(`it contains release ${indexed.data.release} under another name`);
  if (attestation === undefined) return leftOut("it has no attestation; build it again");
  const hashes = { manifestSha256: sha256(bytes), attestationSha256: sha256(attestation) };
  return { built: { manifest: indexed.data, ...hashes } };
}

/** The two files that the index pins. */
interface Pins {
  readonly manifest: Buffer;
  readonly attestation: Buffer | undefined;
}

function entriesIn(out: string): Entry[] {
  const folders = readdirSync(out).filter((name) => !name.startsWith("."));
  return folders.sort().flatMap((folder) => {
    const manifest = readIfThere(join(out, folder, "manifest.json"));
    const attestation = readIfThere(join(out, folder, "attestation.intoto.json"));
    const entry = manifest === undefined ? undefined : entryOf(folder, { manifest, attestation });
    return entry === undefined ? [] : [entry];
  });
}

function indexOf(entries: readonly Entry[]): ReturnType<typeof publishIndex> {
  return publishIndex(entries.flatMap((entry) => ("built" in entry ? [entry.built] : [])));
}

/**
 * Writes the index of every release in the folder: beside its place, then renamed. Ignores what is not ours. Leaves out
 * a release of an older schema version, because the index promises one version for all. A folder without a release gets
 * no index; one that is there is written again, since a killed run may have left a release out of it.
 *
 * @returns the releases that were left out
 */
export function writeIndex(out: string): readonly LeftOut[] {
  const entries = entriesIn(out);
  const { path, bytes } = indexOf(entries);
  const target = join(out, path);
  const before = readIfThere(target);
  if (before === undefined && entries.length === 0) return [];
  if (before === undefined || Buffer.compare(before, bytes) !== 0) {
    const part = besidePath(out, path, "part");
    writeFileSync(part, bytes);
    renameSync(part, target);
  }
  return entries.flatMap((entry) => ("leftOut" in entry ? [entry.leftOut] : []));
}
