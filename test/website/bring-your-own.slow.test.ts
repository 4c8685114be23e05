import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
    for (const { message } of expected.slice(0, 3)) expect(await shown.textContent()).toContain(message);
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
    await page.getByText("neither its bytes nor its name is known").waitFor();
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
    await page.getByRole("button", { name: "Remove all" }).click();
    await expect.poll(() => page.locator(".own-name").count()).toBe(0);
    await context.close();
  });
});

/** CMS's files of January 2025 in one folder, as somebody has downloaded them. */
function january2025(): string {
  const folder = join(temporaryFolder(), "january");
  for (const path of ["pfs/RVU25A.zip", "opps/2025Q1-edited", "asc/2025Q1", "asc/wage-index/2025-wage_index.txt"])
    cpSync(join(CMS_FOLDER, path), join(folder, path), { recursive: true });
  return folder;
}

describe("with CMS's files", () => {
  describeWithRealFiles("in a folder", () => {
    describeWith(BROWSER, "a site without data", () => {
      it("builds the release of the command line, answers as CMS's files do, and keeps it without a network", async () => {
        const folder = january2025();
        const { page, context, requests } = await openOwn();
        await bringFolder(page, folder);
        const downloads = listDownloads(folder);
        const release = registeredRelease("2025A", preferStandIn(downloads));
        const built = await buildRelease(release, downloads, LIKE_THE_PAGE);
        expect(built.problems).toEqual([]);
        const manifest = [...built.outputs].find(({ path }) => path === "manifest.json")?.bytes as Uint8Array;
        expect(await page.locator('[data-release="2025A"]').getAttribute("data-manifest")).toBe(sha256(manifest));

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

      it("compares a release that is not registered with the quarter that was brought before", async () => {
        const { page, context } = await openOwn();
        await bringFolder(page, january2025());
        // January's figures under April's name: RVU25B is in no registry
        const april = join(temporaryFolder(), "april");
        const members = await openZip(readFileSync(join(CMS_FOLDER, "pfs/RVU25A.zip")), "RVU25A.zip");
        const texts: Record<string, string> = {};
        for (const member of members.filter(({ name }) => /^(?:PPRRVU|GPCI).*\.csv$/.test(name))) {
          const text = new TextDecoder("latin1").decode(await member.read());
          texts[member.name.replace("JAN", "APR")] = text.replace("January Release", "April Release");
        }
        mkdirSync(april);
        writeFileSync(join(april, "RVU25B.zip"), await zipOf(texts));
        await page.locator("input[name=files]").setInputFiles(join(april, "RVU25B.zip"));
        await page.locator('[data-release="2025B"] .kind', { hasText: "cross.continuity" }).waitFor();
        await settled(page);
        expect(await page.locator('[data-release="2025B"]').textContent()).toMatch(
          /every figure .* equals that of RVU25A/,
        );
        // What was there before still answers
        expect(await page.locator('[data-release="2025A"]').getAttribute("data-manifest")).toMatch(/^\w{64}$/);
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
