import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { CLAIMS_MODULE, CLAIMS_TYPES, claimsModule, claimsTypes } from "../../tools/bundle/reader.ts";
import { blockOf, ROOT } from "../support/documents.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const committed = (name: string): string => readFileSync(join(ROOT, name), "utf8");
const LARGEST = 40_000;

describe("the module of ratebook/read/claims", () => {
  it("is the committed one: npm run reader", async () => {
    expect(await claimsModule(ROOT)).toBe(committed(CLAIMS_MODULE));
    expect(claimsTypes(ROOT)).toBe(committed(CLAIMS_TYPES));
  });

  it("is below 40 kB when it is compressed", () => {
    const bytes = Buffer.from(committed(CLAIMS_MODULE));
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(LARGEST);
    expect(brotliCompressSync(bytes).length).toBeLessThan(LARGEST);
  });

  it("imports nothing, and has no schema library in it", () => {
    const text = committed(CLAIMS_MODULE);
    expect(text.match(/\bimport\s*[({*"']|\bimport\s+\w/g)).toBeNull();
    for (const name of builtinModules) expect(text).not.toMatch(new RegExp(`from\\s*"(?:node:)?${name}"`));
    expect(text).not.toMatch(/strictObject|\bZod/);
  });

  it("runs as docs/reader.md shows it", () => {
    const code = blockOf("docs/reader.md", ({ code }) => code.startsWith("import { openClaims } from"));
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect([stderr, code]).toEqual(["", expect.stringContaining(`// ${stdout.trim()}`)]);
  });

  it("is checked by its types, which need no other package", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(ROOT, join(folder, "node_modules/ratebook"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    const program = (question: string, use: string): string =>
      `import { ClaimsError, openClaims } from "ratebook/read/claims";
       const claims = openClaims(new URL("https://example.org/claims/"));
       const answer = await claims.${question};
       export const used: ${use};
       export const cure = (error: unknown) => (error instanceof ClaimsError ? error.problem.cure : undefined);`;
    const paid = "string | null | undefined = answer.settings[0]?.physician.total.value";
    const programs = {
      price: program('price({ lines: ["22511"], setting: "asc", on: "2026-02-14", zip: "94110" })', paid),
      together: program('together({ code: "22511" })', "number = answer.pairs.length"),
      undecided: program('price({ lines: ["22511"] })', "string = answer.settings[0].physician.total.value"),
      nothing: program("price({})", paid),
      twice: program('price({ lines: ["22511"], on: "2026-02-14", release: "2026A" })', paid),
      places: program('price({ lines: ["22511"], zip: "94110", locality: "0111205" })', paid),
      unknown: program('together({ code: "22511", modifier: "26" })', "number = answer.pairs.length"),
    };
    for (const [name, text] of Object.entries(programs)) writeFileSync(join(folder, `${name}.ts`), text);
    const compilerOptions = {
      module: "nodenext",
      target: "es2022",
      lib: ["es2023", "dom"],
      types: [],
      strict: true,
      noUncheckedIndexedAccess: true,
      noEmit: true,
      skipLibCheck: false,
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8", cwd: folder });
    const wrong = [...stdout.matchAll(/^(\S+)\.ts\(/gm)].map(([, name]) => name);
    expect([...new Set(wrong)].sort()).toEqual(["nothing", "places", "twice", "undecided", "unknown"]);
  });
});
