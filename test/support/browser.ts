import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { temporaryFolder } from "./excerpt-copy.ts";
import type { Need } from "./needs.ts";

/** Where it is installed; undefined where it is not. */
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

/** What tests of the pages need. */
export const BROWSER: Need = { what: "Chromium", isThere: CHROMIUM !== undefined };

/** A page as a reader sees it: a file in a browser. */
export interface Opened {
  readonly page: Page;
  /** Errors of the script, violations of the policy, and requests. */
  readonly complaints: readonly string[];
}

/** How the page is viewed. */
export interface View {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  readonly javaScriptEnabled?: boolean;
  /** What the address ends with: "#code=22511". */
  readonly hash?: string;
}

/** Debian's Chromium, started once for a file of tests. */
export class Chromium {
  private browser: Browser | undefined;

  /** Starts it, with arguments of the program. */
  async start(...more: readonly string[]): Promise<void> {
    if (CHROMIUM === undefined) return;
    // Containers run tests as root, without Chromium's sandbox. The test itself wrote all pages.
    this.browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", ...more] });
  }

  /** Ends it. */
  async stop(): Promise<void> {
    await this.browser?.close();
  }

  /** Opens a file of HTML. */
  async open(path: string, { width = 1280, hash = "", ...view }: View = {}): Promise<Opened> {
    if (this.browser === undefined) throw new Error("no browser was started");
    const context = await this.browser.newContext({ viewport: { width, height: 900 }, bypassCSP: false, ...view });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) complaints.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(path).href + hash);
    return { page, complaints };
  }

  /** Opens HTML from a file of its own. */
  openText(text: string, view?: View): Promise<Opened> {
    const path = join(temporaryFolder(), "page.html");
    writeFileSync(path, text);
    return this.open(path, view);
  }

  /** Opens an address of a server on loopback, in a context of its own that the test closes. */
  async visit(address: string): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
    if (this.browser === undefined) throw new Error("no browser was started");
    const context = await this.browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    return { page, context };
  }
}

/** Serious and critical findings of axe, as "rule: element". The debugger injects axe, past the page's policy. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = (await page.evaluate("axe.run().then(({ violations }) => violations)")) as {
    id: string;
    impact: string;
    nodes: { html: string }[];
  }[];
  return violations
    .filter(({ impact }) => ["serious", "critical"].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
