import { readdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import type { Problem } from "../../schemas/place.ts";
import { forge, forgeManifest } from "../support/forged.ts";
import { ratebookHere } from "../support/in-process.ts";
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
  WRITTEN,
  write,
} from "../support/readers.ts";

/** One way in which a document is not the one that was built: what is done to it, and what is said of it. */
type Kind = (path: string) => Pick<Problem, "code" | "message">;

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
    return { code: "document.changed", message: `saw sha256 ${seen}, the manifest expects ${sha256(original(path))}` };
  },
  cut: (path) => {
    const { length } = original(path);
    write(path, original(path).subarray(0, length - 1));
    return { code: "document.changed", message: `saw ${length - 1} bytes, the manifest expects ${length}` };
  },
  missing: (path) => {
    rmSync(join(OUT, "2025A", path));
    return { code: "document.missing", message: "the manifest lists this file, and it does not exist" };
  },
  "a link": (path) => {
    rmSync(join(OUT, "2025A", path));
    symlinkSync(join(BUILT, "2025A", path), join(OUT, "2025A", path));
    return { code: "document.missing", message: "the manifest lists this file, and it does not exist" };
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
    return { code: "document.shape", message: "its release is 2026A, expected 2025A" };
  },
  "of shapes to come": (path) => {
    forge(
      OUT,
      "2025A",
      path,
      edited(path, (document) => ({ ...document, schemaVersion: "3.99.0" })),
    );
    return { code: "document.shape", message: "its schemaVersion is 3.99.0, expected 3.0.0 to 3.0.0" };
  },
  "of shapes of before": (path) => {
    forge(
      OUT,
      "2025A",
      path,
      edited(path, (document) => ({ ...document, schemaVersion: "2.4.0" })),
    );
    return { code: "document.shape", message: "its schemaVersion is 2.4.0, expected 3.0.0 to 3.0.0" };
  },
  "another document": (path) => {
    forge(
      OUT,
      "2025A",
      path,
      edited(path, (document) => ({ ...document, schema: "ratebook/zips" })),
    );
    const { schema } = JSON.parse(original(path).toString("utf8")) as { schema: string };
    return { code: "document.shape", message: `its schema is ratebook/zips, expected ${schema}` };
  },
};

const CURES: Readonly<Record<string, string>> = {
  "document.unlisted": "Remove it: an output folder contains only what was built",
};
/** The documents of 2025A that commands read, each with those commands. */
const READ_BY = new Map<string, string[]>();
for (const [command, [, paths]] of Object.entries(COMMANDS))
  for (const path of paths) READ_BY.set(path, [...(READ_BY.get(path) ?? []), command]);

describe("a folder as it was built", () => {
  it.each(Object.keys(COMMANDS))("is answered from by %s", async (command) => {
    expect(await refusal(command)).toBeUndefined();
  });
});

describe.each(Object.entries(KINDS))("a document that is %s", (_, kind) => {
  describe.each([...READ_BY])("%s", (path, commands) => {
    let problem: Problem;
    beforeAll(() => {
      const { code, message } = kind(path);
      problem = { code, place: { file: join(OUT, "2025A", path) }, message, cure: CURES[code] ?? BUILD_AGAIN };
    });
    afterAll(() => restore(path));

    it.each(commands)("is refused by %s", async (command) => {
      expect(await refusal(command)).toEqual(problem);
    });

    it("is found by verify, which says the same", () => {
      expect(verified()).toContainEqual(problem);
    });
  });
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
  ])("of an amount that %j would print as $9,999.99 is the file, with exit code 1", async (command, path) => {
    // The office amount of 22511: 51.83 x 32.3465 = 1676.519095
    const text = original(path).toString("utf8");
    expect(text).toContain('"1676.52"');
    write(path, Buffer.from(text.replaceAll('"1676.52"', '"9999.99"')));
    try {
      const { status, stdout, stderr } = await ratebookHere(...command);
      expect([status, stdout, readdirSync(WRITTEN)]).toEqual([1, "", []]);
      expect(stderr).toMatch(/^document\.changed\n/);
      expect(stderr).toContain(join(OUT, "2025A", path));
    } finally {
      restore(path);
    }
  });
});
