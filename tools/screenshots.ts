import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { pageCommand } from "../scripts/commands/page.ts";
import { review } from "../scripts/commands/review.ts";
import { site } from "../scripts/commands/site.ts";
import { TERMINAL } from "../scripts/print/terminal.ts";

/** A picture of a page. */
interface Shot {
  readonly name: string;
  readonly file: string;
  /** What the address ends with. */
  readonly hash?: string;
  readonly colorScheme: "light" | "dark";
  /** A heading to begin at; the top of the page without it. */
  readonly from?: string;
  /** A figure whose source is shown. */
  readonly figure?: string;
  readonly height: number;
}

const WIDTH = 1080;
const SHOTS: readonly Shot[] = [
  {
    name: "site",
    file: "site/index.html",
    hash: "#code=22511&release=2025A",
    colorScheme: "light",
    figure: "$1,676.52",
    height: 900,
  },
  { name: "code-page", file: "2026A/22511.html", colorScheme: "light", figure: "$1,773.92", height: 1000 },
  { name: "code-page-localities", file: "2026A/22511.html", colorScheme: "dark", from: "#localities", height: 1180 },
  { name: "review-page", file: "review.html", colorScheme: "light", height: 1120 },
];

async function take(
  browser: Browser,
  folder: string,
  { name, file, hash = "", colorScheme, from, figure, height }: Shot,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: WIDTH, height: 900 }, colorScheme });
  const opened = await context.newPage();
  await opened.goto(pathToFileURL(join(folder, file)).href + hash);
  // What a site loads after its first answer
  await opened.waitForLoadState("networkidle");
  const top = from === undefined ? 0 : ((await opened.locator(from).boundingBox())?.y ?? 0) - 12;
  if (figure !== undefined) await opened.getByRole("button", { name: figure }).first().focus();
  const path = `docs/${name}.png`;
  await opened.screenshot({ path, fullPage: true, clip: { x: 0, y: top, width: WIDTH, height } });
  await context.close();
  TERMINAL.result(path);
}

/** The pictures of the README, from the pages of the committed output. */
const folder = mkdtempSync(join(tmpdir(), "ratebook-screenshots-"));
const silent = { ...TERMINAL, result: () => undefined };
await pageCommand(["22511"], { release: "2026A", out: "out", pages: folder }, silent);
await review("2025A", "2026A", { out: "out", most: "400", file: join(folder, "review.html") }, silent);
await site({ out: "out", to: join(folder, "site"), port: 0 }, silent);
// Containers run this as root, and the pages are our own.
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const shot of SHOTS) await take(browser, folder, shot);
await browser.close();
rmSync(folder, { recursive: true });
