import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LONGEST_FILE = 300;

function sourceFiles(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  return files.map((entry) => relative(ROOT, join(entry.parentPath, entry.name))).sort();
}

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const CODE = ["schemas", "pipelines", "scripts", "tools"].flatMap(sourceFiles);
const PURE = ["schemas", "pipelines"].flatMap(sourceFiles);

function filesWith(files: readonly string[], pattern: RegExp): string[] {
  return files.filter((path) => pattern.test(read(path)));
}

/** A type and the schema of the same name stand in one file. */
const EXPORTED = /^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm;

const READS_THE_CLOCK = {
  "test/faults/killed.slow.test.ts": "kills a build after a part of the time that one takes",
  "test/faults/two-at-once.slow.test.ts": "makes a lock that is a minute old",
};

/** What a reviewer would otherwise have to look for in every change. */
describe("house rules", () => {
  it("keeps every file short enough to be read at once", () => {
    expect([...CODE, ...sourceFiles("test")].filter((path) => read(path).split("\n").length > LONGEST_FILE)).toEqual(
      [],
    );
  });

  it("gives no exported name two meanings", () => {
    const homes = new Map<string, Set<string>>();
    for (const path of CODE)
      for (const [, name = ""] of read(path).matchAll(EXPORTED))
        homes.set(name, (homes.get(name) ?? new Set()).add(path));
    expect([...homes].filter(([, paths]) => paths.size > 1)).toEqual([]);
  });

  it("has no test with a quarter that CMS will post, which fails on the day when it is registered", () => {
    const quarters = /\b(?:20|RVU)(?:2[7-9]|30)[A-D]\b|\b20(?:2[7-9]|30)Q[1-4]\b/;
    // Its repository forgets every quarter after the one that it begins with.
    const forgets = "test/commands/refresh-quarters.slow.test.ts";
    expect(filesWith(sourceFiles("test"), quarters).filter((path) => path !== forgets)).toEqual([]);
  });

  it("lets no float arithmetic near an amount", () => {
    expect(filesWith(PURE, /parseFloat|Math\.round\(|Math\.ceil\(|\d\.toFixed\(/)).toEqual([]);
  });

  it("has no clock, locale, chance or environment in what makes the output", () => {
    const unstable = /Date\.now|new Date\(|toLocale|Intl\.|localeCompare|Math\.random|process\.(env|cwd|platform)/;
    // The lookup site asks the reader's own browser what day it is.
    expect(filesWith(PURE, unstable)).toEqual(["pipelines/website/browser/main.tsx"]);
  });

  it("touches the network nowhere, but for a reader that is given an address, the site, and the client of CMS", () => {
    const network = /(?<!\.)\bfetch\(|node:(http|https|net|dgram|tls|dns)\b|from "undici"/;
    expect(filesWith(CODE, network)).toEqual([
      "pipelines/read/load.ts",
      // Keeps the answers of its own site
      "pipelines/website/worker/worker.ts",
      "scripts/fetch/requests.ts",
      // On loopback
      "scripts/site/serve.ts",
    ]);
  });

  it("prints and exits in scripts/ only", () => {
    expect(filesWith(PURE, /console\.|process\.(exit|stdout|stderr)/)).toEqual([]);
  });

  it("asserts nothing about wall time: a test that reads the clock is listed with what for", () => {
    const clocks = filesWith(sourceFiles("test"), /performance\.now|Date\.now|process\.hrtime|new Date\(\)/);
    expect(clocks).toEqual(Object.keys(READS_THE_CLOCK));
  });

  it("skips a test only for want of something that is named", () => {
    expect(filesWith(sourceFiles("test"), /\.(skip|skipIf|runIf|todo)\(|ctx\.skip/)).toEqual([]);
  });

  it("finishes what it starts", () => {
    const [todo, fixme] = ["TO" + "DO", "FIX" + "ME"];
    expect(filesWith([...CODE, ...sourceFiles("test")], new RegExp(`${todo}|${fixme}|\\.only\\(`))).toEqual([]);
  });
});
