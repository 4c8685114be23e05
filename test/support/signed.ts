import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import { sign } from "../../scripts/commands/sign.ts";
import { temporaryFolder } from "./excerpt-copy.ts";
import { fakeTerminal } from "./fake-terminal.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

/** A copy of the output, and a file with a private key. */
export function prepared(key = generateKeyPairSync("ed25519").privateKey) {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  cpSync(OUT, out, { recursive: true });
  const keyFile = join(folder, "key.pem");
  writeFileSync(keyFile, key.export({ type: "pkcs8", format: "pem" }));
  return { out, keyFile, publicKey: createPublicKey(key) };
}

/** What `verify` finds, with a public key or without. */
export const findingsOf = (out: string, publicKey?: KeyObject): string[] =>
  verifyFolder(out, { shapes: false, publicKey }).findings.map(({ place, message }) => `${place.file}: ${message}`);

/** Bytes at the end of an envelope, where key and signature are. */
const END = 500;

/** Changes single bits of 2025A's envelope, at regular distances; returns the places, and those that were not found. */
export async function unnoticedChanges(every: { readonly start: number; readonly end: number }) {
  const { out, keyFile, publicKey } = prepared();
  await sign(out, { key: keyFile, release: ["2025A"] }, fakeTerminal());
  const path = join(out, "2025A", "attestation.dsse.json");
  const whole = readFileSync(path);
  const places = [...whole.keys()].filter((at) => at % (at > whole.length - END ? every.end : every.start) === 0);
  const unnoticed = places.filter((at) => {
    const flipped = Buffer.from(whole);
    flipped[at] = (whole[at] ?? 0) ^ 1;
    writeFileSync(path, flipped);
    return !findingsOf(out, publicKey).some((text) => text.startsWith("2025A/attestation.dsse.json"));
  });
  return { places, unnoticed };
}
