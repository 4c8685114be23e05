import { join } from "node:path";
import { expect, it } from "vitest";
import { BROWSER, seriousFindings } from "../support/browser.ts";
import { describeWith } from "../support/needs.ts";
import { siteInBrowser } from "../support/site.ts";

const { chromium, site } = siteInBrowser();

async function openSite(hash: string) {
  const { page, complaints } = await chromium.open(join(site, "index.html"), { hash });
  const entries = async () => Number(await page.evaluate("history.length"));
  return { page, complaints, entries, before: await entries() };
}

describeWith(BROWSER, "the question of the lookup site", () => {
  it("adds one entry to the history for a place and for a day, however many keys they took", async () => {
    const { page, entries, before } = await openSite("#code=22511&release=2026A");
    await page.getByLabel("Place").pressSequentially("0111205");
    await page.getByText("locality 0111205").waitFor();
    expect(await entries()).toBe(before + 1);
    await page.getByLabel("Day of service").pressSequentially("02142026");
    await expect.poll(() => page.url()).toContain("on=2026-02-14");
    expect(await entries()).toBe(before + 2);
    await page.goBack();
    expect(page.url()).toMatch(/#code=22511&place=0111205&release=2026A$/);
    await page.goBack();
    expect(page.url()).toMatch(/#code=22511&release=2026A$/);
  });

  it("goes back to a code that was typed over", async () => {
    const { page } = await openSite("#code=22511&release=2026A");
    await page.getByLabel("Code").press("End");
    await page.getByLabel("Code").press("Backspace");
    await page.getByLabel("Code").press("0");
    await page.getByRole("heading", { name: "22510" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "22511" }).waitFor();
    expect(await page.getByLabel("Code").inputValue()).toBe("22511");
  });

  it("reads a code with its modifier, and says where the modifier is", async () => {
    const { page } = await openSite("#release=2026A");
    await page.getByLabel("Code").pressSequentially(" CPT 77002-26");
    await page.getByText("The amounts are without modifier 26").waitFor();
    expect(page.url()).toMatch(/#code=77002&modifier=26&release=2026A$/);
    // A line of the office, and the row that pays the physician at both facilities
    expect(await page.locator(".line", { hasText: "Physician, modifier 26" }).count()).toBe(3);
    expect(await page.getByLabel("Code").inputValue()).toBe(" CPT 77002-26");
    await page.reload();
    await expect.poll(() => page.getByLabel("Code").inputValue()).toBe("77002-26");
  });

  it("writes the name of a chosen locality into the field, and goes on at the heading", async () => {
    const { page } = await openSite("#code=22511&place=Georgia&release=2026A");
    await page.getByRole("button", { name: "ATLANTA, GA" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "ATLANTA, GA" }).press("Enter");
    await page.getByText("locality 1021201").waitFor();
    expect(await page.getByLabel("Place").inputValue()).toBe("ATLANTA, GA");
    expect(await page.evaluate("document.activeElement.tagName")).toBe("H1");
  });

  it("offers the counties of a name, which answer when they are chosen", async () => {
    const { page } = await openSite("#code=22511&place=Kings+County&release=2025A");
    await page.locator(".choices button").first().waitFor();
    expect(await page.locator(".choices button").allTextContents()).toEqual([
      "Kings, CA (county)",
      "Kings, NY (county)",
    ]);
    await page.getByRole("button", { name: "Kings, NY (county)" }).click();
    // CMS's 25LOCCO: 13202 02 NYC SUBURBS/LONG ISLAND has Kings
    await page.getByText("Kings, NY (FIPS 36047), by row").waitFor();
    await page.getByText("NYC SUBURBS/LONG ISLAND").first().waitFor();
  });

  it("filters many localities by every word that is typed", async () => {
    const { page } = await openSite("#code=22511&place=nowhere&release=2025A");
    await page.locator(".choices button").nth(20).waitFor();
    await page.getByLabel("Show only").pressSequentially("rest ca");
    // The words may stand anywhere in a name
    const left = await page.locator(".choices button").allTextContents();
    expect(left).toContain("REST OF CALIFORNIA, CA");
    expect(left.every((each) => /rest/i.test(each) && /ca/i.test(each))).toBe(true);
    await page.getByText(`${left.length} of `).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "REST OF CALIFORNIA, CA" }).click();
    await page.locator(".where", { hasText: "REST OF CALIFORNIA, CA" }).waitFor();
  });

  it("keeps the setting of the map in the address", async () => {
    const { page } = await openSite("#page=map&code=22511&release=2026A");
    await page.getByRole("radio", { name: "Physician in a facility" }).check();
    expect(page.url()).toMatch(/setting=facility$/);
    await page.reload();
    expect(await page.getByRole("radio", { name: "Physician in a facility" }).isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(() => page.getByRole("radio", { name: "Physician in an office" }).isChecked()).toBe(true);
  });

  it("names what it does not read of the address, and refuses a day that is none of the release", async () => {
    const { page } = await openSite("#code=22511&release=2026A&colour=red");
    await page.getByText("does not read these parts of the address: colour=red").waitFor();
    const other = await openSite("#code=22511&release=2025A&on=2026-02-01");
    await other.page.getByText("names the release 2025A").waitFor();
    expect(await other.page.getByText("$").count()).toBe(0);
    await other.page.getByLabel("Day of service").fill("");
    await other.page.getByRole("heading", { name: "release 2025A" }).waitFor();
  });

  it("has a row for each release in the history, and says in each why there is nothing", async () => {
    const { page } = await openSite("#page=history&code=22511&place=94110");
    await page.getByText("does not have CMS's ZIP code file of").waitFor();
    await page.getByLabel("Place").fill("New York, NY");
    expect(await page.locator("tbody tr", { hasText: "2026A" }).textContent()).toContain("no county file");
    // 60.20305 RVU in Manhattan x 32.3465 = 1947.357956825
    expect(await page.locator("tbody tr", { hasText: "2025A" }).textContent()).toContain("$1,947.36");
  });
});
