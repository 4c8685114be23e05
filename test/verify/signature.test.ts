import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sign } from "../../scripts/commands/sign.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { findingsOf, prepared, unnoticedChanges } from "../support/signed.ts";

const KEYS: readonly [string, () => KeyObject][] = [
  ["Ed25519", () => generateKeyPairSync("ed25519").privateKey],
  ["ECDSA", () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey],
  ["RSA", () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey],
];

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
    expect(findingsOf(out, publicKey)).toEqual(["2025A/attestation.dsse.json: it is missing"]);
  });

  it("is not one with a byte of the envelope changed", async () => {
    const { places, unnoticed } = await unnoticedChanges({ start: 400, end: 20 });
    expect(places.length).toBeGreaterThan(40);
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
      /--key: .* is not a private key/,
    );
    await expect(sign(out, { key: keyFile, release: ["2024A"] }, fakeTerminal())).rejects.toThrow(
      /release 2024A is not built; built releases are 2025A, 2026A; did you mean "2025A"\?/,
    );
  });
});
