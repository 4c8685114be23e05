import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import { OWNER, recover } from "../../scripts/out/leftovers.ts";
import { writeRelease } from "../../scripts/out/out-folder.ts";
import { prepareOut } from "../../scripts/out/out-guard.ts";
import { writeIndex } from "../../scripts/out/out-index.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

function manifest(release: string, change: object = {}): string {
  const window = { from: "2025-01-01", to: "2025-03-31" };
  const standing = { neverInForce: false, supersededBy: null };
  const head = { schema: "ratebook/manifest", schemaVersion: SCHEMA_VERSION, release, standing, coverage: "excerpt" };
  const outputs = ["a.json", "codes/b.json"].map((path) => ({ path }));
  const expiry = { expiresOn: window.to, next: { from: "2025-04-01", release: "2025B" } };
  return JSON.stringify({ ...head, title: "January 2025", window, ...expiry, outputs, ...change });
}

/** A release's files: one document, and the manifest that says whose they are. */
const files = (text: string) => [file("a.json", text), file("manifest.json", manifest("2025A"))];

function put(folder: string, name: string, text: string, path = "a.json"): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, path), text);
}

function read(folder: string, name: string): string | undefined {
  const path = join(folder, name, "a.json");
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Another process, as it marks what is its own. */
const OTHER = "0123456789abcdef";

describe(writeRelease, () => {
  it("replaces the whole release: files that are no longer made are gone", async () => {
    const out = temporaryFolder();
    await writeRelease(out, "2025A", [...files("old"), file("codes/b.json", "old")]);
    await writeRelease(out, "2025A", files("new"));
    expect(read(out, "2025A")).toBe("new");
    expect(readdirSync(join(out, "2025A"))).toEqual(["a.json", "manifest.json"]);
    expect(readdirSync(out)).toEqual(["2025A"]);
  });

  it("takes nothing away that ratebook did not write", async () => {
    const out = temporaryFolder();
    await writeRelease(out, "2025A", files("old"));
    put(out, "2025A", "mine", "notes.txt");
    await expect(writeRelease(out, "2025A", files("new"))).rejects.toThrow(
      /^--out: .*2025A.notes\.txt was not written by ratebook and would be lost; move it, or name another --out$/,
    );
    expect(() => prepareOut(out, ["2025A"], undefined)).toThrow(/notes\.txt was not written by ratebook/);
    expect([read(out, "2025A"), readFileSync(join(out, "2025A/notes.txt"), "utf8")]).toEqual(["old", "mine"]);
  });

  it("refuses every file of a release whose manifest does not say which are its own", () => {
    const out = temporaryFolder();
    put(out, "2025A", manifest("2025A", { outputs: "all" }), "manifest.json");
    put(out, "2025A", "old");
    expect(() => prepareOut(out, ["2025A"], undefined)).toThrow(/^--out: .*a\.json was not written by ratebook/);
  });

  it("leaves the release as it was, and nothing else, when making the files fails half-way", async () => {
    const out = temporaryFolder();
    await writeRelease(out, "2025A", files("old"));
    function* failing() {
      yield file("a.json", "new");
      throw new Error("made no further");
    }
    await expect(writeRelease(out, "2025A", failing())).rejects.toThrow("made no further");
    expect([read(out, "2025A"), readdirSync(out)]).toEqual(["old", ["2025A"]]);
  });

  it("keeps a signature with a release that is built again byte for byte, and with no other", async () => {
    const out = temporaryFolder();
    const attested = (text: string) => [...files("a"), file("attestation.intoto.json", text)];
    await writeRelease(out, "2025A", attested("one"));
    put(out, "2025A", "signed", "attestation.dsse.json");
    await writeRelease(out, "2025A", attested("one"));
    expect(existsSync(join(out, "2025A", "attestation.dsse.json"))).toBe(true);
    await writeRelease(out, "2025A", attested("two"));
    expect(existsSync(join(out, "2025A", "attestation.dsse.json"))).toBe(false);
  });

  it("begins no file after the one at which its parent died", async () => {
    const out = temporaryFolder();
    const begun: string[] = [];
    function* three() {
      for (const path of ["a.json", "b.json", "c.json"]) {
        begun.push(path);
        yield { path, bytes: Buffer.from("{}"), rows: null };
      }
    }
    await expect(writeRelease(out, "2025A", three(), () => begun.length < 2)).rejects.toThrow(
      /the build of 2025A was cancelled/,
    );
    expect(begun).toEqual(["a.json", "b.json"]);
    expect(readdirSync(out)).toEqual([]);
  });

  it("puts nothing into the folder when nobody waits for it any more", async () => {
    const out = temporaryFolder();
    await writeRelease(out, "2025A", files("old"));
    await expect(writeRelease(out, "2025A", files("new"), () => false)).rejects.toThrow(
      /the build of 2025A was cancelled/,
    );
    expect([read(out, "2025A"), readdirSync(out)]).toEqual(["old", ["2025A"]]);
  });

  it("replaces an empty folder, and a release of ours of another version", async () => {
    const out = temporaryFolder();
    mkdirSync(join(out, "2025A"));
    await writeRelease(out, "2025A", files("new"));
    put(out, "2025A", manifest("2025A", { schemaVersion: "1.0.0" }), "manifest.json");
    await writeRelease(out, "2025A", files("newer"));
    expect(read(out, "2025A")).toBe("newer");
  });

  it.each([
    ["no manifest", undefined],
    ["somebody else's manifest", '{"name": "my app"}'],
    ["a manifest that is no JSON", "manifest"],
  ])("never replaces a folder that is not ours: %s", async (_, text) => {
    const out = temporaryFolder();
    put(out, "2025A", "my downloads", "RVU25A.zip");
    if (text !== undefined) put(out, "2025A", text, "manifest.json");
    const before = readdirSync(join(out, "2025A"));
    await expect(writeRelease(out, "2025A", files("new"))).rejects.toThrow(/not a release that ratebook built/);
    expect([readdirSync(out), readdirSync(join(out, "2025A"))]).toEqual([["2025A"], before]);
  });
});

describe(prepareOut, () => {
  it("refuses before any work what would be lost", () => {
    const out = temporaryFolder();
    put(out, "2025A", "my downloads", "RVU25A.zip");
    expect(() => prepareOut(out, ["2026A", "2025A"], undefined)).toThrow(
      /2025A would be replaced, and is not a release that/,
    );
    writeFileSync(join(out, "index.json"), '{"pages": []}');
    expect(() => prepareOut(out, ["2026A"], undefined)).toThrow(/index\.json is not an index of ratebook's/);
  });

  it.each([
    ["is the folder of downloads", (root: string) => [root, join(root, "2025A")]],
    ["contains it", (root: string) => [root, join(root, "2025A/downloads")]],
    ["lies inside it", (root: string) => [join(root, "2025A"), join(root, "2025A")]],
    ["is it by way of a link", (root: string) => [join(root, "link"), join(root, "2025A")]],
  ])("refuses an output that %s", (_, foldersOf) => {
    const root = temporaryFolder();
    mkdirSync(join(root, "2025A/downloads"), { recursive: true });
    symlinkSync(root, join(root, "link"));
    const [out = "", from] = foldersOf(root);
    expect(() => prepareOut(out, ["2025A"], from)).toThrow(/--out: one of .* is inside the other/);
    expect(() => prepareOut(join(root, "out"), ["2025A"], join(root, "2025A"))).not.toThrow();
  });

  it("says that a folder cannot be written, and takes away what it made for nothing", () => {
    expect(() => prepareOut("/proc/nope", ["2025A"], undefined)).toThrow(/--out: cannot write to \/proc\/nope/);
    const root = temporaryFolder();
    prepareOut(join(root, "a/b"), ["2025A"], undefined).undo();
    expect(readdirSync(root)).toEqual([]);
    const used = prepareOut(join(root, "a/b"), ["2025A"], undefined);
    put(join(root, "a/b"), "2025A", "new");
    used.undo();
    expect(read(join(root, "a/b"), "2025A")).toBe("new");
  });
});

describe(recover, () => {
  it("throws away what a dead process left half-written", () => {
    const out = temporaryFolder();
    put(out, "2025A", "old");
    put(out, `.ratebook-2025A.${OTHER}.part`, "half");
    writeFileSync(join(out, `.ratebook-index.json.${OTHER}.part`), "half");
    recover(out, "everybody");
    expect([read(out, "2025A"), readdirSync(out)]).toEqual(["old", ["2025A"]]);
  });

  it("brings a release back that was cut off between its two renames", () => {
    const out = temporaryFolder();
    put(out, `.ratebook-2025A.${OTHER}.old`, "old");
    put(out, `.ratebook-2025A.${OTHER}.part`, "new");
    recover(out, "everybody");
    expect([read(out, "2025A"), readdirSync(out)]).toEqual(["old", ["2025A"]]);
  });

  it("drops the replaced release when the new one is in place", () => {
    const out = temporaryFolder();
    put(out, `.ratebook-2025A.${OTHER}.old`, "old");
    put(out, "2025A", "new");
    recover(out, "everybody");
    expect([read(out, "2025A"), readdirSync(out)]).toEqual(["new", ["2025A"]]);
  });

  it("leaves everything that is not ours, and needs no folder", () => {
    const out = temporaryFolder();
    const names = [".git", ".notes.old", ".2025A.part", "notes.part", ".ratebook-mine"].sort();
    for (const name of names) put(out, name, "x");
    recover(out, "everybody");
    expect(readdirSync(out).sort()).toEqual(names);
    expect(() => recover(join(out, "nowhere"), "everybody")).not.toThrow();
  });

  it("touches its own alone without the folder's lock", () => {
    const out = temporaryFolder();
    put(out, `.ratebook-2025A.${OTHER}.part`, "another's");
    put(out, `.ratebook-2026A.${OWNER}.part`, "ours");
    recover(out, "own");
    expect(readdirSync(out)).toEqual([`.ratebook-2025A.${OTHER}.part`]);
  });
});

describe(writeIndex, () => {
  function indexed(out: string): string[] {
    const index = JSON.parse(readFileSync(join(out, "index.json"), "utf8")) as { releases: { release: string }[] };
    return index.releases.map((each) => each.release);
  }

  it("lists our releases, passes over what is not ours, and tells of what it leaves out", () => {
    const out = temporaryFolder();
    const manifests = {
      "2026A": manifest("2026A"),
      "2025A": manifest("2025A", { addedByALaterMinorVersion: true }),
      "2025A-copy": manifest("2025A"),
      "2024A": manifest("2024A", { schemaVersion: "1.0.0", shapedOtherwise: true }),
      "2023A": manifest("2023A", { window: "lost" }),
      app: '{"name": "my app"}',
      broken: "{",
    };
    for (const [folder, text] of Object.entries(manifests)) {
      put(out, folder, text, "manifest.json");
      put(out, folder, "{}", "attestation.intoto.json");
    }
    put(out, "2022A", manifest("2022A"), "manifest.json");
    writeFileSync(join(out, "notes.txt"), "mine");
    const leftOut = writeIndex(out);
    expect(indexed(out)).toEqual(["2025A", "2026A"]);
    expect(leftOut.map(({ folder, reason }) => `${folder}: ${reason}`)).toEqual([
      "2022A: it has no attestation; build it again",
      "2023A: its manifest is damaged; build it again",
      `2024A: it has schema version 1.0.0, and the index has ${SCHEMA_VERSION}; build it again`,
      "2025A-copy: it contains release 2025A under another name",
    ]);
    expect(readdirSync(out).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
