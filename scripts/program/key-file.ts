import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { readNamed } from "./read-named.ts";
import { UsageError } from "./usage-error.ts";

/** Kinds of keys that can sign; others, such as x25519, cannot. */
const SIGNING = new Set(["ed25519", "ed448", "ec", "rsa", "rsa-pss"]);

function signing(key: KeyObject, option: string, path: string): KeyObject {
  if (SIGNING.has(key.asymmetricKeyType ?? "")) return key;
  throw new UsageError(`${option}: ${path} has a key of kind ${key.asymmetricKeyType}, which cannot sign`);
}

function reading<Key>(option: string, path: string, wanted: string, read: (pem: Buffer) => Key): Key {
  const pem = readNamed(option, path);
  try {
    return read(pem);
  } catch (error) {
    throw new UsageError(`${option}: ${path} is not a ${wanted}: ${(error as Error).message}`);
  }
}

/**
 * Reads the key to sign with.
 *
 * @throws InputFault when it cannot be read, UsageError when it is not such a key, or needs a passphrase
 */
export function privateKeyIn(path: string): KeyObject {
  const key = reading("--key", path, "private key in PEM without a passphrase", (pem) => createPrivateKey(pem));
  return signing(key, "--key", path);
}

/**
 * Reads the key to check signatures with. Refuses a private key, which only the signer should have.
 *
 * @throws InputFault when it cannot be read, UsageError when it is not such a key
 */
export function publicKeyIn(path: string): KeyObject {
  const key = reading("--public-key", path, "public key in PEM", (pem) => {
    if (pem.includes("PRIVATE KEY")) throw new Error("it is a private key; give the public key only");
    return createPublicKey(pem);
  });
  return signing(key, "--public-key", path);
}
