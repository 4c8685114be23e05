import type { KeyObject } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { didYouMean, nameList } from "../../pipelines/problems/nearest.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import type { PinnedRelease } from "../../pipelines/proof/verify/pinned-release.ts";
import { keyId, signAttestation } from "../../pipelines/proof/verify/signature.ts";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import type { Problem } from "../../schemas/place.ts";
import { besidePath } from "../out/leftovers.ts";
import { LOCK, lockFolder, waitingFor } from "../out/lock.ts";
import { findingLines } from "../print/finding-lines.ts";
import { TERMINAL, type Terminal } from "../print/terminal.ts";
import { EXIT, exitWith } from "../program/exit-codes.ts";
import { helpEnd } from "../program/help.ts";
import { privateKeyIn } from "../program/key-file.ts";
import { collectReleases } from "../program/option-values.ts";

export interface SignArguments {
  readonly key: string;
  readonly release?: readonly string[];
}

/** Signs the verified statement; it is not read again. */
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
  const message = `release ${unknown} is not built; built releases are ${nameList(ids)}${didYouMean(unknown, ids)}`;
  throw fault("release.not-built", { file: out }, message, "Name one of these, or leave --release out");
}

/** An earlier signature does not matter: it is replaced. */
function wrongBeforeSigning(findings: readonly Problem[]): Problem[] {
  return findings.filter(({ code }) => code !== "verify.signature");
}

/** Returns the exit code. Signs only a folder that is as built. */
export async function sign(out: string, { key: path, release }: SignArguments, terminal: Terminal): Promise<number> {
  const key = privateKeyIn(path);
  const lock = await lockFolder(out, (holder) => terminal.note(waitingFor(holder, out)));
  try {
    const { releases, findings } = verifyFolder(out, { shapes: false });
    const wrong = wrongBeforeSigning(findings).filter(({ place }) => place.file !== LOCK);
    if (wrong.length > 0) {
      terminal.note([...findingLines(wrong), "nothing was signed"].join("\n"));
      return EXIT.problems;
    }
    const signed = chosen(release, releases, out);
    for (const each of signed) signRelease(out, each, key);
    terminal.result(`${signed.map(({ id }) => id).join(", ")} signed with key ${keyId(key)}`);
    return EXIT.done;
  } finally {
    lock.release();
  }
}

const EXAMPLES = helpEnd([
  ["openssl genpkey -algorithm ed25519 -out key.pem"],
  ["openssl pkey -in key.pem -pubout -out public.pem"],
  ["ratebook sign out-local --key key.pem"],
  ["ratebook verify out-local --public-key public.pem"],
]);

export function addSign(program: Command): void {
  program
    .command("sign")
    .helpGroup("Proof")
    .summary("sign the releases of an output folder with your key")
    .description("Signs the attestation of every release in an output folder with your key.")
    .argument("<out>", "output folder")
    .requiredOption("--key <file>", "private key in PEM: Ed25519, ECDSA or RSA")
    .option("--release <id>", "only this release; may be repeated", collectReleases)
    .addHelpText("after", EXAMPLES)
    .action(async (out: string, options: SignArguments) => exitWith(await sign(out, options, TERMINAL)));
}
