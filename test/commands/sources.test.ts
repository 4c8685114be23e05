import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SourcesFinding } from "../../pipelines/inputs/sources-findings.ts";
import { recordFile, storedFile } from "../../pipelines/inputs/store.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { doctor, type SourcesArguments, sources } from "../../scripts/commands/sources.ts";
import type { SourcesList } from "../../scripts/print/sources-lines.ts";
import { Store } from "../../scripts/store/store.ts";
import { bytesOf, seenAs } from "../store/occasion.ts";
import { CORRECTED, POSTED, useOwnRegistry } from "../store/own-registry.ts";
import { BuiltCopy } from "../support/built-copy.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { ratebookHere } from "../support/in-process.ts";
import { zipOf } from "../support/zips.ts";

const WINDOW = { from: "2039-10-01", to: "2039-12-31" };
const IN_2039 = [
  { release: "2039C", label: "RVU39C", window: { from: "2039-07-01", to: "2039-09-30" }, url: null },
  { release: "2039D", label: "RVU39D", window: WINDOW, url: null },
  { release: "2039DR", label: "RVU39DR", window: WINDOW, url: null, supersedes: "2039D" },
];

beforeEach(() => {
  vi.stubEnv("RATEBOOK_STORE", join(temporaryFolder(), "no store"));
  useOwnRegistry({ "calendar.json": { releases: IN_2039 } });
});
afterEach(() => {
  useRegistry(undefined);
  vi.unstubAllEnvs();
});

type File = readonly [name: string, content: string | Uint8Array];
const bytes = (content: string | Uint8Array) => (typeof content === "string" ? bytesOf(content) : content);

