import type { KeyObject } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PinnedRelease } from "../../pipelines/proof/verify/pinned-release.ts";
import { keyId, signAttestation } from "../../pipelines/proof/verify/signature.ts";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import type { Problem } from "../../schemas/place.ts";
import { besidePath } from "../out/leftovers.ts";
import { LOCK, lockFolder, waitingFor } from "../out/lock.ts";
import { findingLines } from "../print/finding-lines.ts";
import type { Terminal } from "../print/terminal.ts";
import { privateKeyIn } from "../program/key-file.ts";
import { UsageError } from "../program/usage-error.ts";

/** Options of `ratebook sign` as commander hands them over. */
export interface SignArguments {
  readonly key: string;
  readonly release?: readonly string[];
}

/** What was verified is what is signed: the statement is not read again. */
function signRelease(out: string, { id, statement }: PinnedRelease, key: KeyObject): void {
  const { path, bytes } = signAttestation(statement, key);
  const part = besidePath(out, `${id}-${path}`, "part");
  writeFileSync(part, bytes);
  renameSync(part, join(out, id, path));
}

function chosen(wanted: readonly string[] | undefined, there: readonly PinnedRelease[], out: string): PinnedRelease[] {
  const ids = there.map(({ id }) => id);
  const unknown = wanted?.find((id) => !ids.includes(id));
  if (unknown === undefined) return there.filter(({ id }) => wanted?.includes(id) ?? true);
  throw new UsageError(`--release: ${unknown} is not in ${out}/; there are ${ids.join(", ")}`);
}

/** A signature of before does not matter: it is replaced. */
function wrongBeforeSigning(findings: readonly Problem[]): Problem[] {
  return findings.filter(({ code }) => code !== "verify.signature");
}

/**
 * Signs the attestation of releases, after it has been seen that they are what was built.
 *
 * @returns the exit code: 0 when they are signed, 1 when the folder is not what was built
 */
export async function sign(out: string, { key: path, release }: SignArguments, terminal: Terminal): Promise<number> {
  const key = privateKeyIn(path);
  const lock = await lockFolder(out, (holder) => terminal.note(waitingFor(holder, out)));
  try {
    const { releases, findings } = verifyFolder(out, { shapes: false });
    const wrong = wrongBeforeSigning(findings).filter(({ place }) => place.file !== LOCK);
    if (wrong.length > 0) {
      terminal.note([...findingLines(wrong), "nothing was signed"].join("\n"));
      return 1;
    }
    const signed = chosen(release, releases, out);
    for (const each of signed) signRelease(out, each, key);
    terminal.result(`${signed.map(({ id }) => id).join(", ")} signed with key ${keyId(key)}`);
    return 0;
  } finally {
    lock.release();
  }
}
