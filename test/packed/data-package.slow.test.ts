import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { chromium } from "playwright-core";
import { publint } from "publint";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BROWSER, CHROMIUM } from "../support/browser.ts";
import { builtWhole } from "../support/built-whole.ts";
import { must } from "../support/installed.ts";
import { describeWith } from "../support/needs.ts";
import { describeWithRealFiles } from "../support/real.ts";
import { served } from "../support/served.ts";

/** A data package as its users have it: packed by npm, and installed into projects of theirs. */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "ratebook-data-package-"));
const NAME = "@acme/rates";
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");
/** San Francisco: (7.15 x 1.095 + 44.89 x 1.410 + 1.07 x 0.425) x 33.4009 = 71.578905 x 33.4009 = 2390.79884901. */
const SAN_FRANCISCO = "2390.80";
/** What a page may load: reader, release and ZIP codes, compressed. */
const MOST_BYTES = 150_000;

let tarball = "";

/** Packs April 2026, once. */
async function packed(): Promise<void> {
  if (tarball !== "") return;
  const out = await builtWhole("2026B");
  const folder = join(FOLDER, "rates");
  must(`node scripts/ratebook.mjs pack --claims --out "${out}" --release 2026B --to "${folder}" --name ${NAME}`, ROOT);
  tarball = join(FOLDER, must(`npm pack --silent --pack-destination "${FOLDER}" "${folder}"`, ROOT).trim());
}

/** A project that has the package and nothing else. */
function project(name: string, files: Readonly<Record<string, string>>): string {
  const home = join(FOLDER, name);
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(home, path), text);
  must(`npm install --silent --ignore-scripts --offline --no-audit --no-fund "${tarball}"`, home);
  return home;
}

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describeWithRealFiles("a data package of April 2026", () => {
  beforeAll(() => packed());

  it("is found without fault by publint", async () => {
    const { messages } = await publint({ pkgDir: join(FOLDER, "rates"), strict: true });
    expect(messages).toEqual([]);
  });

  it("has its types where TypeScript looks for them", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball)));
    const problems = analysis.types === false ? ["no types"] : analysis.problems;
    // Node 10 and require() know no ES modules by subpath; Node 20 does, and the package says so.
    const known = ["NoResolution", "CJSResolvesToESM"];
    const others = problems.filter(
      (each) =>
        typeof each === "string" ||
        !(known.includes(each.kind) && "resolutionKind" in each && /node10|node16-cjs/.test(each.resolutionKind)),
    );
    expect(others).toEqual([]);
  });

  it("prices in Node, from the module and from the JSON", () => {
    const home = project("node-app", {
      "app.mjs": `
import { readFileSync } from "node:fs";
import { open } from "${NAME}";
import { openRelease } from "${NAME}/read";
import zips from "${NAME}/releases/2026B.zips";
const json = JSON.parse(readFileSync(new URL(import.meta.resolve("${NAME}/releases/2026B.json")), "utf8"));
for (const release of [await open("2026B", { zips: true }), await openRelease(json, { zips })])
  console.log(release.rate({ code: "22511", setting: "office", zip: "94110" }).value);
`,
    });
    expect(must("node app.mjs", home)).toBe(`${SAN_FRANCISCO}\n${SAN_FRANCISCO}\n`);
  });

  it("prices a claim in Node from the folder of slices", () => {
    const home = project("claims-app", {
      "app.mjs": `
import { openClaims } from "${NAME}/claims";
const claims = openClaims(new URL("./claims/", import.meta.resolve("${NAME}/package.json")));
const { settings } = await claims.price({ lines: ["22511", "22512"], setting: "hopd", on: "2026-04-14" });
console.log(settings[0].facility.total.value);
`,
    });
    // Addendum B: 22511 3,342.87. The copy of April 2026 has no APC column, so no rate of a higher APC is inferred.
    expect(must("node app.mjs", home)).toBe("3342.87\n");
  });

  it.each(["NodeNext", "Bundler"])("is typed under strict TypeScript, resolution %s", (resolution) => {
    const home = project(`typed-${resolution.toLowerCase()}`, {
      "app.ts": `
import { open, packedReleases, type PackedName } from "${NAME}";
import { ClaimsError, openClaims } from "${NAME}/claims";
import { openRelease, type PhysicianAnswer } from "${NAME}/read";
import document from "${NAME}/releases/2026B";
const first: PackedName | undefined = packedReleases[0];
const release = await open("2026B", { zips: true });
const answer: PhysicianAnswer = release.rate({ code: "22511", setting: "office", zip: "94110" });
const cents: number = answer.kind === "amount" ? answer.cents : 0;
export const reason: string | undefined = answer.kind === "reason" ? answer.reason : undefined;
export const all = [first, cents, await openRelease(document)];
const { settings } = await openClaims("claims").price({ lines: ["22511"], setting: "hopd" });
export const total: string | null | undefined = settings[0]?.facility?.total.value;
export const cure = (error: unknown): string => (error instanceof ClaimsError ? error.problem.cure : "");
// @ts-expect-error lines are required
await openClaims("claims").price({ code: "22511" });
// @ts-expect-error a place is required
release.rate({ code: "22511", setting: "office" });
// @ts-expect-error this package has no such release
await open("2025A");
`,
    });
    const module = resolution === "Bundler" ? "ESNext" : resolution;
    const how = `--strict --noEmit --target ES2022 --module ${module} --moduleResolution ${resolution} --types ""`;
    expect(must(`"${process.execPath}" "${TSC}" ${how} app.ts`, home)).toBe("");
  });
});

describeWith(BROWSER, "a page that Vite made from a data package", () => {
  describeWithRealFiles("of April 2026", () => {
    beforeAll(() => packed());

    it(`prices a code in a ZIP code, offline, from at most ${MOST_BYTES} bytes`, async () => {
      const home = project("page", {
        "index.html": `<!doctype html><meta charset="utf-8"><title>Rates</title>
<input id="code" value="22511"><input id="zip" value="94110"><output id="value"></output>
<script type="module" src="./page.js"></script>`,
        "page.js": `
import { open } from "${NAME}";
const release = await open("2026B", { zips: true });
const field = (id) => document.getElementById(id);
function show() {
  const answer = release.rate({ code: field("code").value, setting: "office", zip: field("zip").value });
  field("value").textContent = answer.kind === "amount" ? answer.value : answer.reason;
}
for (const id of ["code", "zip"]) field(id).addEventListener("input", show);
show();
`,
      });
      const { build } = await import("vite");
      await build({ root: home, logLevel: "silent", build: { target: "es2022" } });
      const { address, sent, close } = await served(join(home, "dist"));
      const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
      try {
        const page = await browser.newPage();
        await page.goto(address);
        await page.getByText(SAN_FRANCISCO).waitFor();
        expect(sent.bytes).toBeLessThan(MOST_BYTES);
        close();
        await page.context().setOffline(true);
        await page.fill("#zip", "00000");
        expect(await page.textContent("#value")).toBe("unknown-zip");
        await page.fill("#zip", "94110");
        expect(await page.textContent("#value")).toBe(SAN_FRANCISCO);
      } finally {
        close();
        await browser.close();
      }
    });
  });
});
