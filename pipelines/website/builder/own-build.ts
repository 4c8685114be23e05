import type { Manifest } from "../../../schemas/out/manifest.ts";
import type { Problem } from "../../../schemas/place.ts";
import type { OnRequest, Release, SourceName } from "../../../schemas/source/release.ts";
import { type BuiltRelease, buildRelease, type Stage } from "../../build-release.ts";
import type { Download } from "../../inputs/downloads.ts";
import { claimsFolder } from "../../pack/claims-folder.ts";
import { Problems } from "../../problems/problems.ts";
import { sha256 } from "../../problems/sha256.ts";
import type { OutputFile } from "../../publish/json.ts";
import { indexEntry } from "../../publish/manifest.ts";
import { sourceFiles } from "../../schedules/book.ts";
import { profileOf } from "../../schedules/continuity/profile.ts";
import { profilePath } from "../../sources/profiles.ts";
import type { BuiltForPage } from "../builder-messages.ts";
import { type ReleaseParts, releaseParts } from "../release-parts.ts";
import { revealCodes, sealAgain } from "../sealed-sources.ts";
import type { SiteClaims, SiteFile, SitePart } from "../site-index.ts";
import { siteRelease } from "../site-release.ts";

/** A file that the page will ask for, by its path. */
interface PageFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What was built, with every file, or the problems. */
type BuildResult =
  | { readonly problems: readonly Problem[] }
  | {
      readonly built: BuiltForPage;
      readonly files: readonly PageFile[];
      readonly profiles: ReadonlyMap<string, object>;
    };

/** What is asked of a build. */
interface BuildAsked {
  readonly release: Release;
  /** Reads what the registry says of the release, with the codes that are known by then. */
  readonly readAgain: () => Promise<Release | undefined>;
  readonly downloads: readonly Download[];
  readonly without: readonly SourceName[];
  readonly asked: readonly OnRequest[];
  readonly isRegistered: boolean;
  readonly onStage: (stage: Stage) => void;
}

/** Where the page finds a release. */
export function ownFolder(release: string): string {
  return `own/${release}`;
}

function kept(outputs: Iterable<OutputFile>): Map<string, Uint8Array> {
  const documents = new Map<string, Uint8Array>();
  // A long document is valid until the next one is made
  for (const { path, bytes } of outputs) documents.set(path, new Uint8Array(bytes));
  return documents;
}

function partFiles(folder: string, release: ReleaseParts) {
  const parts: Partial<Record<SitePart, SiteFile>> = {};
  const files: PageFile[] = [];
  for (const [part, bytes] of releaseParts(release)) {
    const path = `${folder}/${part}.json`;
    parts[part] = { path, sha256: sha256(bytes), bytes: bytes.length };
    files.push({ path, bytes });
  }
  return { parts, files };
}

function forPage(release: string, documents: ReadonlyMap<string, Uint8Array>) {
  const folder = ownFolder(release);
  const document = (path: string): Uint8Array | undefined => documents.get(path);
  const manifestBytes = documents.get("manifest.json") as Uint8Array;
  const manifest = JSON.parse(new TextDecoder().decode(manifestBytes)) as Manifest;
  const attestation = documents.get("attestation.intoto.json") as Uint8Array;
  const manifestSha256 = sha256(manifestBytes);
  const entry = indexEntry({ manifest, manifestSha256, attestationSha256: sha256(attestation) });
  const { parts, files } = partFiles(folder, { manifest, manifestSha256, document });
  const claimsPath = `${folder}/claims`;
  let index: Uint8Array = new Uint8Array();
  // The page asks for localities by their keys
  for (const { path, bytes } of claimsFolder([{ entry, manifest, document }], { of: ["codes"] })) {
    files.push({ path: `${claimsPath}/${path}`, bytes });
    index = bytes;
  }
  const claims: SiteClaims = { folder: claimsPath, indexSha256: sha256(index), releases: [release] };
  const isCompared = (manifest.continuity ?? []).every(({ beside }) => beside !== null);
  const copies = manifest.publications.flatMap(({ label, origin }) =>
    origin === "cms" || origin === "unverified" ? [] : [{ label, origin }],
  );
  return { built: { entry: siteRelease(manifest, parts), claims, manifestSha256, isCompared, copies }, files };
}

function profilesOf({ publications }: Release, files: ReturnType<typeof sourceFiles>): Map<string, object> {
  const profiles = new Map<string, object>();
  for (const publication of publications) {
    const id = publication.label.split(" ").at(-1) as string;
    const profile = profileOf(id, publication, files);
    if (profile !== undefined) profiles.set(profilePath(publication.family, id), profile);
  }
  return profiles;
}

async function builtOf(release: Release, ask: BuildAsked, problems: Problems): Promise<BuiltRelease | undefined> {
  const { downloads, without, asked, isRegistered, onStage } = ask;
  const named = { allowChanged: false, allowUnregistered: !isRegistered, folder: "your files" };
  const built = await problems.attempt(() =>
    buildRelease(release, downloads, {
      ...{ required: [], without, asked, ...named, onStage },
      chooseCodes: () => [],
      onCodes: revealCodes,
    }),
  );
  problems.add(...(built?.problems ?? []));
  return problems.any ? undefined : built;
}

/** Builds a release as the command line does, without documents of single codes. */
export async function buildForPage(ask: BuildAsked): Promise<BuildResult> {
  sealAgain();
  const problems = new Problems();
  const first = await builtOf(ask.release, ask, problems);
  if (first === undefined) return { problems: problems.list };
  // A note of the registry may name a code, which is known only now; few do
  const release = (await ask.readAgain()) ?? ask.release;
  const isNamed = JSON.stringify(release) === JSON.stringify(ask.release);
  const built = isNamed ? first : await builtOf(release, ask, problems);
  if (built === undefined) return { problems: problems.list };
  return { ...forPage(release.release, kept(built.outputs)), profiles: profilesOf(release, sourceFiles(built.book)) };
}
