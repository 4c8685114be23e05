import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { dsse } from "@sigstore/core";
import { SIGNED_FILE, SignedAttestation } from "../../../schemas/out/attestation.ts";
import { type OutputFile, prettyFile } from "../../publish/json.ts";

const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** Ed25519 hashes by itself; ECDSA and RSA are used with SHA-256. */
function digestFor(key: KeyObject): string | null {
  return key.asymmetricKeyType?.startsWith("ed") ? null : "sha256";
}

/** sha256 of a public key in SPKI and DER, by which its owner knows it. */
export function keyId(key: KeyObject): string {
  const publicKey = key.type === "private" ? createPublicKey(key) : key;
  return createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
}

/**
 * Signs an attestation in a DSSE envelope (https://github.com/secure-systems-lab/dsse).
 *
 * @param statement the bytes of `attestation.intoto.json`
 * @param key private key: Ed25519, ECDSA or RSA
 */
export function signAttestation(statement: Uint8Array, key: KeyObject): OutputFile {
  const payload = Buffer.from(statement);
  const signature = sign(digestFor(key), dsse.preAuthEncoding(PAYLOAD_TYPE, payload), key);
  const envelope: SignedAttestation = {
    payload: payload.toString("base64"),
    payloadType: PAYLOAD_TYPE,
    signatures: [{ keyid: keyId(key), sig: signature.toString("base64") }],
  };
  return prettyFile(SIGNED_FILE, envelope);
}

function envelopeIn(signed: Buffer): SignedAttestation | undefined {
  try {
    return SignedAttestation.safeParse(JSON.parse(signed.toString("utf8"))).data;
  } catch {
    return undefined;
  }
}

/**
 * What is wrong with a signed attestation; undefined when nothing is.
 *
 * @param signed the bytes of `attestation.dsse.json`
 * @param statement the bytes of `attestation.intoto.json`, which it must carry
 * @param key public key that must have signed it; without one the signature itself is not checked
 */
export function signatureFault(signed: Buffer, statement: Buffer, key: KeyObject | undefined): string | undefined {
  const envelope = envelopeIn(signed);
  if (envelope === undefined) return "it is not a DSSE envelope with one signature";
  if (Buffer.compare(prettyFile("", envelope).bytes, signed) !== 0) return "its bytes are not those that `sign` writes";
  const payload = Buffer.from(envelope.payload, "base64");
  if (Buffer.compare(payload, statement) !== 0 || payload.toString("base64") !== envelope.payload)
    return "its statement is not that of attestation.intoto.json";
  const [{ keyid, sig } = { keyid: "", sig: "" }] = envelope.signatures;
  if (key === undefined) return undefined;
  if (keyid !== keyId(key)) return `it is signed with key ${keyid}, the key given is ${keyId(key)}`;
  const signature = Buffer.from(sig, "base64");
  const holds = verify(digestFor(key), dsse.preAuthEncoding(PAYLOAD_TYPE, payload), key, signature);
  return holds && signature.toString("base64") === sig ? undefined : "the signature is not valid";
}
