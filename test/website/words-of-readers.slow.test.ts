import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { BROWSER } from "../support/browser.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWith } from "../support/needs.ts";
import { siteInBrowser } from "../support/site.ts";

const { chromium, folder, openSite } = siteInBrowser();

/** All that a page says: its text, opened or not, and the sources of its figures. */
const ALL_WORDS = `[
  document.querySelector("main").textContent,
  ...[...document.querySelectorAll("[data-source]")].map(({ dataset }) => dataset.source),
].join("\\n")`;
const said = async (page: Page): Promise<string> => String(await page.evaluate(ALL_WORDS));

/** Options, commands, documents and folders of those who make a site, and codes of faults. */
const OF_BUILDERS =
  /\s--?[a-z]{2,}|\bratebook [a-z]+|\bnpx\b|\bdocs\/|[Bb]uil(?:d|t) (?:the|it|with|without|any)\b|\b[a-z]+\.[a-z]+(?:-[a-z]+)*:/;

/** A site of its own, and the folder of its claims. */
async function ownSite(name: string) {
  const own = join(folder, name);
  expect(await ratebookHere("site", "--out", "out", "--to", own)).toMatchObject({ status: 0 });
  const [claims = ""] = readdirSync(join(own, "data")).filter((each) => each.startsWith("claims-"));
  return { own, claims: join(own, "data", claims) };
}

async function whyNothingIsTogether(own: string): Promise<string> {
  const { page } = await chromium.open(join(own, "index.html"), { hash: "#code=22511&release=2025A" });
  return (await page.locator(".problem").textContent()) ?? "";
}

describeWith(BROWSER, "the words of the lookup site", () => {
  it.each([
    ["#code=22511&release=2025A", "Modifiers"],
    ["#code=22511&release=2026A", "Modifiers"],
    ["#code=00100&release=2026A", "00100"],
    ["#page=history&code=22511", "over time"],
    ["#page=changes&release=2026A&with=2025A", "2026A"],
  ])("are those of its readers: %s", async (hash, heading) => {
    const { page } = await openSite(hash);
    await page.getByRole("heading", { name: heading }).first().waitFor();
    expect(OF_BUILDERS.exec(await said(page))?.[0]).toBeUndefined();
  });

  it("say what the site was made without, and where else it is", async () => {
    const { page } = await openSite("#code=22511&release=2025A");
    await page.getByText("this site has some pairs of the release only, and others may qualify").waitFor();
    await page.getByText("CMS posts them for each quarter: https://www.cms.gov/").waitFor();
  });

  it("say of a list that is broken JSON what to do, without the code of the fault", async () => {
    const { page } = await openSite("#page=list&release=2026A");
    await page.locator("textarea").fill('[{"code": "22511"');
    await page.locator(".problem").waitFor();
    expect(await page.locator(".problem").textContent()).toMatch(
      /^the text is not JSON, or it was cut: .*\. Save it again\.$/,
    );
  });

  it("say of a file of claims that is not there, or another one, to load the page again", async () => {
    const gone = await ownSite("gone");
    rmSync(join(gone.claims, "2025A", "manifest.json.js"));
    expect(await whyNothingIsTogether(gone.own)).toMatch(/^data\/\S+ could not be loaded\. Load the page again: .*\.$/);
    const other = await ownSite("other");
    const name = `${other.claims.slice(other.own.length + 1)}/2025A/manifest.json.js`;
    const bytes = gzipSync("{}").toString("base64");
    writeFileSync(join(other.own, name), `ratebookReceives(${JSON.stringify(name)},"${bytes}");\n`);
    expect(await whyNothingIsTogether(other.own)).toMatch(
      /^2025A\/manifest\.json is not the file that this page was made with/,
    );
  });
});
