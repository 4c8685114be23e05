import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BROWSER, Chromium } from "../support/browser.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { folderOfApril, writeApril } from "../support/ncci-build.ts";
import { addOnText, mueText } from "../support/ncci-files.ts";
import { describeWith } from "../support/needs.ts";
import { ptpFiles } from "../support/ptp-files.ts";

const chromium = new Chromium();
beforeAll(async () => await chromium.start());
afterAll(async () => await chromium.stop());

describeWith(BROWSER, "NCCI edits on the lookup site", () => {
  it("are those of the day of service, and without one of the first day of the release, which is said", async () => {
    const out = temporaryFolder();
    const files = {
      "AOC_V2025Q2-MCR.csv": addOnText(),
      "MCR_MUE_PractitionerServices_Eff_04-01-2025.csv": mueText("practitioner"),
    };
    await writeApril(out, folderOfApril({ ...files, ...ptpFiles() }));
    const site = join(temporaryFolder(), "site");
    expect(await ratebookHere("site", "--out", out, "--to", site)).toMatchObject({ status: 0 });
    const { page } = await chromium.open(join(site, "index.html"), { hash: "#code=22511&release=2025B" });
    const said = page.getByText("NCCI edits are those in force on 2025-04-01, the first day of 2025B.");
    await said.waitFor();
    await page.getByText("by NCCI edits in force on 2025-04-01").first().waitFor();
    await page.getByLabel("Day of service").fill("2025-05-15");
    await page.getByText("by NCCI edits in force on 2025-05-15").first().waitFor();
    expect(await said.count()).toBe(0);
  });
});
