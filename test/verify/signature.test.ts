import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { verifyFolder } from "../../pipelines/verify/verify-folder.ts";
import { sign } from "../../scripts/commands/sign.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

const KEYS: readonly [string, () => KeyObject][] = [
  ["Ed25519", () => generateKeyPairSync("ed25519").privateKey],
  ["ECDSA", () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey],
  ["RSA", () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey],
];

/** A copy of the output, and a file with a private key. */
function prepared(key = generateKeyPairSync("ed25519").privateKey) {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  cpSync(OUT, out, { recursive: true });
  const keyFile = join(folder, "key.pem");
  writeFileSync(keyFile, key.export({ type: "pkcs8", format: "pem" }));
  return { out, keyFile, publicKey: createPublicKey(key) };
}

const findingsOf = (out: string, publicKey?: KeyObject): string[] =>
  verifyFolder(out, { shapes: false, publicKey }).findings.map(({ place, message }) => `${place.file}: ${message}`);

describe("a signed release", () => {
  it.each(KEYS)("holds with the public key that belongs to it: %s", async (_, generate) => {
    const { out, keyFile, publicKey } = prepared(generate());
    expect(await sign(out, { key: keyFile }, fakeTerminal())).toBe(0);
    expect(findingsOf(out, publicKey)).toEqual([]);
    expect(findingsOf(out)).toEqual([]);
    const other = createPublicKey(generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }));
    expect(findingsOf(out, other)[0]).toMatch(
      /^2025A\/attestation\.dsse\.json: it is signed with key [0-9a-f]{64}, the key/,
    );
  });

  it("is wanted of every release when a key is given", async () => {
    const { out, keyFile, publicKey } = prepared();
    expect(await sign(out, { key: keyFile, release: ["2026A"] }, fakeTerminal())).toBe(0);
    expect(existsSync(join(out, "2025A", "attestation.dsse.json"))).toBe(false);
    expect(findingsOf(out, publicKey)).toEqual(["2025A/attestation.dsse.json: it is not there"]);
  });

  it("is not one with any byte of the envelope changed", async () => {
    const { out, keyFile, publicKey } = prepared();
    await sign(out, { key: keyFile, release: ["2025A"] }, fakeTerminal());
    const path = join(out, "2025A", "attestation.dsse.json");
    const whole = readFileSync(path);
    // Every 40th byte, and all of the last 500, where key and signature stand.
    const places = Array.from(whole.keys()).filter((at) => at % 40 === 0 || at > whole.length - 500);
    const unnoticed = places.filter((at) => {
      const flipped = Buffer.from(whole);
      flipped[at] = (whole[at] ?? 0) ^ 1;
      writeFileSync(path, flipped);
      return !findingsOf(out, publicKey).some((text) => text.startsWith("2025A/attestation.dsse.json"));
    });
    expect(places.length).toBeGreaterThan(500);
    expect(unnoticed).toEqual([]);
  });

  it("is not given to a folder that is not what was built", async () => {
    const { out, keyFile } = prepared();
    writeFileSync(join(out, "2026A", "opps.json"), "{}");
    const terminal = fakeTerminal();
    expect(await sign(out, { key: keyFile }, terminal)).toBe(1);
    expect(terminal.notes.join("\n")).toMatch(/document\.changed[\s\S]*nothing was signed/);
    expect(existsSync(join(out, "2025A", "attestation.dsse.json"))).toBe(false);
  });

  it("needs a private key that can be read, and a release that is there", async () => {
    const { out, keyFile } = prepared();
    await expect(sign(out, { key: join(out, "index.json") }, fakeTerminal())).rejects.toThrow(
      /--key: .* holds no private key/,
    );
    await expect(sign(out, { key: keyFile, release: ["2024A"] }, fakeTerminal())).rejects.toThrow(
      /--release: 2024A is not in .*; there are 2025A, 2026A/,
    );
  });
});
