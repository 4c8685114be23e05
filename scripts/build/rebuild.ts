import { buildRelease } from "../../pipelines/build-release.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { differs } from "../../pipelines/proof/verify/finding.ts";
import type { PinnedRelease } from "../../pipelines/proof/verify/pinned-release.ts";
import { compareRebuilt, type Rebuilt } from "../../pipelines/proof/verify/rebuilt.ts";

import { codeHash, registryHash } from "../program/code-hash.ts";
import { jobsOf } from "./jobs.ts";

/** Where the files of whole releases are. */
interface RebuildArguments {
  readonly from?: string;
  readonly pick?: readonly string[];
}

/** Embedded releases are built from the excerpts in the repository, whole ones from the downloads. */
function jobsFor({ id, manifest, attestation }: PinnedRelease, { from, pick }: RebuildArguments) {
  const { allowChanged, allowUnregistered, with: asked } = attestation.predicate.buildDefinition.externalParameters;
  const folder = manifest.coverage !== "excerpt" && from !== undefined ? { from } : {};
  return jobsOf({
    release: [id],
    ...folder,
    allowChanged,
    allowUnregistered,
    ...(pick && { pick }),
    ...(asked && { with: asked }),
  });
}

async function buildAgain(release: PinnedRelease, options: RebuildArguments, code: string) {
  const { externalParameters } = release.attestation.predicate.buildDefinition;
  const { codes, format, allowChanged, allowUnregistered, without, with: asked, accepted } = externalParameters;
  const { release: entry, downloads } = await jobsFor(release, options).open(release.id);
  return await buildRelease(entry, downloads, {
    chooseCodes: () => codes,
    required: [],
    allowChanged,
    allowUnregistered,
    without,
    asked,
    accepted,
    format: format ?? undefined,
    folder: options.from,
    code,
    registry: registryHash(),
  });
}

const named = (registry: string | undefined): string =>
  registry === undefined ? "no registry" : `a registry of sha256 ${registry}`;

/** A release follows from the registry as well: with another one, a second build proves nothing. */
function otherRegistry({ id, attestation }: PinnedRelease): Rebuilt | undefined {
  const { registry } = attestation.predicate.buildDefinition.externalParameters;
  const [then, now] = [named(registry), named(registryHash())];
  if (then === now) return undefined;
  const why = `it was built with ${then}, and this run uses ${now}; name the registry with --registry`;
  return { compared: 0, equal: 0, attestedCode: undefined, findings: [differs(`${id}/`, why)] };
}

/** Builds a release again in memory, with the options in its attestation, and compares every byte. */
export async function rebuild(out: string, release: PinnedRelease, options: RebuildArguments): Promise<Rebuilt> {
  const other = otherRegistry(release);
  if (other !== undefined) return other;
  const code = codeHash();
  const problems = new Problems();
  const built = await problems.attempt(() => buildAgain(release, options, code));
  problems.add(...(built?.problems ?? []));
  if (built !== undefined && !problems.any) return compareRebuilt(out, release, built.outputs, code);
  const why = `cannot be built again: ${problems.list.map((each) => `${each.code}: ${each.message}`).join("; ")}`;
  return { compared: 0, equal: 0, attestedCode: undefined, findings: [differs(`${release.id}/`, why)] };
}
