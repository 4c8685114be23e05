import type { KeyObject } from "node:crypto";
import { join } from "node:path";
import { ATTESTATION_FILE, SIGNED_FILE } from "../../../schemas/out/attestation.ts";
import { ReleaseIndex } from "../../../schemas/out/release-index.ts";
import type { Problem } from "../../../schemas/place.ts";
import { misshapen, unlisted, wrongIndex } from "../../documents/faults.ts";
import { jsonIn } from "../../documents/parse-json.ts";
import { readPinned, readUnpinned } from "../../documents/pinned-file.ts";
import { INDEX_FILE, indexIn, MANIFEST_FILE, notBuilt } from "../../documents/release-index.ts";
import { sha256 } from "../../problems/sha256.ts";
import { publishIndex } from "../../publish/manifest.ts";
import { badSignature, unfinished } from "./finding.ts";
import { OutputTree } from "./output-tree.ts";
import { type PinnedRelease, pinnedRelease } from "./pinned-release.ts";
import { ReleaseShapes } from "./shapes.ts";
import { signatureFault } from "./signature.ts";

/** What was checked of one release. */
export interface VerifiedRelease extends PinnedRelease {
  readonly files: number;
  readonly bytes: number;
  readonly signed: boolean;
}

/** The result of the check of a folder. */
export interface Verified {
  readonly releases: readonly VerifiedRelease[];
  /** Hash of `index.json`: whoever has it from another source knows that nothing was changed. */
  readonly indexSha256: string;
  /** None when the folder is as it was built. */
  readonly findings: readonly Problem[];
}

/** How to check. */
export interface VerifyOptions {
  /** False to compare only hashes: every change of a byte shows in them. */
  readonly shapes: boolean;
  /** Key that must have signed every release. */
  readonly publicKey?: KeyObject | undefined;
  /** Releases that must be there. */
  readonly wanted?: readonly string[] | undefined;
  /** What `index.json` must be, from another source. */
  readonly indexSha256?: string | undefined;
}

/** Files of a release that its manifest cannot list, since they are about it. */
const ABOUT = [MANIFEST_FILE, ATTESTATION_FILE, SIGNED_FILE];

/** The index has only what its releases have: it is made again from them and compared. */
function indexFindings(bytes: Buffer, index: ReleaseIndex, releases: readonly PinnedRelease[]): Problem[] {
  if (index.releases.length === 0) return [wrongIndex(INDEX_FILE, "it lists no release")];
  if (releases.length < index.releases.length) return [];
  const built = releases.map(({ id, manifest }) => {
    const { manifestSha256 = "", attestationSha256 = "" } = index.releases.find((each) => each.release === id) ?? {};
    return { manifest, manifestSha256, attestationSha256 };
  });
  if (Buffer.compare(bytes, publishIndex(built).bytes) === 0) return [];
  return [wrongIndex(INDEX_FILE, "it does not match the manifests of its releases")];
}

function expectationFindings(bytes: Buffer, { releases }: ReleaseIndex, options: VerifyOptions): Problem[] {
  const { wanted = [], indexSha256 = sha256(bytes) } = options;
  const absent = wanted.filter((id) => !releases.some(({ release }) => release === id));
  const findings = absent.map((id) => wrongIndex(INDEX_FILE, `it does not list ${id}, which was requested`));
  if (sha256(bytes) === indexSha256) return findings;
  return [...findings, wrongIndex(INDEX_FILE, `its sha256 is ${sha256(bytes)}, expected ${indexSha256}`)];
}

/** A folder that is not a release of the index is one finding, however much is in it. */
function asListed(path: string, ids: ReadonlySet<string>): string {
  const [first = "", ...inside] = path.split("/");
  return inside.length === 0 || ids.has(first) ? path : `${first}/`;
}

/** Names that a build gives to files that it is writing. */
const LEFT_BY_A_BUILD = /^\.ratebook-(.+\.(part|old)|lock)\/?$/;

/** What no manifest lists; not known below a release whose manifest is not the pinned one. */
function strangers(tree: OutputTree, index: ReleaseIndex, releases: readonly PinnedRelease[]): Problem[] {
  const pathsOf = ({ id, manifest }: PinnedRelease): string[] =>
    [...manifest.outputs.map(({ path }) => path), ...ABOUT].map((path) => `${id}/${path}`);
  const expected = new Set([INDEX_FILE, ...releases.flatMap(pathsOf)]);
  const unread = index.releases.filter(({ release }) => !releases.some(({ id }) => id === release));
  const strange = tree.entries.filter(
    ({ path, isFile }) =>
      !(isFile && expected.has(path)) && !unread.some(({ release }) => path.startsWith(`${release}/`)),
  );
  const ids = new Set(index.releases.map(({ release }) => release));
  return [...new Set(strange.map(({ path }) => asListed(path, ids)))].map((path) =>
    LEFT_BY_A_BUILD.test(path) ? unfinished(path) : unlisted(path),
  );
}

/** Whether the release is signed; a signature that is not valid is a finding. */
function verifySignature(tree: OutputTree, { id, statement }: PinnedRelease, key: KeyObject | undefined): boolean {
  const path = `${id}/${SIGNED_FILE}`;
  const signed = tree.collecting(path, readUnpinned);
  const why = signed === undefined ? key && "it is missing" : signatureFault(signed, statement, key);
  if (why !== undefined) tree.findings.push(badSignature(path, why));
  return signed !== undefined;
}

function verifyRelease(tree: OutputTree, release: PinnedRelease, options: VerifyOptions): VerifiedRelease {
  const { id, manifest } = release;
  const shapes = new ReleaseShapes(id);
  const misshape = (path: string, why: string): void => void tree.findings.push(misshapen(`${id}/${path}`, why));
  let total = 0;
  for (const { path, ...pin } of manifest.outputs) {
    const content = tree.collecting(`${id}/${path}`, (file) => readPinned(file, { ...pin, pinnedBy: "the manifest" }));
    const why = options.shapes && content ? shapes.faultOf(path, content) : undefined;
    if (why !== undefined) misshape(path, why);
    total += content?.length ?? 0;
  }
  const other = shapes.amountsFault(manifest.localityAmounts);
  if (other !== undefined) misshape(MANIFEST_FILE, other);
  const signed = verifySignature(tree, release, options.publicKey);
  return { ...release, files: manifest.outputs.length + 2, bytes: total, signed };
}

/**
 * Compares an output folder with its own manifests: every file with its hash, every document with its shape, nothing
 * missing, nothing extra.
 *
 * That finds every accident. A change that rewrites all hashes is found by a signature, by a second build, or by the
 * hash of the index from another source.
 *
 * @throws InputFault when nothing was built there
 */
export function verifyFolder(out: string, options: VerifyOptions): Verified {
  const file = join(out, INDEX_FILE);
  const bytes = readUnpinned(file);
  if (bytes === undefined) throw notBuilt(file);
  const tree = new OutputTree(out);
  const { findings } = tree;
  const indexSha256 = sha256(bytes);
  const index = tree.collecting(INDEX_FILE, () => {
    indexIn(file, bytes);
    return jsonIn(file, bytes, ReleaseIndex);
  });
  if (index === undefined) return { releases: [], indexSha256, findings };
  findings.push(...expectationFindings(bytes, index, options));
  const pinned = index.releases.flatMap((indexed) => pinnedRelease(tree, indexed) ?? []);
  findings.push(...indexFindings(bytes, index, pinned));
  const releases = pinned.map((release) => verifyRelease(tree, release, options));
  findings.push(...strangers(tree, index, pinned));
  return { releases, indexSha256, findings };
}
