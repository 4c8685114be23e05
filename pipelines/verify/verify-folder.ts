import type { KeyObject } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReleaseIndex } from "../../schemas/out/manifest.ts";
import type { Problem } from "../../schemas/place.ts";
import { publishIndex } from "../publish/manifest.ts";
import { fault } from "../shared/problems.ts";
import { added, badSignature, misshapen, unfinished, wrongIndex } from "./finding.ts";
import { outputTree, type TreeEntry } from "./output-tree.ts";
import { type PinnedRelease, pinnedRelease, verifyFiles } from "./release-files.ts";
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
  /** None when the folder is what was built. */
  readonly findings: readonly Problem[];
}

/** How to look. */
export interface VerifyOptions {
  /** False to compare hashes alone: every change of a byte shows in them. */
  readonly shapes: boolean;
  /** Key that must have signed every release. */
  readonly publicKey?: KeyObject | undefined;
  readonly onRelease?: (id: string) => void;
}

const INDEX = "index.json";
const ATTESTATION = "attestation.intoto.json";
/** Written by `sign`, if anybody has: not by a build, so no manifest can list it. */
const SIGNED = "attestation.dsse.json";
/** Files of a release that its manifest cannot list, since they are about it. */
const ABOUT = ["manifest.json", ATTESTATION, SIGNED];

function readIndex(out: string): { bytes: Buffer; index: ReleaseIndex } | { why: string } {
  const bytes = readFileSync(join(out, INDEX));
  try {
    const result = ReleaseIndex.safeParse(JSON.parse(bytes.toString("utf8")));
    return result.success ? { bytes, index: result.data } : { why: result.error.message };
  } catch (error) {
    return { why: `no JSON: ${(error as Error).message}` };
  }
}

/** The index says nothing that its releases do not say: it is made again from them and compared. */
function indexFindings(bytes: Buffer, index: ReleaseIndex, releases: readonly PinnedRelease[]): Problem[] {
  if (releases.length < index.releases.length) return [];
  const built = releases.map(({ id, manifest }) => {
    const { manifestSha256 = "", attestationSha256 = "" } = index.releases.find((each) => each.release === id) ?? {};
    return { manifest, manifestSha256, attestationSha256 };
  });
  if (Buffer.compare(bytes, publishIndex(built).bytes) === 0) return [];
  return [wrongIndex(INDEX, "it is not what the manifests of its releases make")];
}

/** A folder that is no release of the index is one stranger, however much lies in it. */
function asListed(path: string, ids: ReadonlySet<string>): string {
  const [first = "", ...inside] = path.split("/");
  return inside.length === 0 || ids.has(first) ? path : `${first}/`;
}

/** What no manifest lists; below a release whose manifest is not the pinned one nobody can say. */
function strangers(out: string, index: ReleaseIndex, releases: readonly PinnedRelease[]): Problem[] {
  const pathsOf = ({ id, manifest }: PinnedRelease): string[] =>
    [...manifest.outputs.map(({ path }) => path), ...ABOUT].map((path) => `${id}/${path}`);
  const expected = new Set([INDEX, ...releases.flatMap(pathsOf)]);
  const unread = index.releases.filter(({ release }) => !releases.some(({ id }) => id === release));
  const isStrange = ({ path, isFile }: TreeEntry): boolean =>
    !(isFile && expected.has(path)) && !unread.some(({ release }) => path.startsWith(`${release}/`));
  const ids = new Set(index.releases.map(({ release }) => release));
  return [
    ...new Set(
      outputTree(out)
        .filter(isStrange)
        .map(({ path }) => asListed(path, ids)),
    ),
  ].map((path) => (path.startsWith(".ratebook-") ? unfinished(path) : added(path)));
}

/** Whether anybody signed the release; a signature that does not hold is a finding. */
function verifySignature(out: string, id: string, key: KeyObject | undefined, findings: Problem[]): boolean {
  const path = join(out, id, SIGNED);
  const signed = existsSync(path) ? readFileSync(path) : undefined;
  const statement = (): Buffer => readFileSync(join(out, id, ATTESTATION));
  const why = signed === undefined ? key && "it is not there" : signatureFault(signed, statement(), key);
  if (why !== undefined) findings.push(badSignature(`${id}/${SIGNED}`, why));
  return signed !== undefined;
}

function verifyRelease(
  out: string,
  release: PinnedRelease,
  options: VerifyOptions,
  findings: Problem[],
): VerifiedRelease {
  let bytes = 0;
  const shapes = new ReleaseShapes();
  verifyFiles(out, release, findings, (path, content) => {
    bytes += content.length;
    const why = options.shapes ? shapes.faultOf(path, content) : undefined;
    if (why !== undefined) findings.push(misshapen(`${release.id}/${path}`, why));
  });
  const signed = verifySignature(out, release.id, options.publicKey, findings);
  return { ...release, files: release.manifest.outputs.length + 2, bytes, signed };
}

/**
 * Compares a folder of output with what its own manifests say was built: every file with its hash, every document with
 * its shape, nothing missing, nothing besides.
 *
 * @throws InputFault when nothing was built there
 */
export function verifyFolder(out: string, options: VerifyOptions): Verified {
  if (!existsSync(join(out, INDEX))) {
    const cure = "Build one with `npm start`, or name another folder";
    throw fault("out.not-built", { file: join(out, INDEX) }, "no release has been built there", cure);
  }
  const read = readIndex(out);
  if ("why" in read) return { releases: [], findings: [misshapen(INDEX, read.why)] };
  const findings: Problem[] = [];
  const pinned = read.index.releases.flatMap((indexed) => pinnedRelease(out, indexed, findings) ?? []);
  findings.push(...indexFindings(read.bytes, read.index, pinned));
  const releases = pinned.map((release) => {
    options.onRelease?.(release.id);
    return verifyRelease(out, release, options, findings);
  });
  findings.push(...strangers(out, read.index, pinned));
  return { releases, findings };
}
