import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { preferStandIn } from "../../pipelines/inputs/available.ts";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { assembleRelease, registeredRelease } from "../../pipelines/inputs/registry.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { openZip } from "../../pipelines/tables/zip.ts";
import { BROWSER, seriousFindings } from "../support/browser.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { madeUpQuarter } from "../support/made-up-quarter.ts";
import { describeWith } from "../support/needs.ts";
import { bringFolder, ownSiteInBrowser, settled } from "../support/own-site.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";
import { zipOf } from "../support/zips.ts";

const { openOwn } = ownSiteInBrowser();

const LIKE_THE_PAGE = { chooseCodes: () => [], required: [], allowChanged: false, folder: "your files" };

describeWith(BROWSER, "a site without data", () => {
  it("shows what to bring, and every problem as a build reports it; nothing is asked of the network", async () => {
    const folder = await madeUpQuarter();
    const { page, context, requests } = await openOwn();
    await bringFolder(page, folder);
    const downloads = listDownloads(folder);
    const release = assembleRelease("2039A", await discoverEntries("2039A", downloads, {}), []);
    const { problems } = await buildRelease(release, downloads, { ...LIKE_THE_PAGE, allowUnregistered: true });
    // The page has no profiles of CMS's tables before there is a release
    const expected = problems.filter(({ code }) => code !== "cross.continuity");
    expect(expected.length).toBeGreaterThan(3);
    const shown = page.locator('[data-release="2039A"]');
    expect(await shown.locator("> .problem").textContent()).toContain(`${expected.length} problems`);
    const kinds = new Set(await shown.locator(".kind").allInnerTexts());
    expect([...kinds].sort()).toEqual([...new Set(expected.map(({ code }) => code))].sort());
    // What to do with the program is nothing for the reader of a page
    for (const { message } of expected.slice(0, 3))
      expect(await shown.textContent()).toContain(message.replace(/; record the one .*/, ""));
    expect(requests).toEqual([]);
    await context.close();
  });

  it("names damaged and foreign files, keeps what it was given, and forgets it when it is asked to", async () => {
    const folder = join(temporaryFolder(), "brought");
    mkdirSync(folder);
    writeFileSync(join(folder, "RVU26B.zip"), "<html><body>Please accept the license</body></html>");
    writeFileSync(join(folder, 'no "table" <b>.txt'), "hello");
    const { page, context, requests } = await openOwn();
    await bringFolder(page, folder);
    await page.getByText("saw an HTML page, probably a licence or error page").waitFor();
    await page.getByText("neither its bytes nor its name is of a file that is read here").waitFor();
    expect(await page.locator(".own-name").allInnerTexts()).toEqual([
      "brought/RVU26B.zip",
      'brought/no "table" <b>.txt',
    ]);
    expect(await seriousFindings(page)).toEqual([]);
    // The page comes from what its worker keeps: there is no network any more
    await page.reload();
    await settled(page);
    await expect.poll(() => page.locator(".own-name").count()).toBe(2);
    expect(requests.filter((url) => !url.endsWith("/"))).toEqual([]);
    page.once("dialog", (dialog) => dialog.accept());
    await page.getByRole("button", { name: "Remove all" }).click();
    await expect.poll(() => page.locator(".own-name").count()).toBe(0);
    await context.close();
  });
});

/** CMS's files in one folder, as somebody has downloaded them. */
function folderOf(...paths: string[]): string {
  const folder = join(temporaryFolder(), "files");
  for (const path of paths) cpSync(join(CMS_FOLDER, path), join(folder, path), { recursive: true });
  return folder;
}

const WAGES_2025 = "asc/wage-index/2025-wage_index.txt";
const january2025 = (): string => folderOf("pfs/RVU25A.zip", "opps/2025Q1-edited", "asc/2025Q1", WAGES_2025);
const january2020 = (): string => folderOf("pfs/RVU20A.zip", "opps/2020Q1", "asc/2020Q1");

/** The hash of the manifest that the command line makes of a folder, without documents of single codes. */
async function manifestHash(id: string, folder: string): Promise<string> {
  const downloads = listDownloads(folder);
  const built = await buildRelease(registeredRelease(id, preferStandIn(downloads)), downloads, LIKE_THE_PAGE);
  expect(built.problems).toEqual([]);
  return sha256([...built.outputs].find(({ path }) => path === "manifest.json")?.bytes as Uint8Array);
}

const hashShown = (page: Page, id: string) => page.locator(`[data-release="${id}"]`).getAttribute("data-manifest");

/** January's figures under April's name: RVU25B is in no registry. */
async function april2025(): Promise<string> {
  const members = await openZip(readFileSync(join(CMS_FOLDER, "pfs/RVU25A.zip")), "RVU25A.zip");
  const texts: Record<string, string> = {};
  for (const member of members.filter(({ name }) => /^(?:PPRRVU|GPCI).*\.csv$/.test(name))) {
    const text = new TextDecoder("latin1").decode(await member.read());
    texts[member.name.replace("JAN", "APR")] = text.replace("January Release", "April Release");
  }
  const path = join(temporaryFolder(), "RVU25B.zip");
  writeFileSync(path, await zipOf(texts));
  return path;
}

const choose = async (page: Page, ...files: string[]): Promise<void> => {
  await page.locator("input[name=files]").setInputFiles(files);
  await settled(page);
};

