import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { serveFolder } from "../../scripts/site/serve.ts";
import { BROWSER, Chromium } from "../support/browser.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWith } from "../support/needs.ts";

const chromium = new Chromium();
/** A name that is not this machine's: browsers take it for a network without https. */
const NAME = "plain.test";

beforeAll(async () => await chromium.start(`--host-resolver-rules=MAP ${NAME} 127.0.0.1`));
afterAll(async () => await chromium.stop());

describeWith(BROWSER, "the lookup site on plain http", () => {
  it("answers pairs and modifiers where the browser has no WebCrypto", async () => {
    const site = join(temporaryFolder(), "site");
    expect(await ratebookHere("site", "--out", "out", "--to", site)).toMatchObject({ status: 0 });
    const { address, close } = await serveFolder(site, 0);
    const { page, context } = await chromium.visit(`${address.replace("127.0.0.1", NAME)}#code=22511&release=2025A`);
    // Addendum J of 2025 moves 22511 with 22512 to APC 5114, whose rate Addendum B prints: 7143.73
    await page
      .locator("section[aria-labelledby=together]")
      .getByRole("button", { name: "$7,143.73" })
      .first()
      .waitFor();
    expect(await page.evaluate("[isSecureContext, crypto.subtle === undefined]")).toEqual([false, true]);
    expect(await page.locator(".problem").count()).toBe(0);
    await context.close();
    await close();
  });
});
