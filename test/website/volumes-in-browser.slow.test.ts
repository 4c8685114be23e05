import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import exceljs from "exceljs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { PortfolioDocument } from "../../schemas/out/portfolio.ts";
import { BROWSER, seriousFindings } from "../support/browser.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWith } from "../support/needs.ts";
import { siteInBrowser } from "../support/site.ts";

const { openSite } = siteInBrowser();

const HASH = "#page=changes&release=2026A&with=2025A";
const HEADINGS = ["CPT", "Modifier", "Setting", "Units"];
/** 22511 in an office and in an ASC; a code that no table has, and a modifier that is none. */
const ROWS = [
  ["22511", "", "office", "120"],
  ["22511", "", "asc", "12"],
  ["77777", "", "office", "3"],
  ["22512", "no modifier", "office", "7"],
];
const CSV = [["Volumes of 2025"], HEADINGS, ...ROWS].map((cells) => cells.join(",")).join("\n");

const area = (page: Page) => page.getByLabel("Paste the columns");
const openVolumes = async (view = {}) => {
  const opened = await openSite(HASH, view);
  await opened.page.getByText("Your volumes").click();
  return opened;
};
const figures = (page: Page) => page.locator("section[aria-labelledby=volumes] dd.value").allInnerTexts();
const cellsOf = (page: Page, section: string) =>
  page.locator(`section[aria-labelledby=${section}] tbody tr`).evaluateAll((rows) => {
    const all = rows as unknown as { cells: Iterable<{ textContent: string }> }[];
    return all.map(({ cells }) => [...cells].map(({ textContent }) => textContent));
  });

/** Drops a file where the rows are pasted. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const given = await page.evaluateHandle(
    `(() => { const given = new DataTransfer(); const bytes = Uint8Array.from(atob("${bytes.toString("base64")}"), (letter) => letter.charCodeAt(0)); given.items.add(new File([bytes], "${name}")); return given; })()`,
  );
  await area(page).dispatchEvent("drop", { dataTransfer: given });
}

/** Office: 97.40 x 120 = 11,688.00; ASC: (1,644.87 - 1,579.16) x 12 = 788.52. Together 12,476.52. */
const CHANGE = "+$12,476.52";
/** 1,773.92 x 120 + 1,644.87 x 12 = 232,608.84, and 1,676.52 x 120 + 1,579.16 x 12 = 220,132.32. */
const FIGURES = [CHANGE, "$232,608.84", "$220,132.32", "132"];

