import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withAnesthesia } from "../support/anesthesia-copy.ts";
import { BROWSER, Chromium } from "../support/browser.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWith } from "../support/needs.ts";

const chromium = new Chromium();
beforeAll(async () => await chromium.start());
afterAll(async () => await chromium.stop());

/** Opens an anesthesia code in San Francisco, or in the nation. */
async function openCode(out: string, place: string) {
  const site = join(temporaryFolder(), "site");
  expect(await ratebookHere("site", "--out", out, "--to", site)).toMatchObject({ status: 0 });
  const { page } = await chromium.open(join(site, "index.html"), { hash: `#code=22899&release=2025A&place=${place}` });
  const section = page.locator("section[aria-labelledby=anesthesia]");
  await section.waitFor();
  return { page, section };
}

describeWith(BROWSER, "anesthesia on the lookup site", () => {
  it("has the factor of the place, the base units, and an amount for some minutes", async () => {
    const { page, section } = await openCode(
      withAnesthesia([{ hcpcs: "22899", units: 5, row: 4 }], "22.45"),
      "0111205",
    );
    // ANES2025.csv of RVU25A: 01112, 05, 22.37
    await section.getByRole("button", { name: "$22.37 a unit" }).focus();
    expect(await page.locator("#source").textContent()).toMatch(/^D20 .*\nANES2025\.csv\n/);
    // (5 + 60 / 15) x 22.37 = 201.33, and x 22.45 = 202.05
    const row = section.locator("tbody tr", { hasText: /^60/ });
    expect(await row.locator(".figure").allInnerTexts()).toEqual(["$201.33", "$202.05"]);
    await row.locator(".figure").first().focus();
    expect(await page.locator("#source").textContent()).toContain("pfs.anesthesia-allowance");
  });

  it("says why there is no amount: no table of base units, no factor of the nation", async () => {
    const { section } = await openCode(withAnesthesia(null), "national");
    const text = (await section.textContent()) ?? "";
    expect(text).toContain("Anesthesia conversion factor: CMS publishes one for each locality.");
    expect(text).toContain("Base units: this site does not have CMS's table of anesthesia base units.");
    expect(text).not.toContain("--");
    expect(await section.locator("table").count()).toBe(0);
  });
});
