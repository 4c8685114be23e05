import { expect, it } from "vitest";
import { BROWSER, seriousFindings } from "../support/browser.ts";
import { describeWith } from "../support/needs.ts";
import { siteInBrowser } from "../support/site.ts";

const { openSite } = siteInBrowser();

const COMPARED = "#page=compare&code=22511&release=2026A&with=2025A";
const CHANGED = "#page=changes&release=2026A&with=2025A";

describeWith(BROWSER, "the pages that compare", () => {
  it("answer the question of the address, with the release before where none is named", async () => {
    const { page, complaints } = await openSite("#page=compare&code=22511&release=2026A");
    // (7.33 + 43.46 + 1.04) x 32.3465 = 1676.52; (7.15 + 44.89 + 1.07) x 33.4009 = 1773.92
    await page.getByText("+$97.40").first().waitFor();
    expect(await page.getByRole("button", { name: "$1,676.52" }).count()).toBeGreaterThan(0);
    await page.getByRole("button", { name: "$1,773.92" }).first().focus();
    expect(await page.locator("#source").textContent()).toContain("work 7.15 + PE 44.89 + MP 1.07 = 53.11 RVU");
    expect(complaints).toEqual([]);
  });

  it("take another place by the keyboard alone, keep it in the address, and go back", async () => {
    const { page } = await openSite(COMPARED);
    await page.getByText("+$97.40").first().waitFor();
    await page.getByLabel("Other place").focus();
    await page.keyboard.type("manhattan, ny");
    await page.keyboard.press("Enter");
    await page.getByRole("rowheader", { name: "PE GPCI" }).first().waitFor();
    expect(page.url()).toContain("other=manhattan%2C+ny");
    await page.goBack();
    await page.getByText("+$97.40").first().waitFor();
    expect(await page.getByLabel("Other place").inputValue()).toBe("");
  });

  it("show the codes that are asked for, and go back to all", async () => {
    const { page } = await openSite(CHANGED);
    await page.getByRole("heading", { name: "Largest changes" }).waitFor();
    await page.getByLabel("Which codes").fill("22511");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Every amount" }).waitFor();
    expect(await page.locator("#main tbody tr th", { hasText: "22511" }).count()).toBe(4);
    expect(page.url()).toContain("only=22511");
    await page.goBack();
    await page.getByRole("heading", { name: "Largest changes" }).waitFor();
  });

  it.each([
    [COMPARED, "light", 1280],
    [COMPARED, "dark", 390],
    [CHANGED, "dark", 768],
    [CHANGED, "light", 390],
  ] as const)(
    "have nothing serious for axe, and are no wider than the window: %s, %s, %d wide",
    async (hash, colorScheme, width) => {
      const { page } = await openSite(hash, { colorScheme, width });
      await page.locator(".plot:visible").first().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    },
  );
});