function folderWith(...files: readonly File[]): string {
  const folder = temporaryFolder();
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

function storeWith(...files: readonly File[]): Store {
  const store = Store.open(join(temporaryFolder(), "store"), { create: true });
  for (const [name, content] of files) store.keep(bytes(content), seenAs(name));
  return store;
}

function said(options: SourcesArguments): string {
  const terminal = fakeTerminal();
  sources(options, terminal);
  return terminal.results.join("\n");
}

function releaseIn(id: string, options: SourcesArguments) {
  const list = JSON.parse(said({ ...options, json: true })) as SourcesList;
  return list.releases.find(({ release }) => release === id);
}

describe(sources, () => {
  it("says of each release how many tables are there, in the folder or in the store", () => {
    const [from, store] = [folderWith(["any name.csv", POSTED[1]]), storeWith(CORRECTED).folder];
    expect(releaseIn("2039D", { from })).toMatchObject({ registered: true, tables: 1, held: 0 });
    expect(releaseIn("2039D", { from, store })).toMatchObject({ tables: 1, held: 1, lacks: [] });
    expect(releaseIn("2039D-opps1", { from, store })).toBeUndefined();
    expect(said({ from, store })).toMatch(/^2039D +2039-10-01 to 2039-12-31 +yes +1 of 1 +no +2039DR$/m);
    expect(releaseIn("2039D", { from: store })).toMatchObject({ held: 1 });
  });

  it("finds the usual store by itself", () => {
    vi.stubEnv("RATEBOOK_STORE", storeWith(CORRECTED).folder);
    expect(releaseIn("2039D", {})).toMatchObject({ held: 1 });
  });

  it("names what is missing, apart from what is known by its hash alone", () => {
    const [, missing = "", hashOnly = ""] = said({ from: temporaryFolder() }).split(/\n\n(?=Missing|Known)/);
    expect(missing).toContain(`\n  Addendum B 2039Q4: addendum-b (${CORRECTED[0]})`);
    expect(missing).toMatch(/ {2}RVU25A: rvu, gpci, .* \(RVU25A\.zip\)/);
    expect(missing).not.toContain("RECONSTRUCTED");
    expect(hashOnly).toMatch(/ {2}Addendum B 2026Q2: addendum-b \(\S*RECONSTRUCTED\.csv\)/);
    expect(hashOnly).toMatch(/ {2}RVU26A: rvu, rvu-qpp, /);
    expect(hashOnly).not.toContain("RVU25A");
  });

  it("lists nothing as missing where nobody said where to look", () => {
    const text = said({});
    expect(text).toMatch(/There is no store, and --from names no folder, so no table was looked for/);
    expect(text).not.toMatch(/Missing|Known/);
  });

  it("marks the release that is in force on a day, also one that is not registered", () => {
    expect(said({ on: "2039-08-01" })).toMatch(/^2039C \* +2039-07-01 to 2039-09-30 +no +- /m);
    expect(releaseIn("2039DR", { on: "2039-11-29" })).toMatchObject({ registered: false, inForce: true });
    expect(releaseIn("2039DR", { on: "2039-08-01" })).toBeUndefined();
    expect(() => said({ on: "2039-02-30" })).toThrow(/--on: "2039-02-30" is not a day/);
    expect(() => said({ on: "2008-01-01" })).toThrow(/day\.outside-calendar/);
  });

  it("lists a release that files are named for and nobody registered", () => {
    const from = folderWith(["rvu39b-updated-02-26-2039.zip", "x"]);
    expect(said({ from })).toMatch(/^2039B +2039-04-01 to 2039-06-30 +no +- +no +-$/m);
  });

  it("says what is built, and whether from the files that are registered now", () => {
    const [out, folder] = [new BuiltCopy().out, useOwnRegistry()];
    const excerpt = { coverage: "excerpt", asRegistered: true };
    expect(releaseIn("2025A", { out })?.built).toMatchObject(excerpt);
    expect(said({ out })).toMatch(/^2025A .* excerpt +-$/m);
    const shipped = new URL("../../sources/publications/opps/2025Q1.json", import.meta.url);
    const entry = readFileSync(shipped, "utf8").replace(
      /"sha256": "[0-9a-f]{64}"/,
      `"sha256": "${sha256(bytesOf(""))}"`,
    );
    writeFileSync(join(folder, "publications/opps/2025Q1.json"), entry);
    useRegistry(folder);
    expect(releaseIn("2025A", { out })?.built).toMatchObject({ ...excerpt, asRegistered: false });
    expect(said({ out })).toMatch(/^2025A .* excerpt, other files +-$/m);
    expect(() => said({ out: temporaryFolder() })).toThrow(/out\.not-built/);
  });

  it("refuses a store that is not there", async () => {
    const { status, stderr } = await ratebookHere("sources", "--store", join(temporaryFolder(), "nowhere"));
    expect([status, stderr]).toEqual([3, expect.stringMatching(/store\.not-found[\s\S]*what to do: Correct --store/)]);
  });
});

interface Examined {
  readonly code: number;
  readonly text: string;
  readonly findings: readonly SourcesFinding[];
}

function examined(options: SourcesArguments): Examined {
  const terminal = fakeTerminal();
  const code = doctor(options, terminal);
  doctor({ ...options, json: true }, terminal);
  const [text = "", json = ""] = terminal.results;
  return { code, text, findings: (JSON.parse(json) as { findings: SourcesFinding[] }).findings };
}

/** Findings but for what the temporary folders lack of the releases that are registered. */
function found(options: SourcesArguments): string[] {
  const { findings } = examined(options);
  return findings
    .filter(({ kind }) => !["missing", "hash-only"].includes(kind))
    .map(({ kind, what }) => `${kind} ${what}`);
}

describe(doctor, () => {
  it("is content with the registry alone", () => {
    expect(examined({})).toMatchObject({ code: 0, findings: [] });
    expect(examined({}).text).toBe("Sound. Looked at the registry alone: no folder was named, and there is no store");
  });

  it("finds what is registered and not there, each posting, and says where CMS has it", () => {
    const { code, text, findings } = examined({ from: folderWith(POSTED) });
    const about = findings.filter(({ what }) => what.startsWith("Addendum B 2039Q4"));
    expect([code, about]).toEqual([
      1,
      [expect.objectContaining({ kind: "missing", what: "Addendum B 2039Q4, revision 2" })],
    ]);
    expect(about[0]?.cure).toMatch(/^Download it from https:\/\/www\.cms\.gov\//);
    expect(text).toMatch(/Missing: registered, and not there \(\d+\)\n[\s\S]*Known by hash only: [^\n]+ \(\d+\)\n/);
    const madeUp = findings.find(({ what }) => what === "Addendum B 2026Q2");
    expect(madeUp).toMatchObject({ kind: "hash-only", cure: expect.stringMatching(/somebody edited or made it/) });
    const neverSeen = findings.find(({ what }) => what === "RVU26D");
    expect(neverSeen?.kind).toBe("missing");
  });

  it("finds files with a registered name and other bytes", () => {
    const from = folderWith([POSTED[0], "other bytes"], [`copy/${CORRECTED[0]}`, CORRECTED[1]]);
    expect(found({ from })).toEqual([`changed ${POSTED[0]}`]);
    expect(examined({ from }).text).toMatch(/the name of a file of Addendum B 2039Q4, and\s+other bytes/);
  });

  it("finds files that are named for a publication and not registered, but no letters, and no archives around archives", async () => {
    const wrapped = await zipOf({ "RVU39D.zip": "x" });
    const from = folderWith(
      ["rvu39b-updated-02-26-2039.zip", "x"],
      ["RVU39C/letter.pdf", "x"],
      ["RVU39C/readme.txt", "x"],
      ["letter.zip", "x"],
      ["2039Q4/AA.csv", "x"],
      ["2039Q4/another Addendum B.csv", "x"],
      ["asc addenda 2039Q4.xlsx", "x"],
      ["RVU39C.zip", wrapped],
    );
    expect(found({ from })).toEqual([
      "unpinned 2039Q4/AA.csv",
      "unpinned 2039Q4/another Addendum B.csv",
      "unpinned RVU39C.zip/RVU39D.zip",
      "unpinned asc addenda 2039Q4.xlsx",
      "unpinned rvu39b-updated-02-26-2039.zip",
    ]);
    const { text } = examined({ from });
    expect(text).toMatch(/AA\.csv: it is named for 2039Q4, which is not registered/);
    expect(text).toMatch(/another Addendum B\.csv: it is named for 2039Q4, which is registered without it/);
    expect(text).toMatch(/ratebook register --release 2039D --family asc/);
  });

  it("counts the same file in the folder and in the store once", () => {
    const file = ["rvu39b-updated-02-26-2039.zip", "x"] as const;
    expect(found({ from: folderWith(file), store: storeWith(file).folder })).toEqual([`unpinned ${file[0]}`]);
  });

  it("finds damaged bytes, records without bytes and bytes without a record, and what interrupted runs left", () => {
    const store = storeWith(POSTED, CORRECTED, ["rest.txt", "rest"]);
    const [posted, corrected, rest] = [POSTED[1], CORRECTED[1], "rest"].map((text) => sha256(bytesOf(text))) as [
      string,
      string,
      string,
    ];
    expect(found({ store: store.folder })).toEqual([]);
    writeFileSync(storedFile(store.folder, posted), "damaged");
    rmSync(storedFile(store.folder, corrected));
    rmSync(recordFile(store.folder, rest));
    writeFileSync(join(store.folder, "records/.ratebook-x.json.0a.part"), "{");
    writeFileSync(join(store.folder, "sha256", rest), "in the wrong place");
    mkdirSync(join(store.folder, "arriving/run-1"), { recursive: true });
    expect(found({ store: store.folder }).sort()).toEqual(
      [
        `changed ${storedFile("", posted)}`,
        `orphaned records/${corrected}.json`,
        `orphaned ${storedFile("", rest)}`,
        "orphaned records/.ratebook-x.json.0a.part",
        `orphaned sha256/${rest}`,
        "orphaned arriving/run-1",
      ].sort(),
    );
    const { code, text } = examined({ store: store.folder });
    expect([code, text]).toEqual([
      1,
      expect.stringMatching(/a record without bytes: those\s+of October_2039\S+ are not/),
    ]);
    expect(text).toMatch(/Get the file again from https:\/\/www\.cms\.gov/);
  });

  it("says that a record is damaged, and looks at the rest", () => {
    const store = storeWith(POSTED);
    const hash = sha256(bytesOf(POSTED[1]));
    writeFileSync(recordFile(store.folder, hash), "{");
    const from = folderWith(["rvu39b.zip", "x"]);
    expect(found({ from, store: store.folder })).toEqual(["unpinned rvu39b.zip", `orphaned records/${hash}.json`]);
    expect(examined({ store: store.folder }).findings.map(({ kind }) => kind)).toEqual(["orphaned"]);
  });

  it("finds profiles without a publication, and a release that supersedes none", () => {
    const loose = { ...IN_2039[2], release: "2039CR", supersedes: "2039B" };
    useOwnRegistry({ "profiles/asc/2039Q1.json": {}, "calendar.json": { releases: [...IN_2039, loose] } });
    const { code, text, findings } = examined({});
    expect([code, findings.map(({ what }) => what)]).toEqual([
      1,
      ["profiles/asc/2039Q1.json", "calendar.json, 2039CR"],
    ]);
    expect(text).toMatch(/publications\/asc\/2039Q1\.json is not there[\s\S]*it supersedes 2039B, which/);
    expect(text).toMatch(/^2 to put right\. Looked at the registry alone/m);
  });

  it("takes its options on either side of its name", async () => {
    const from = folderWith(["rvu39b.zip", "x"]);
    for (const args of [
      ["sources", "doctor", "--from", from],
      ["sources", "--from", from, "doctor"],
    ]) {
      const { status, stdout } = await ratebookHere(...args);
      expect([status, stdout]).toEqual([1, expect.stringContaining("rvu39b.zip: it is named for RVU39B")]);
    }
  });
});
