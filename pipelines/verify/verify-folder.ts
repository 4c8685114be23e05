import type { KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ATTESTATION_FILE, SIGNED_FILE } from "../../schemas/out/attestation.ts";
import { ReleaseIndex } from "../../schemas/out/manifest.ts";
import type { Problem } from "../../schemas/place.ts";
import { publishIndex } from "../publish/manifest.ts";
import { fault } from "../shared/problems.ts";
import { sha256 } from "../shared/sha256.ts";
import { added, badSignature, misshapen, unfinished, wrongIndex } from "./finding.ts";
import { OutputTree } from "./output-tree.ts";
import { parseJson } from "./parse-json.ts";
import { type PinnedRelease, pinnedBytes, pinnedRelease } from "./pinned-release.ts";
import { ReleaseShapes } from "./shapes.ts";
import { signatureFault } from "./signature.ts";

/** What was looked at of one release. */
export interface VerifiedRelease extends PinnedRelease {
  readonly files: number;
  readonly bytes: number;
  readonly signed: boolean;
}

/** What a look at a folder came to. */
export interface Verified {
  readonly releases: readonly VerifiedRelease[];
  /** Hash of `index.json`: whoever knows it from elsewhere knows that nothing at all was changed. */
  readonly indexSha256: string;
  /** None when the folder is what was built. */
  readonly findings: readonly Problem[];
}

/** How to look. */
export interface VerifyOptions {
  /** False to compare hashes alone: every change of a byte shows in them. */
  readonly shapes: boolean;
  /** Key that must have signed every release. */
  readonly publicKey?: KeyObject | undefined;
  /** Releases that must be there. */
  readonly wanted?: readonly string[] | undefined;
  /** What `index.json` must be, known from elsewhere. */
  readonly indexSha256?: string | undefined;
}

const INDEX = "index.json";
/** Files of a release that its manifest cannot list, since they are about it. */
const ABOUT = ["manifest.json", ATTESTATION_FILE, SIGNED_FILE];

/** The index says nothing that its releases do not say: it is made again from them and compared. */
function indexFindings(bytes: Buffer, index: ReleaseIndex, releases: readonly PinnedRelease[]): Problem[] {
  if (index.releases.length === 0) return [wrongIndex(INDEX, "it lists no release")];
  if (releases.length < index.releases.length) return [];
  const built = releases.map(({ id, manifest }) => {
    const { manifestSha256 = "", attestationSha256 = "" } = index.releases.find((each) => each.release === id) ?? {};
    return { manifest, manifestSha256, attestationSha256 };
  });
  if (Buffer.compare(bytes, publishIndex(built).bytes) === 0) return [];
  return [wrongIndex(INDEX, "it is not what the manifests of its releases make")];
}

function expectationFindings(bytes: Buffer, { releases }: ReleaseIndex, options: VerifyOptions): Problem[] {
  const { wanted = [], indexSha256 = sha256(bytes) } = options;
  const absent = wanted.filter((id) => !releases.some(({ release }) => release === id));
  const findings = absent.map((id) => wrongIndex(INDEX, `it does not list ${id}, which was asked for`));
  if (sha256(bytes) === indexSha256) return findings;
  return [...findings, wrongIndex(INDEX, `its sha256 is ${sha256(bytes)}, expected ${indexSha256}`)];
}

/** A folder that is no release of the index is one stranger, however much lies in it. */
function asListed(path: string, ids: ReadonlySet<string>): string {
  const [first = "", ...inside] = path.split("/");
  return inside.length === 0 || ids.has(first) ? path : `${first}/`;
}

/** Names that a build gives to what it is writing. */
const LEFT_BY_A_BUILD = /^\.ratebook-(.+\.(part|old)|lock)\/?$/;

