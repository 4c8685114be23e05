import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import { publishIndex } from "../../pipelines/publish/manifest.ts";
import type { AmountTotals } from "../../schemas/out/manifest.ts";
import { flipBytes } from "../../tools/proof/flips.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { forge, forgeManifest, writeIndexAnew } from "../support/forged.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

function copyOfOut(): string {
  const out = join(temporaryFolder(), "out");
  cpSync(OUT, out, { recursive: true });
  return out;
}

const filesIn = (out: string): string[] =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

function codesOf(out: string, shapes = true): string[] {
  return verifyFolder(out, { shapes }).findings.map(({ code, place }) => `${code} ${place.file}`);
}

describe("verify", () => {
  it("finds nothing in the committed output, and counts every file", () => {
    const { releases, findings } = verifyFolder(OUT, { shapes: true });
    expect(findings).toEqual([]);
    expect(releases.reduce((sum, { files }) => sum + files, 1)).toBe(filesIn(OUT).length);
  });

  it("notices changed bytes, in whichever file", () => {
    expect(flipBytes(OUT, 60, 22511)).toEqual({ tried: 60, caught: 60, files: filesIn(OUT).length });
  });

  it("notices any file that is taken away", () => {
    const out = copyOfOut();
    const [index, ...others] = filesIn(out).sort((left, right) => left.length - right.length);
    expect(others.length).toBeGreaterThan(30);
    for (const path of others) {
      const whole = readFileSync(path);
      rmSync(path);
      expect(codesOf(out, false)).toContain(`document.missing ${path.slice(out.length + 1)}`);
      writeFileSync(path, whole);
    }
    rmSync(index ?? "");
    expect(() => verifyFolder(out, { shapes: false })).toThrow(/no release has been built there/);
  });

  it.each([
    ["a file beside the releases", "notes.txt"],
    ["a hidden one", ".DS_Store"],
    ["one within a release", "2025A/national.json.bak"],
    ["one more code", "2026A/codes/99213.json"],
    ["another release", "2024A/", "2024A/manifest.json"],
  ])("notices %s", (_, seen, path = seen) => {
    const out = copyOfOut();
    mkdirSync(join(out, path, ".."), { recursive: true });
    writeFileSync(join(out, path), "{}");
    expect(codesOf(out)).toEqual([`document.unlisted ${seen}`]);
  });

  it("notices links and empty folders, and tells what a cut-off build left from what a stranger put there", () => {
    const out = copyOfOut();
    mkdirSync(join(out, "2026A", "empty"));
    rmSync(join(out, "2025A", "opps.json"));
    symlinkSync(join(OUT, "2025A", "opps.json"), join(out, "2025A", "opps.json"));
    mkdirSync(join(out, ".ratebook-2025A.1.part"));
    expect(codesOf(out)).toEqual([
      "document.missing 2025A/opps.json",
      "verify.unfinished .ratebook-2025A.1.part/",
      "document.unlisted 2025A/opps.json",
      "document.unlisted 2026A/empty/",
    ]);
  });

  it("notices a document that is pinned and is not what its name says", () => {
    const out = copyOfOut();
    const path = join("2025A", "asc.json");
    const asc = JSON.parse(readFileSync(join(out, path), "utf8")) as { rows: { rate?: string }[] };
    forge(
      out,
      "2025A",
      "asc.json",
      JSON.stringify({ ...asc, rows: asc.rows.map((row) => ({ ...row, hcpcs: 22511 })) }),
    );
    expect(codesOf(out, false)).toEqual([]);
    const [finding] = verifyFolder(out, { shapes: true }).findings;
    expect(finding).toMatchObject({ code: "document.shape", place: { file: "2025A/asc.json" } });
    expect(finding?.message).toMatch(/^at \/rows\/0\/hcpcs: /);
  });

  it.each([
    ["a sum", (totals: AmountTotals) => ({ ...totals, facilitySum: "1.00" })],
    ["a hash", (totals: AmountTotals) => ({ ...totals, sha256: "0".repeat(64) })],
    ["a track", (totals: AmountTotals) => ({ ...totals, kind: "oppsCap" as const })],
  ])("notices amounts by locality that RVUs, GPCIs and factors do not give: %s", (_, change) => {
    const out = copyOfOut();
    forgeManifest(out, "2026A", (manifest) => ({ ...manifest, localityAmounts: manifest.localityAmounts.map(change) }));
    expect(codesOf(out, false)).toEqual([]);
    expect(codesOf(out)).toEqual(["document.shape 2026A/manifest.json"]);
  });

  it.each([
    ["a folder in a document's place", (path: string) => mkdirSync(path)],
    ["a pipe, which it does not wait for", (path: string) => void spawnSync("mkfifo", [path])],
    ["a link in a circle", (path: string) => symlinkSync(path, path)],
  ])("goes on past %s", (_, put) => {
    const out = copyOfOut();
    for (const name of ["2025A/opps.json", "2025A/attestation.intoto.json", "2026A/manifest.json"]) {
      rmSync(join(out, name));
      put(join(out, name));
    }
    const codes = codesOf(out);
    expect(codes).toContain("document.missing 2025A/attestation.intoto.json");
    expect(codes).toContain("document.missing 2026A/manifest.json");
  });

  it("notices when no release is there, or one that was requested is not", () => {
    const out = copyOfOut();
    rmSync(join(out, "2025A"), { recursive: true });
    rmSync(join(out, "2026A"), { recursive: true });
    writeFileSync(join(out, "index.json"), publishIndex([]).bytes);
    expect(codesOf(out)).toEqual(["document.index index.json"]);
    const wanted = verifyFolder(OUT, { shapes: false, wanted: ["2026A", "2024A"] });
    expect(wanted.findings.map(({ message }) => message)).toEqual(["it does not list 2024A, which was requested"]);
  });

  it("knows an index that is expected from any other", () => {
    const { indexSha256 } = verifyFolder(OUT, { shapes: false });
    expect(indexSha256).toBe(sha256(readFileSync(join(OUT, "index.json"))));
    expect(verifyFolder(OUT, { shapes: false, indexSha256 }).findings).toEqual([]);
    const [finding] = verifyFolder(OUT, { shapes: false, indexSha256: "0".repeat(64) }).findings;
    expect(finding?.message).toBe(`its sha256 is ${indexSha256}, expected ${"0".repeat(64)}`);
  });

  it("notices a document of another release or code under a name of this one", () => {
    const out = copyOfOut();
    forge(out, "2025A", "codes/22511.json", readFileSync(join(out, "2025A", "codes", "22510.json"), "utf8"));
    expect(verifyFolder(out, { shapes: true }).findings.map(({ message }) => message)).toEqual([
      "its code is 22510, expected 22511",
    ]);
    const other = copyOfOut();
    forge(other, "2025A", "opps.json", readFileSync(join(other, "2026A", "opps.json"), "utf8"));
    expect(verifyFolder(other, { shapes: true }).findings.map(({ message }) => message)).toEqual([
      "its release is 2026A, expected 2025A",
    ]);
  });

  it.each([
    ["a file outside the folder", { path: "../evil.json" }],
    ["a name that is an object's", { path: "constructor.json" }],
    ["a file twice", { path: "opps.json" }],
  ])("notices a manifest that lists %s", (_, more) => {
    const out = copyOfOut();
    const listed = { ...more, bytes: 2, sha256: "0".repeat(64) };
    forgeManifest(out, "2025A", (manifest) => ({ ...manifest, outputs: [...manifest.outputs, listed] }));
    expect(codesOf(out)).toEqual(["document.shape 2025A/manifest.json"]);
  });

  it("notices an attestation that says something else than the manifest, whatever the index says", () => {
    const out = copyOfOut();
    const path = join(out, "2025A", "attestation.intoto.json");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace('"origin": "edited"', '"origin": "cms"'));
    writeIndexAnew(out);
    expect(codesOf(out)).toEqual(["document.shape 2025A/attestation.intoto.json"]);
  });

  it("notices an index that says more than its releases, and one that is no index", () => {
    const out = copyOfOut();
    const index = join(out, "index.json");
    const text = readFileSync(index, "utf8");
    writeFileSync(index, text.replace('"January 2025"', '"January 2024"'));
    expect(codesOf(out)).toEqual(["document.index index.json"]);
    writeFileSync(index, "");
    expect(codesOf(out)).toEqual(["document.shape index.json"]);
    appendFileSync(index, "{}");
    expect(codesOf(out)).toEqual(["document.shape index.json"]);
  });
});