describeWith(BROWSER, "volumes on the page What changed", () => {
  it("are loaded, read and priced when a csv is dropped, by code, cause and setting", async () => {
    const { page, complaints } = await openVolumes();
    await page.getByRole("heading", { name: "Largest changes" }).waitFor();
    expect(await page.evaluate("ratebookParts.volumes === undefined")).toBe(true);
    await drop(page, "practice.csv", Buffer.from(CSV));
    await page.getByText("4 rows of practice.csv").waitFor();
    expect(await figures(page)).toEqual(FIGURES);
    expect(await cellsOf(page, "volumes-settings")).toEqual([
      ["Physician in an office", "120", "201,182.40", "212,870.40", "11,688.00", "5.81"],
      // 788.52 / 18,949.92 = 4.16 percent
      ["Surgical center", "12", "18,949.92", "19,738.44", "788.52", "4.16"],
      // 12,476.52 / 220,132.32 = 5.67 percent
      ["all", "132", "220,132.32", "232,608.84", "12,476.52", "5.67"],
    ]);
    // Office: see volumes.test.ts. ASC, of one: weight 24.33984045, x 12 = 292.08; factor 41.36280795, x 12 = 496.35;
    // with the office's 6,638.92 the factors are 7,135.27
    const [[code = "", ...cells] = []] = await cellsOf(page, "codes");
    expect(code).toBe("22511");
    for (const cause of ["work RVU -710.07", "PE RVU 5,641.13", "weight 292.08", "conversion factor 7,135.27"])
      expect(cells.at(-1)).toContain(cause);
    expect(await cellsOf(page, "not-understood")).toEqual([
      ["5", "77777, office, 3", "3", "77777 is in no table of either release"],
      ["6", "22512, no modifier, office, 7", "7", expect.stringContaining("is not modifiers of two characters")],
    ]);
    expect(await page.locator("section[aria-labelledby=skipped] li").textContent()).toContain("Volumes of 2025");
    expect(complaints).toEqual([]);
  });

  it("name each faulty cell and its cure, and are added up when they are corrected", async () => {
    const { page, complaints } = await openVolumes();
    await drop(page, "practice.csv", Buffer.from(CSV.replace(",120", ",many")));
    await page.getByRole("heading", { name: "1 problem of the file" }).waitFor();
    const [[row, column, heading, what, cure] = []] = await cellsOf(page, "volume-problems");
    expect([row, column, heading, cure]).toEqual(["3", "D", "Units", "Correct the cell, or remove the row"]);
    expect(what).toContain('"many" is not a whole number of services');
    expect(await page.locator("#volumes").count()).toBe(0);
    await area(page).fill(CSV);
    await page.getByText(CHANGE).waitFor();
    await area(page).fill(`${CSV}\n<img src=x onerror=alert(1)>,,office,3`);
    await page.getByText("<img src=x onerror=alert(1)>, office, 3").waitFor();
    expect(await page.locator("main img").count()).toBe(0);
    await drop(page, "empty.csv", Buffer.from("nothing"));
    await page.getByText("no column is headed as the HCPCS code").waitFor();
    await drop(page, "broken.xlsx", Buffer.from("PK\u0003\u0004 and no more"));
    await page.getByText("the archive is damaged or truncated").waitFor();
    expect(complaints).toEqual([]);
  });

  it("are read from the worksheet with the headings", async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet("About").addRows([["Our volumes"], ["made in June"]]);
    book
      .addWorksheet("Volumes")
      .addRows([
        ["Volumes of 2025"],
        HEADINGS,
        ...ROWS.map((cells) => cells.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell))),
      ]);
    const path = join(temporaryFolder(), "practice.xlsx");
    await book.xlsx.writeFile(path);
    const { page, complaints } = await openVolumes();
    await drop(page, "practice.xlsx", readFileSync(path));
    await page.getByText("4 rows of practice.xlsx").waitFor();
    expect(await figures(page)).toEqual(FIGURES);
    expect((await cellsOf(page, "not-understood")).map(([row]) => row)).toEqual(["5", "6"]);
    expect(complaints).toEqual([]);
  });

  it("are priced claim by claim, as the command line prices them", async () => {
    const text =
      "claim id,code,setting,units\nA1,22511,hopd,1\nA1,22512,hopd,2\nA2,22513,office,1\nA2,22514,office,1\n";
    const path = join(temporaryFolder(), "claims.csv");
    writeFileSync(path, text);
    const { stdout } = await ratebookHere("diff", "2025A", "2026A", "--volumes", path, "--json", "--out", "out");
    const { total, claims } = JSON.parse(stdout) as PortfolioDocument;
    const { page, complaints } = await openVolumes();
    await page.locator(".volumes input[type=file]").setInputFiles(path);
    await page.getByRole("heading", { name: "By claim" }).waitFor();
    const [change = "", after = "", before = ""] = (await figures(page)).map((each) => each.replace(/[$,+]/g, ""));
    expect([before, after, change]).toEqual([total.before, total.after, total.change]);
    expect((await cellsOf(page, "claims")).map(([claim]) => claim)).toEqual(claims?.sums.map(({ claim }) => claim));
    expect(complaints).toEqual([]);
  });

  it("are kept while another page is shown, and nowhere else", async () => {
    const { page, complaints } = await openVolumes();
    await area(page).fill(CSV);
    await page.getByText(CHANGE).waitFor();
    await page.getByRole("link", { name: "Map" }).click();
    await page.getByRole("link", { name: "What changed" }).click();
    await page.getByText(CHANGE).waitFor();
    expect(await area(page).inputValue()).toBe(CSV);
    expect(page.url()).not.toContain("120");
    expect(await page.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText(CHANGE).waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });

  it("follow the two releases", async () => {
    const { page } = await openVolumes();
    await area(page).fill(CSV);
    await page.getByText(CHANGE).waitFor();
    await page.getByLabel("Compared with").selectOption("2026A");
    await page.getByText("are paid the same as before").waitFor();
  });

  it("are worked by the keyboard alone", async () => {
    const { page } = await openSite(HASH);
    await page.getByRole("heading", { name: "Largest changes" }).waitFor();
    await page.getByLabel("Which codes").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("CPT,Setting,Units\n22511,office,120");
    // 97.40 x 120
    await page.getByText("+$11,688.00").waitFor();
    const reached: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press("Tab");
      reached.push(String(await page.evaluate("document.activeElement.innerText || document.activeElement.type")));
    }
    expect(reached).toEqual(expect.arrayContaining(["file", "Clear"]));
  });

  it.each([
    ["light", 1280, CSV],
    ["dark", 1280, CSV],
    ["light", 768, CSV],
    ["light", 390, CSV],
    ["dark", 390, CSV],
    ["dark", 390, "CPT,Setting,Units\n22511,office,many"],
  ] as const)(
    "have nothing serious for axe and no page to scroll sideways: %s, %d wide",
    async (scheme, width, text) => {
      const { page } = await openVolumes({ colorScheme: scheme, width });
      await area(page).fill(text);
      await page.locator("#volumes, #volume-problems").waitFor();
      await page.locator(".plot:visible").first().waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      const sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate(sideways)).toBe(0);
    },
  );
});
