import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { InputFault } from "../../pipelines/shared/problems.ts";
import { verifyFolder } from "../../pipelines/verify/verify-folder.ts";
import type { Problem } from "../../schemas/place.ts";
import { diff } from "../../scripts/commands/diff.ts";
import { explain } from "../../scripts/commands/explain.ts";
import { page } from "../../scripts/commands/page.ts";
import { rate } from "../../scripts/commands/rate.ts";
import { review } from "../../scripts/commands/review.ts";
import { timeline } from "../../scripts/commands/timeline.ts";
import type { Terminal } from "../../scripts/print/terminal.ts";
import { ratebook } from "../support/command.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { forge, forgeManifest } from "../support/forged.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "ratebook-not-as-built-"));
const BUILT = fileURLToPath(new URL("../../out", import.meta.url));
const OUT = join(FOLDER, "out");
const WRITTEN = join(FOLDER, "written");
const VOLUMES = join(FOLDER, "volumes.csv");
cpSync(BUILT, OUT, { recursive: true });
mkdirSync(WRITTEN);
writeFileSync(VOLUMES, "code,modifier,setting,locality,count\n22511,,office,0111205,10\n");
afterAll(() => rmSync(FOLDER, { recursive: true }));

const original = (path: string): Buffer => readFileSync(join(BUILT, "2025A", path));
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Every command that reads built documents, and those of 2025A that it reads besides the manifest. */
const COMMANDS: Readonly<Record<string, readonly [(terminal: Terminal) => unknown, readonly string[]]>> = {
  rate: [
    (terminal) => rate("22511", { out: OUT, release: "2025A" }, terminal),
    ["national.json", "site-of-service.json", "opps.json", "asc.json"],
  ],
  "rate at a place": [
    (terminal) => rate("22511", { out: OUT, release: "2025A", locality: "0111205", cbsa: "41884" }, terminal),
    ["national.json", "localities.json", "wage-index.json", "locality-amounts.index.json"],
  ],
  "rate in a county": [
    (terminal) => rate("22511", { out: OUT, release: "2025A", county: "Marin, CA" }, terminal),
    ["counties.json", "localities.json"],
  ],
  timeline: [
    (terminal) => timeline("22511", { out: OUT }, terminal),
    ["national.json", "site-of-service.json", "opps.json", "asc.json"],
  ],
  "timeline at a place": [
    (terminal) => timeline("22511", { out: OUT, locality: "0111205" }, terminal),
    ["localities.json", "locality-amounts.index.json"],
  ],
  explain: [
    (terminal) => explain("22511", "office", { out: OUT, release: "2025A", modifier: "" }, terminal),
    ["codes/22511.json"],
  ],
  page: [
    (terminal) => page(["22511"], { out: OUT, release: "2025A", pages: WRITTEN }, terminal),
    ["codes/22511.json", "national.json", "opps.json", "asc.json"],
  ],
  diff: [
    (terminal) => diff("2025A", "2026A", { out: OUT, most: "20" }, terminal),
    ["national.json", "localities.json", "counties.json", "opps.json", "asc.json"],
  ],
  "diff of two folders": [
    (terminal) => diff(join(OUT, "2025A"), join(OUT, "2026A"), { out: "nowhere", most: "20" }, terminal),
    ["national.json", "localities.json", "counties.json", "opps.json", "asc.json"],
  ],
  "diff of volumes": [
    (terminal) => diff("2025A", "2026A", { out: OUT, most: "20", volumes: VOLUMES }, terminal),
    ["national.json", "localities.json", "opps.json", "asc.json"],
  ],
  review: [
    (terminal) => review("2025A", "2026A", { out: OUT, most: "20", file: join(WRITTEN, "review.html") }, terminal),
    ["national.json", "localities.json", "counties.json", "opps.json", "asc.json"],
  ],
};

