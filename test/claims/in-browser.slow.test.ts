import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BROWSER, CHROMIUM } from "../support/browser.ts";
import { type answerOf, argumentsOf, packedClaims } from "../support/claims-folder.ts";
import { ROOT } from "../support/documents.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWith } from "../support/needs.ts";
import { served } from "../support/served.ts";

const OUT = join(ROOT, "out");

/** The two kinds of question, and what the page does with an answer. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Claims</title><output></output>
<script type="module">
import { openClaims } from "./claims.mjs";
const claims = openClaims(new URL("claims/", location.href));
window.ask = async (question) => {
  try {
    return JSON.stringify(await ("lines" in question ? claims.price(question) : claims.together(question)));
  } catch (error) {
    return error.name + " " + error.problem?.code;
  }
};
document.querySelector("output").textContent = "ready";
</script>`;

/** A site as somebody publishes it: a page, the module, and the folder that pack wrote. */
async function site(): Promise<string> {
  const folder = join(temporaryFolder(), "site");
  await packedClaims(OUT, folder);
  writeFileSync(join(folder, "index.html"), PAGE);
  return folder;
}

let browser: Browser | undefined;

describeWith(BROWSER, "openClaims in a browser", () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  /** Asks a page of the site, which is closed afterwards. */
  async function asked(folder: string, ...questions: readonly Parameters<typeof answerOf>[1][]) {
    const { address, sent, close } = await served(folder);
    const page = await (browser as Browser).newPage();
    try {
      await page.goto(address);
      await page.getByText("ready").waitFor();
      const answers: string[] = [];
      for (const question of questions)
        answers.push(await page.evaluate((each) => (globalThis as never as { ask: Ask }).ask(each), question));
      return { answers, bytes: sent.bytes };
    } finally {
      await page.close();
      close();
    }
  }

  it("answers what the command line prints", async () => {
    const questions = [
      { code: "22511", release: "2025A" },
      { code: "22514", other: "22515", on: "2025-02-14" },
      { lines: ["22511", "22512x2"], release: "2025A" },
      { lines: ["22513-50"], setting: "office", locality: "0111205" },
    ] as const;
    const { answers, bytes } = await asked(await site(), ...questions);
    for (const [at, question] of questions.entries()) {
      const { stdout } = await ratebookHere(...argumentsOf(question), "--out", OUT);
      expect(JSON.parse(answers[at] as string)).toEqual(JSON.parse(stdout));
    }
    // Module and page 41 kB, manifests 30 kB, the excerpts' rows 15 kB.
    expect(bytes).toBeLessThan(120_000);
  });

  it("refuses a data file with one changed byte, and no other file", async () => {
    const folder = await site();
    const codes = join(folder, "claims/2025A/claims/codes");
    const [slice] = readdirSync(codes);
    const bytes = readFileSync(join(codes, slice as string));
    const at = bytes.indexOf("3244.61");
    expect(at).toBeGreaterThan(0);
    bytes[at] = "4".charCodeAt(0);
    writeFileSync(join(codes, slice as string), bytes);
    const { answers } = await asked(
      folder,
      { lines: ["22511"], release: "2025A" },
      { lines: ["22511"], release: "2026A" },
    );
    expect(answers[0]).toBe("ClaimsError document.changed");
    // Addendum B of 2026 has 3,342.87 for 22511.
    expect(JSON.parse(answers[1] as string).settings[1].facility.total.value).toBe("3342.87");
  });

  it("opens an output folder as well, which has no slices", async () => {
    const folder = await site();
    cpSync(OUT, join(folder, "claims"), { recursive: true, force: true });
    expect(existsSync(join(folder, "claims/2026A/national.json"))).toBe(true);
    const { answers } = await asked(folder, { lines: ["22511"], setting: "hopd", release: "2026A" });
    expect(JSON.parse(answers[0] as string).settings[0].facility.total.value).toBe("3342.87");
  });
});

type Ask = (question: object) => Promise<string>;
