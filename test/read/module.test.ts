import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { READER_MODULE, READER_TYPES, readerModule, readerTypes } from "../../tools/bundle/reader.ts";
import { blockOf } from "../support/documents.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const committed = (name: string): string => readFileSync(join(ROOT, name), "utf8");
const LARGEST = 15_000;

describe("the module of ratebook/read", () => {
  it("is the committed one: npm run reader", async () => {
    expect(await readerModule(ROOT)).toBe(committed(READER_MODULE));
    expect(readerTypes(ROOT)).toBe(committed(READER_TYPES));
  });

  it("is below 15 kB when it is compressed", () => {
    const bytes = Buffer.from(committed(READER_MODULE));
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(LARGEST);
    expect(brotliCompressSync(bytes).length).toBeLessThan(LARGEST);
  });

  it("imports nothing, and no package is in it", async () => {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: ["pipelines/read/index.ts"],
      bundle: true,
      write: false,
      platform: "browser",
      format: "esm",
      metafile: true,
      logLevel: "silent",
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.filter((path) => !/^(?:pipelines|schemas)\//.test(path))).toEqual([]);
    expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
    const names = builtinModules.map((name) => `"node:${name}"`).filter((name) => name !== '"node:fs"');
    expect(names.filter((name) => committed(READER_MODULE).includes(name))).toEqual([]);
    expect(committed(READER_MODULE)).not.toMatch(/\bimport[\s(]/);
  });

  it("has the build's rules, not copies of them", async () => {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: ["pipelines/read/index.ts"],
      bundle: true,
      write: false,
      format: "esm",
      metafile: true,
      logLevel: "silent",
    });
    const rules = ["pfs/kernel", "pfs/opps-cap-rule", "pfs/limiting-charge", "pfs/zips", "site/not-paid"];
    const others = ["site/physician-rows", "site/site-of-service"];
    expect(Object.keys(metafile.inputs)).toEqual(
      expect.arrayContaining([...rules, ...others].map((name) => `pipelines/schedules/${name}.ts`)),
    );
  });
});

describe("a program that imports ratebook/read", () => {
  it("runs in plain Node, by the name of the package", () => {
    const program = `
      import { openRelease } from "ratebook/read";
      const release = await openRelease("out/2026A");
      const answer = release.rate({ code: "22511", setting: "office", locality: "national" });
      process.stdout.write(answer.value);`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect([stdout, stderr]).toEqual(["1773.92", ""]);
  });

  it("runs as docs/reader.md shows it", () => {
    const code = blockOf("docs/reader.md", ({ code }) => code.startsWith("import { openRelease } from"));
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect([stderr, code]).toEqual(["", expect.stringContaining(`// ${stdout.trim()}`)]);
  });

  it("is checked by its types, which need no other package", () => {
    const folder = mkdtempSync(join(tmpdir(), "ratebook-consumer-"));
    try {
      const installed = join(folder, "node_modules/ratebook");
      mkdirSync(join(installed, "read"), { recursive: true });
      for (const name of [READER_MODULE, READER_TYPES]) writeFileSync(join(installed, name), committed(name));
      const exports = { "./read": { types: `./${READER_TYPES}`, default: `./${READER_MODULE}` } };
      writeFileSync(join(installed, "package.json"), JSON.stringify({ name: "ratebook", type: "module", exports }));
      writeFileSync(join(folder, "package.json"), '{"type":"module"}');
      const program = (question: string, use: string): string =>
        `import { openRelease } from "ratebook/read";
         const release = await openRelease("out/2026A");
         const answer = release.rate(${question});
         export const used: number | null | undefined = ${use};`;
      const cents = 'answer.kind === "amount" ? answer.cents : undefined';
      const programs = {
        right: program('{ code: "22511", setting: "office", locality: "national" }', cents),
        total: program('{ code: "22511", setting: "hopd", payee: "total", zip: "94110", on: "2026-02-14" }', cents),
        undecided: program('{ code: "22511", setting: "office", locality: "national" }', "answer.cents"),
        nobody: program('{ code: "22511", setting: "hopd", locality: "national" }', cents),
        nowhere: program('{ code: "22511", setting: "office" }', cents),
        twice: program('{ code: "22511", setting: "office", locality: "national", zip: "94110" }', cents),
        unknown: program('{ code: "22511", setting: "office", locality: "national", state: "CA" }', cents),
      };
      for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.ts`), text);
      const compilerOptions = {
        module: "nodenext",
        target: "es2022",
        lib: ["es2023", "dom"],
        types: [],
        strict: true,
        noEmit: true,
        skipLibCheck: false,
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
      const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
      const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8", cwd: folder });
      const wrong = [...stdout.matchAll(/^(\S+)\.ts\(/gm)].map(([, name]) => name);
      expect([...new Set(wrong)].sort()).toEqual(["nobody", "nowhere", "twice", "undecided", "unknown"]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