/** What no manifest lists; below a release whose manifest is not the pinned one nobody can say. */
function strangers(tree: OutputTree, index: ReleaseIndex, releases: readonly PinnedRelease[]): Problem[] {
  const pathsOf = ({ id, manifest }: PinnedRelease): string[] =>
    [...manifest.outputs.map(({ path }) => path), ...ABOUT].map((path) => `${id}/${path}`);
  const expected = new Set([INDEX, ...releases.flatMap(pathsOf)]);
  const unread = index.releases.filter(({ release }) => !releases.some(({ id }) => id === release));
  const strange = tree.entries.filter(
    ({ path, isFile }) =>
      !(isFile && expected.has(path)) && !unread.some(({ release }) => path.startsWith(`${release}/`)),
  );
  const ids = new Set(index.releases.map(({ release }) => release));
  return [...new Set(strange.map(({ path }) => asListed(path, ids)))].map((path) =>
    LEFT_BY_A_BUILD.test(path) ? unfinished(path) : added(path),
  );
}

/** Whether anybody signed the release; a signature that does not hold is a finding. */
function verifySignature(
  tree: OutputTree,
  { id, statement }: PinnedRelease,
  key: KeyObject | undefined,
  findings: Problem[],
): boolean {
  const path = `${id}/${SIGNED_FILE}`;
  const signed = tree.read(path, findings);
  const why = signed === undefined ? key && "it is not there" : signatureFault(signed, statement, key);
  if (why !== undefined) findings.push(badSignature(path, why));
  return signed !== undefined;
}

function verifyRelease(
  tree: OutputTree,
  release: PinnedRelease,
  options: VerifyOptions,
  findings: Problem[],
): VerifiedRelease {
  const { id, manifest } = release;
  const shapes = new ReleaseShapes(id);
  const misshape = (path: string, why: string): void => void findings.push(misshapen(`${id}/${path}`, why));
  let total = 0;
  for (const { path, bytes, sha256: hash } of manifest.outputs) {
    const pin = { path: `${id}/${path}`, sha256: hash, bytes, pinnedBy: `${id}/manifest.json` };
    const content = pinnedBytes(tree, pin, findings);
    const why = options.shapes && content ? shapes.faultOf(path, content) : undefined;
    if (why !== undefined) misshape(path, why);
    total += content?.length ?? 0;
  }
  for (const { path, why } of shapes.pairFaults()) misshape(path, why);
  const signed = verifySignature(tree, release, options.publicKey, findings);
  return { ...release, files: manifest.outputs.length + 2, bytes: total, signed };
}

/**
 * Compares a folder of output with what its own manifests say was built: every file with its hash, every document with
 * its shape, nothing missing, nothing besides.
 *
 * That finds every accident. Somebody who writes all hashes anew is found by a signature, by a second build, or by the
 * hash of the index that is known from elsewhere.
 *
 * @throws InputFault when nothing was built there
 */
export function verifyFolder(out: string, options: VerifyOptions): Verified {
  if (!existsSync(join(out, INDEX))) {
    const cure = "Build one with `npm start`, or name another folder";
    throw fault("out.not-built", { file: join(out, INDEX) }, "no release has been built there", cure);
  }
  const findings: Problem[] = [];
  const tree = new OutputTree(out, findings);
  const bytes = tree.read(INDEX, findings) ?? Buffer.alloc(0);
  const index = parseJson(ReleaseIndex, bytes.toString("utf8"));
  const indexSha256 = sha256(bytes);
  if ("why" in index) return { releases: [], indexSha256, findings: [...findings, misshapen(INDEX, index.why)] };
  findings.push(...expectationFindings(bytes, index.value, options));
  const pinned = index.value.releases.flatMap((indexed) => pinnedRelease(tree, indexed, findings) ?? []);
  findings.push(...indexFindings(bytes, index.value, pinned));
  const releases = pinned.map((release) => verifyRelease(tree, release, options, findings));
  findings.push(...strangers(tree, index.value, pinned));
  return { releases, indexSha256, findings };
}
