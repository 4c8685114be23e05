import { createPrivateKey, type KeyObject } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keyId, signAttestation } from "../../pipelines/verify/signature.ts";
import { verifyFolder } from "../../pipelines/verify/verify-folder.ts";
import { besidePath } from "../out/leftovers.ts";
import { findingLines } from "../print/finding-lines.ts";
import type { Terminal } from "../print/terminal.ts";
import { UsageError } from "../program/usage-error.ts";

/** Options of `ratebook sign` as commander hands them over. */
export interface SignArguments {
  readonly key: string;
  readonly release?: readonly string[];
}

function privateKeyIn(path: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(path));
  } catch (error) {
    throw new UsageError(
      `--key: ${path} holds no private key in PEM without a passphrase: ${(error as Error).message}`,
    );
  }
}

function signRelease(out: string, id: string, key: KeyObject): void {
  const { path, bytes } = signAttestation(readFileSync(join(out, id, "attestation.intoto.json")), key);
  const part = besidePath(out, `${id}-${path}`, "part");
  writeFileSync(part, bytes);
  renameSync(part, join(out, id, path));
}

function chosen(wanted: readonly string[] | undefined, there: readonly string[], out: string): readonly string[] {
  const unknown = wanted?.find((id) => !there.includes(id));
  if (unknown === undefined) return wanted ?? there;
  throw new UsageError(`--release: ${unknown} is not in ${out}/; there are ${there.join(", ")}`);
}

/**
 * Signs the attestation of releases, after it has been seen that they are what was built.
 *
 * @returns the exit code: 0 when they are signed, 1 when the folder is not what was built
 */
export function sign(out: string, { key: path, release }: SignArguments, terminal: Terminal): number {
  const key = privateKeyIn(path);
  const { releases, findings } = verifyFolder(out, { shapes: false });
  const wrong = findings.filter(({ code }) => code !== "verify.signature");
  if (wrong.length > 0) {
    terminal.note([...findingLines(wrong), "nothing was signed"].join("\n"));
    return 1;
  }
  const ids = chosen(
    release,
    releases.map(({ id }) => id),
    out,
  );
  for (const id of ids) signRelease(out, id, key);
  terminal.result(`${ids.join(", ")} signed with key ${keyId(key)}`);
  return 0;
}
