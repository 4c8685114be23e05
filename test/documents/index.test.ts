import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import type { Problem } from "../../schemas/place.ts";
import {
  BUILD_AGAIN,
  BUILT,
  COMMANDS,
  changedBytes,
  OUT,
  original,
  refusal,
  restore,
  verified,
  write,
} from "../support/readers.ts";

/** Of a manifest the index knows the hash. */
const OF_THE_MANIFEST: Readonly<Record<string, () => Pick<Problem, "code" | "message">>> = {
  tampered: () => {
    write("manifest.json", changedBytes("manifest.json"));
    const seen = sha256(changedBytes("manifest.json"));
    return {
      code: "document.changed",
      message: `saw sha256 ${seen}, the index expects ${sha256(original("manifest.json"))}`,
    };
  },
  missing: () => {
    rmSync(join(OUT, "2025A", "manifest.json"));
    return { code: "document.missing", message: "the index lists this file, and it does not exist" };
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
const WRITE_AGAIN = "Run any build into this folder: it writes the index again";

/** The index has no pinned hash: it is refused when it is not an index, and when it contradicts what it pins. */
const OF_THE_INDEX: readonly (readonly [
  what: string,
  text: string,
  Pick<Problem, "code" | "cure">,
  message: RegExp,
])[] = [
  ["is cut", index.slice(0, 300), { code: "document.shape", cure: BUILD_AGAIN }, /^not valid JSON: /],
  [
    "is of shapes to come",
    index.replace(/"schemaVersion": "[^"]+"/, '"schemaVersion": "4.0.0"'),
    { code: "document.shape", cure: BUILD_AGAIN },
    /^its schemaVersion is 4\.0\.0, expected 3\.0\.0 to 3\.0\.0$/,
  ],
  [
    "has another title",
    index.replace("January 2025", "January 2024"),
    { code: "document.index", cure: WRITE_AGAIN },
    /^its entry for 2025A does not match the release's manifest$/,
  ],
  [
    "has other days",
    index.replace("2025-01-01", "2025-02-01"),
    { code: "document.index", cure: WRITE_AGAIN },
    /^its entry for 2025A does not match the release's manifest$/,
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
      const message = `saw sha256 ${pinned}, the index expects ${"0".repeat(64)}`;
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

  it.each(
    ["rate", "explain", "timeline"].flatMap((name) => Object.keys(COMMANDS).filter((each) => each.startsWith(name))),
  )("is refused by %s as well when it lists no release", async (command) => {
    const empty = JSON.stringify({ ...(JSON.parse(index) as object), releases: [] });
    expect(await alone(empty)(command)).toMatchObject({ code: "out.not-built", place: { file: INDEX } });
  });

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