/** What a command says of a folder that is not as built; undefined when it answers. */
async function refusal(command: string): Promise<Problem | undefined> {
  const terminal = fakeTerminal();
  try {
    await COMMANDS[command]?.[0](terminal);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    expect([terminal.results, readdirSync(WRITTEN)]).toEqual([[], []]);
    return error.problem;
  } finally {
    rmSync(WRITTEN, { recursive: true });
    mkdirSync(WRITTEN);
  }
}

/** What `verify` says, the name of the file as it is in the other commands. */
function verified(): Problem[] {
  const { findings } = verifyFolder(OUT, { shapes: true });
  return findings.map((each) => ({ ...each, place: { file: join(OUT, each.place.file) } }));
}

/** One way in which a document is not the one that was built: what is done to it, and what is said of it. */
type Kind = (path: string) => Pick<Problem, "code" | "message">;

function write(path: string, bytes: Buffer): void {
  writeFileSync(join(OUT, "2025A", path), bytes);
}

/** The document with its last digit changed, in as many bytes. */
function changedBytes(path: string): Buffer {
  const text = original(path).toString("latin1");
  const changed = text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return Buffer.from(changed, "latin1");
}

function edited(path: string, change: (document: object) => object): Buffer {
  // One row a line, as it is published
  const text = original(path).toString("utf8");
  const end = text.search(/,\n {2}"(rows|lines)": \[/);
  if (end < 0) return Buffer.from(JSON.stringify(change(JSON.parse(text) as object)));
  const head = JSON.stringify(change(JSON.parse(`${text.slice(0, end)}}`) as object));
  return Buffer.from(head.slice(0, -1) + text.slice(end));
}

const KINDS: Readonly<Record<string, Kind>> = {
  tampered: (path) => {
    write(path, changedBytes(path));
    const seen = sha256(changedBytes(path));
    return { code: "document.changed", message: `sha256 ${seen}, the manifest pins ${sha256(original(path))}` };
  },
  cut: (path) => {
    const { length } = original(path);
    write(path, original(path).subarray(0, length - 1));
    return { code: "document.changed", message: `${length - 1} bytes, the manifest pins ${length}` };
  },
  missing: (path) => {
    rmSync(join(OUT, "2025A", path));
    return { code: "document.missing", message: "the manifest lists it, and no file is there" };
  },
  "a link": (path) => {
    rmSync(join(OUT, "2025A", path));
    symlinkSync(join(BUILT, "2025A", path), join(OUT, "2025A", path));
    return { code: "document.missing", message: "the manifest lists it, and no file is there" };
  },
  unlisted: (path) => {
    forgeManifest(OUT, "2025A", (manifest) => {
      const outputs = manifest.outputs.filter((each) => each.path !== path);
      return { ...manifest, outputs };
    });
    return { code: "document.unlisted", message: "neither the index nor a manifest lists it" };
  },
  "another release's": (path) => {
    forge(
      OUT,
      "2025A",
      path,
      edited(path, (document) => ({ ...document, release: "2026A" })),
    );
    return { code: "document.shape", message: "it is of release 2026A, expected 2025A" };
  },
  "of shapes to come": (path) => {
    forge(
      OUT,
      "2025A",
      path,
      edited(path, (document) => ({ ...document, schemaVersion: "2.99.0" })),
    );
    return { code: "document.shape", message: "its shape is of version 2.99.0, expected 2.2.0 to 2.3.0" };
  },
  "of shapes of before": (path) => {
    forge(
      OUT,
      "2025A",
      path,
      edited(path, (document) => ({ ...document, schemaVersion: "2.1.0" })),
    );
    return { code: "document.shape", message: "its shape is of version 2.1.0, expected 2.2.0 to 2.3.0" };
  },
  "another document": (path) => {
    forge(
      OUT,
      "2025A",
      path,
      edited(path, (document) => ({ ...document, schema: "ratebook/zips" })),
    );
    const { schema } = JSON.parse(original(path).toString("utf8")) as { schema: string };
    return { code: "document.shape", message: `it is ratebook/zips, expected ${schema}` };
  },
};

/** Puts back what a test may have changed. */
function restore(path: string): void {
  for (const name of [path, "manifest.json", "attestation.intoto.json", "../index.json"]) {
    rmSync(join(OUT, "2025A", name), { force: true });
    cpSync(join(BUILT, "2025A", name), join(OUT, "2025A", name));
  }
}

const CURES: Readonly<Record<string, string>> = {
  "document.unlisted": "Take it away: an output folder holds what was built, nothing besides",
};
const BUILD_AGAIN = "Build the release again, or fetch the folder again from whoever built it";

const cases = Object.entries(COMMANDS).flatMap(([command, [, paths]]) => paths.map((path) => [command, path] as const));

describe("a folder as it was built", () => {
  it.each(Object.keys(COMMANDS))("is answered from by %s", async (command) => {
    expect(await refusal(command)).toBeUndefined();
  });
});

describe.each(Object.entries(KINDS))("a document that is %s", (_, kind) => {
  it.each(cases)("is refused by %s: %s", async (command, path) => {
    const { code, message } = kind(path);
    const file = join(OUT, "2025A", path);
    const problem = { code, place: { file }, message, cure: CURES[code] ?? BUILD_AGAIN };
    try {
      expect(await refusal(command)).toEqual(problem);
    } finally {
      restore(path);
    }
  });

  it.each([...new Set(cases.map(([, path]) => path))])("is found by verify, which says the same: %s", (path) => {
    const { code, message } = kind(path);
    try {
      const problem = { code, place: { file: join(OUT, "2025A", path) }, message, cure: CURES[code] ?? BUILD_AGAIN };
      expect(verified()).toContainEqual(problem);
    } finally {
      restore(path);
    }
  });
});

/** Of a manifest the index knows the hash. */
const OF_THE_MANIFEST: Readonly<Record<string, () => Pick<Problem, "code" | "message">>> = {
  tampered: () => {
    const { message, ...rest } = (KINDS["tampered"] as Kind)("manifest.json");
    return { ...rest, message: message.replace("the manifest", "the index") };
  },
  missing: () => {
    rmSync(join(OUT, "2025A", "manifest.json"));
    return { code: "document.missing", message: "the index lists it, and no file is there" };
  },
};

describe.each(Object.entries(OF_THE_MANIFEST))("a manifest that is %s", (_, kind) => {
  it.each(Object.keys(COMMANDS))("is refused by %s", async (command) => {
    const file = join(OUT, "2025A", "manifest.json");
    const problem = { ...kind(), place: { file }, cure: BUILD_AGAIN };
    try {
      expect(await refusal(command)).toEqual(problem);
      expect(verified()).toContainEqual(problem);
    } finally {
      restore("manifest.json");
    }
  });
});

const INDEX = join(OUT, "index.json");
const index = readFileSync(join(BUILT, "index.json"), "utf8");
const WRITE_ANEW = "Run any build into this folder: it writes the index anew";

/** Of the index nobody knows the hash: it is refused where it is none, and where it contradicts what it pins. */
const OF_THE_INDEX: readonly (readonly [
  what: string,
  text: string,
  Pick<Problem, "code" | "cure">,
  message: RegExp,
])[] = [
  ["is cut", index.slice(0, 300), { code: "document.shape", cure: BUILD_AGAIN }, /^no JSON: /],
  [
    "is of shapes to come",
    index.replace(/"schemaVersion": "[^"]+"/, '"schemaVersion": "3.0.0"'),
    { code: "document.shape", cure: BUILD_AGAIN },
    /^its shape is of version 3\.0\.0, expected 2\.2\.0 to 2\.3\.0$/,
  ],
  [
    "has another title",
    index.replace("January 2025", "January 2024"),
    { code: "document.index", cure: WRITE_ANEW },
    /^it says something else of 2025A than the release's manifest$/,
  ],
  [
    "has other days",
    index.replace("2025-01-01", "2025-02-01"),
    { code: "document.index", cure: WRITE_ANEW },
    /^it says something else of 2025A than the release's manifest$/,
  ],
];

describe.each(OF_THE_INDEX)("an index that %s", (_, text, { code, cure }, message) => {
  it.each(Object.keys(COMMANDS))("is refused by %s", async (command) => {
    expect(text).not.toBe(index);
    writeFileSync(INDEX, text);
    try {
      const problem = await refusal(command);
      expect(problem).toEqual({ code, cure, place: { file: INDEX }, message: expect.stringMatching(message) });
      expect(verified().map((each) => each.code)).toContain(code);
    } finally {
      writeFileSync(INDEX, index);
    }
  });
});

describe("an index that pins another manifest", () => {
  it.each(Object.keys(COMMANDS))("is refused by %s, with the manifest", async (command) => {
    const pinned = sha256(original("manifest.json"));
    writeFileSync(INDEX, index.replace(pinned, "0".repeat(64)));
    try {
      const message = `sha256 ${pinned}, the index pins ${"0".repeat(64)}`;
      expect(await refusal(command)).toMatchObject({ code: "document.changed", message });
    } finally {
      writeFileSync(INDEX, index);
    }
  });
});

describe("a folder without an index", () => {
  const alone = (text: string | undefined) => async (command: string) => {
    if (text === undefined) rmSync(INDEX);
    else writeFileSync(INDEX, text);
    try {
      return await refusal(command);
    } finally {
      writeFileSync(INDEX, index);
    }
  };

  it.each(Object.keys(COMMANDS).filter((command) => !/^diff|review/.test(command)))(
    "is refused by %s",
    async (command) => {
      const problem = { code: "out.not-built", message: "no release has been built there", place: { file: INDEX } };
      expect(await alone(undefined)(command)).toMatchObject(problem);
    },
  );

  it.each(Object.keys(COMMANDS).filter((command) => /^diff|review/.test(command)))(
    "is enough for %s, also beside an index.json of another program",
    async (command) => {
      expect(await alone(undefined)(command)).toBeUndefined();
      expect(await alone('{"name":"web"}')(command)).toBeUndefined();
      // Then nothing vouches for the manifest, and its shape is looked at
      const manifest = original("manifest.json").toString("utf8");
      writeFileSync(join(OUT, "2025A", "manifest.json"), manifest.replace('"title": "', '"titles": "'));
      try {
        expect(await alone(undefined)(command)).toMatchObject({ code: "document.shape", message: /title/ });
      } finally {
        restore("manifest.json");
      }
    },
  );
});

describe("what a person sees", () => {
  const lookUp = ["--release", "2025A", "--out", OUT];

  it.each([
    [["diff", "2025A", "2026A", "--out", OUT], "national.json"],
    [["review", "2025A", "2026A", "--out", OUT, "--file", join(WRITTEN, "review.html")], "national.json"],
    [["rate", "22511", ...lookUp], "national.json"],
    [["timeline", "22511", "--out", OUT], "national.json"],
    [["explain", "22511", ...lookUp], "codes/22511.json"],
    [["page", "22511", ...lookUp, "--pages", WRITTEN], "codes/22511.json"],
  ])("of an amount that %j would print as $9,999.99 is the file, with exit code 2", (command, path) => {
    // The office amount of 22511: 51.83 x 32.3465 = 1676.519095
    const text = original(path).toString("utf8");
    expect(text).toContain('"1676.52"');
    write(path, Buffer.from(text.replaceAll('"1676.52"', '"9999.99"')));
    try {
      const { status, stdout, stderr } = ratebook(command);
      expect([status, stdout, readdirSync(WRITTEN)]).toEqual([2, "", []]);
      expect(stderr).toMatch(/^document\.changed\n/);
      expect(stderr).toContain(join(OUT, "2025A", path));
    } finally {
      restore(path);
    }
  });
});
