import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compareRebuilt } from "../../pipelines/proof/verify/rebuilt.ts";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import { rebuild } from "../../scripts/build/rebuild.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

function copied() {
  const out = join(temporaryFolder(), "out");
  cpSync(OUT, out, { recursive: true });
  const [release] = verifyFolder(out, { shapes: false }).releases;
  if (release === undefined) throw new Error("no release");
  return { out, release };
}

describe("a second build", () => {
  it("makes every byte of the committed output again", async () => {
    for (const release of verifyFolder(OUT, { shapes: false }).releases) {
      const { compared, equal, findings } = await rebuild(OUT, release, {});
      // One less where the code has changed since: the attestation names the code.
      expect([findings, equal]).toEqual([[], compared]);
      expect(compared).toBeGreaterThanOrEqual(release.files - 1);
    }
  });

  it("tells where a file differs, which is not there, and which it does not make", async () => {
    const { out, release } = copied();
    const text = readFileSync(join(out, "2025A", "asc.json"), "utf8");
    writeFileSync(join(out, "2025A", "asc.json"), text.replace("1579.16", "1579.17"));
    const more = { path: "codes/99213.json", bytes: 2, sha256: "0".repeat(64) };
    const claimed = { ...release, manifest: { ...release.manifest, outputs: [...release.manifest.outputs, more] } };
    const { findings } = await rebuild(out, claimed, {});
    expect(findings.map(({ place, message }) => `${place.file}: ${message}`)).toEqual([
      `2025A/asc.json: it differs from a second build, first at byte ${text.indexOf("1579.16") + 6}`,
      "2025A/codes/99213.json: a second build does not make it",
    ]);
  });

  it("leaves the attestation out when other code built the folder, since it names the code", () => {
    const { out, release } = copied();
    const outputs = [{ path: "attestation.intoto.json", bytes: Buffer.from("{}") }];
    const { code } = release.attestation.predicate.runDetails.builder.version;
    const withoutOutputs = { ...release, manifest: { ...release.manifest, outputs: [] } };
    expect(compareRebuilt(out, withoutOutputs, outputs, "other")).toEqual({
      compared: 0,
      equal: 0,
      attestedCode: code,
      findings: [],
    });
    expect(compareRebuilt(out, withoutOutputs, outputs, code ?? "").findings).toHaveLength(1);
  });
});
