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
import { publishIndex } from "../../pipelines/publish/manifest.ts";
import { sha256 } from "../../pipelines/shared/sha256.ts";
import { verifyFolder } from "../../pipelines/verify/verify-folder.ts";
import type { Attestation } from "../../schemas/out/attestation.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { flipBytes } from "../../scripts/proof/flips.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

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

/** Writes a file of 2025A anew, and every hash above it, as somebody would who knows how the chain is made. */
function forge(out: string, path: string, bytes: string): void {
  const read = <Document>(name: string) => JSON.parse(readFileSync(join(out, "2025A", name), "utf8")) as Document;
  const manifest = read<Manifest>("manifest.json");
  const statement = read<Attestation>("attestation.intoto.json");
  writeFileSync(join(out, "2025A", path), bytes);
  const hash = sha256(Buffer.from(bytes));
  const outputs = manifest.outputs.map((each) =>
    each.path === path ? { path, bytes: Buffer.byteLength(bytes), sha256: hash } : each,
  );
  const manifestText = JSON.stringify({ ...manifest, outputs });
  const hashes = new Map([
    [path, hash],
    ["manifest.json", sha256(Buffer.from(manifestText))],
  ]);
  const subject = statement.subject.map(({ name, digest }) => ({
    name,
    digest: { sha256: hashes.get(name) ?? digest.sha256 },
  }));
  const statementText = JSON.stringify({ ...statement, subject });
  writeFileSync(join(out, "2025A", "manifest.json"), manifestText);
  writeFileSync(join(out, "2025A", "attestation.intoto.json"), statementText);
  const built = ["2025A", "2026A"].map((id) => {
    const [manifestBytes, attestation] = ["manifest.json", "attestation.intoto.json"].map((name) =>
      readFileSync(join(out, id, name)),
    ) as [Buffer, Buffer];
    const manifestSha256 = sha256(manifestBytes);
    return {
      manifest: JSON.parse(String(manifestBytes)) as Manifest,
      manifestSha256,
      attestationSha256: sha256(attestation),
    };
  });
  writeFileSync(join(out, "index.json"), publishIndex(built).bytes);
}

describe("verify", () => {
  it("finds nothing in the committed output, and counts every file", () => {
    const { releases, findings } = verifyFolder(OUT, { shapes: true });
    expect(findings).toEqual([]);
    expect(releases.reduce((sum, { files }) => sum + files, 1)).toBe(filesIn(OUT).length);
  });

  it("notices each of a thousand changed bytes, in whichever file", () => {
    const { tried, caught, files } = flipBytes(OUT, 1000, 22511);
    process.stderr.write(`verify: ${caught} of ${tried} changed bytes noticed, in ${files} files\n`);
    expect([tried, caught, files]).toEqual([1000, 1000, filesIn(OUT).length]);
  });

  it("notices any file that is taken away", () => {
    const out = copyOfOut();
    const [index, ...others] = filesIn(out).sort((left, right) => left.length - right.length);
    expect(others.length).toBeGreaterThan(30);
    for (const path of others) {
      const whole = readFileSync(path);
      rmSync(path);
      expect(codesOf(out, false)).toContain(`verify.missing ${path.slice(out.length + 1)}`);
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
    expect(codesOf(out)).toEqual([`verify.added ${seen}`]);
  });

  it("notices links and empty folders, and tells what a cut-off build left from what a stranger put there", () => {
    const out = copyOfOut();
    mkdirSync(join(out, "2026A", "empty"));
    rmSync(join(out, "2025A", "opps.json"));
    symlinkSync(join(OUT, "2025A", "opps.json"), join(out, "2025A", "opps.json"));
    mkdirSync(join(out, ".ratebook-2025A.1.part"));
    expect(codesOf(out)).toEqual([
      "verify.unfinished .ratebook-2025A.1.part/",
      "verify.added 2025A/opps.json",
      "verify.added 2026A/empty/",
    ]);
  });

  it("notices a document that is pinned and is not what its name says", () => {
    const out = copyOfOut();
    const path = join("2025A", "asc.json");
    const asc = JSON.parse(readFileSync(join(out, path), "utf8")) as { rows: { rate?: string }[] };
    forge(out, "asc.json", JSON.stringify({ ...asc, rows: asc.rows.map((row) => ({ ...row, hcpcs: 22511 })) }));
    expect(codesOf(out, false)).toEqual([]);
    const [finding] = verifyFolder(out, { shapes: true }).findings;
    expect(finding).toMatchObject({ code: "verify.shape", place: { file: "2025A/asc.json" } });
    expect(finding?.message).toMatch(/^at \/rows\/0\/hcpcs: /);
  });

  it("notices a bulk file whose lines no longer stand where its index says", () => {
    const out = copyOfOut();
    const [first = "", second = "", ...rest] = readFileSync(
      join(out, "2025A", "locality-amounts.ndjson"),
      "utf8",
    ).split("\n");
    forge(out, "locality-amounts.ndjson", [second, first, ...rest].join("\n"));
    expect(codesOf(out)).toEqual(["verify.shape 2025A/locality-amounts.index.json"]);
  });

  it("notices an index that says more than its releases, and one that is no index", () => {
    const out = copyOfOut();
    const index = join(out, "index.json");
    const text = readFileSync(index, "utf8");
    writeFileSync(index, text.replace('"January 2025"', '"January 2024"'));
    expect(codesOf(out)).toEqual(["verify.index index.json"]);
    writeFileSync(index, "");
    expect(codesOf(out)).toEqual(["verify.shape index.json"]);
    appendFileSync(index, "{}");
    expect(codesOf(out)).toEqual(["verify.shape index.json"]);
  });
});