describe("with CMS's files", () => {
  describeWithRealFiles("in a folder", () => {
    describeWith(BROWSER, "a site without data", () => {
      it("builds the release of the command line, answers as CMS's files do, and keeps it without a network", async () => {
        const folder = january2025();
        const { page, context, requests } = await openOwn();
        await bringFolder(page, folder);
        expect(await hashShown(page, "2025A")).toBe(await manifestHash("2025A", folder));

        await page.getByRole("link", { name: "Look up a code" }).click();
        await page.getByLabel("Code").fill("22511");
        const office = page.locator(".line.main", { hasText: "$1,676.52" });
        // RVU25A: (7.33 + 43.46 + 1.04) x 32.3465 = 51.83 x 32.3465 = 1676.519095
        await office.waitFor();
        // Modifiers, pairs and edits as well, from what the builder has made
        await page.getByText("What modifiers do to the physician's amount").waitFor();
        await page.reload();
        await office.waitFor();
        expect(requests.filter((url) => !/\/(?:index\.html)?(?:#.*)?$/.test(url))).toEqual([]);
        await context.close();
      });

      it("builds each release as if it were alone, also where a note of the registry names a code", async () => {
        const [earlier, later] = [january2020(), january2025()];
        const { page, context } = await openOwn();
        await bringFolder(page, later);
        await page.locator("input[name=folder]").setInputFiles(earlier);
        await page.locator('[data-release="2020A"][data-manifest]').waitFor({ timeout: 120_000 });
        await settled(page);
        expect(await hashShown(page, "2020A")).toBe(await manifestHash("2020A", earlier));
        expect(await hashShown(page, "2025A")).toBe(await manifestHash("2025A", later));
        await context.close();
      });

      it("compares a release that is not registered with what was brought, before or after it", async () => {
        const { page, context } = await openOwn();
        const april = page.locator('[data-release="2025B"]');
        await choose(page, await april2025(), join(CMS_FOLDER, WAGES_2025));
        await april.getByText("They were compared with no other quarter").waitFor();
        await bringFolder(page, january2025(), 5);
        await april.locator(".kind", { hasText: "cross.continuity" }).waitFor();
        expect(await april.textContent()).toMatch(/every figure .* equals that of RVU25A/);
        // What is registered still answers
        expect(await hashShown(page, "2025A")).toMatch(/^\w{64}$/);
        await page.getByRole("button", { name: "Remove files/pfs/RVU25A.zip" }).click();
        await settled(page);
        await april.getByText("They were compared with no other quarter").waitFor();
        await context.close();
      });

      it("knows a file by its bytes, whatever its name, and says what nothing reads yet", async () => {
        const { page, context } = await openOwn();
        const zip = readFileSync(join(CMS_FOLDER, "pfs/RVU25A.zip"));
        const named = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });
        await page
          .locator("input[name=files]")
          .setInputFiles([
            named("download (1).zip", zip),
            named("2024-wages.txt", readFileSync(join(CMS_FOLDER, "asc/wage-index/2024-wage_index.txt"))),
            named("holiday.mp4", Buffer.from("film")),
          ]);
        await page.locator('[data-release="2025A"]').waitFor();
        await settled(page);
        await page.getByText("it is of ASC wage index 2024, and no release of your files reads it").waitFor();
        await page.getByText("not kept: it is not a zip, csv, text file or workbook").waitFor();
        const without = page.locator('[data-release="2025A"]').getByRole("button", { name: "Answer without them" });
        await without.click();
        await page.locator('[data-release="2025A"][data-manifest]').waitFor({ timeout: 60_000 });
        await context.close();
      });

      it("lets go of files when the browser has no room for more, and goes on", async () => {
        const { page, context } = await openOwn();
        await bringFolder(page, january2025());
        const session = await context.newCDPSession(page);
        const usage = Number(await page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)"));
        const { origin } = new URL(page.url());
        await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 2_000_000 });
        await choose(page, join(CMS_FOLDER, "pfs/RVU23A.zip"));
        await page.getByText("The browser has no room for more files of this site").waitFor();
        await page.reload();
        await page.getByRole("link", { name: "Your files" }).click();
        await settled(page);
        expect(await page.locator('[data-release="2025A"]').count()).toBe(1);
        await session.send("Storage.overrideQuotaForOrigin", { origin });
        page.once("dialog", (dialog) => dialog.accept());
        await page.getByRole("button", { name: "Remove all" }).click();
        await expect.poll(() => page.locator(".own-name").count()).toBe(0);
        await context.close();
      });

      it("answers a question that is asked while files are read", async () => {
        const { page, context } = await openOwn();
        await bringFolder(page, january2025());
        const foreign = { name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") };
        await page.locator("input[name=files]").setInputFiles(foreign);
        await page.getByRole("link", { name: "Look up a code" }).click();
        await page.getByLabel("Code").fill("22511");
        await page.locator(".line.main", { hasText: "$1,676.52" }).waitFor();
        await context.close();
      });

      it("removes a kept file whose bytes have changed, and says so", async () => {
        const folder = join(temporaryFolder(), "zip");
        cpSync(join(CMS_FOLDER, "asc/wage-index/2025-wage_index.txt"), join(folder, "2025-wage_index.txt"));
        const { page, context } = await openOwn();
        await bringFolder(page, folder);
        const hash = sha256(readFileSync(join(folder, "2025-wage_index.txt")));
        await page.evaluate(`(async () => {
          const [root] = await Array.fromAsync((await navigator.storage.getDirectory()).values());
          const files = await root.getDirectoryHandle("files");
          const folder = await files.getDirectoryHandle("${hash}");
          const [file] = await Array.fromAsync(folder.values());
          const writable = await file.createWritable({ keepExistingData: true });
          await writable.write("x");
          await writable.close();
        })()`);
        await page
          .locator("input[name=files]")
          .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
        await page.getByText("its bytes are no longer those that were kept").waitFor();
        await context.close();
      });
    });
  });
});
