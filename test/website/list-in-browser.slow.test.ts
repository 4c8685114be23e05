import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import exceljs from "exceljs";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { BROWSER, seriousFindings } from "../support/browser.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { FEE_ROWS, feeOf } from "../support/fee-tables.ts";
import { describeWith } from "../support/needs.ts";
import { siteInBrowser } from "../support/site.ts";

const { chromium, site } = siteInBrowser();

const openList = (view = {}) => chromium.open(join(site, "index.html"), { hash: "#page=list&release=2026A", ...view });
const listArea = (page: Page) => page.getByLabel("Paste codes");

/** Texts that are markup, a formula or a command for some program. */
const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  '=HYPERLINK("http://example.org","x")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "@SUM(1)",
  "-2+3",
  "</script><script>document.title='changed'</script>",
];

/** 500 lines of last year's fees; every fiftieth has one of these faults in one of its cells. */
const LINES = Array.from({ length: 500 }, (_, at) => {
  const row = FEE_ROWS[at % FEE_ROWS.length] as string;
  const [code = "", modifier = ""] = row.split("-");
  const fault = at % 50 === 49 ? HOSTILE[Math.floor(at / 50) % HOSTILE.length] : undefined;
  const cells = [code, modifier, feeOf("2025A", row)];
  if (fault !== undefined) cells[Math.floor(at / 50) % 3] = fault;
  return { row, cells, isFaulty: fault !== undefined };
});
const PASTED = ["CPT\tMod\tOur fee", ...LINES.map(({ cells }) => cells.join("\t"))].join("\n");
const GOOD = LINES.filter(({ isFaulty }) => !isFaulty);

async function downloaded(page: Page, kind: "csv" | "xlsx"): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: `Download ${kind}` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`ratebook-2026A-list.${kind}`);
  const path = join(temporaryFolder(), `list.${kind}`);
  await download.saveAs(path);
  return path;
}

/** Office, facility and own fee of each good line, by decimal arithmetic over CMS's RVUs. */
const EXPECTED = GOOD.map(({ row, cells }) => [
  ...(cells as [string, string, string]).slice(0, 2),
  Number(feeOf("2026A", row)),
  Number(feeOf("2025A", row)),
]);

describeWith(BROWSER, "the page List", () => {
  it("prices 500 pasted lines, drops none, and runs nothing that is in them", async () => {
    const { page, complaints } = await openList();
    await listArea(page).fill(PASTED);
    // Nine faults take their line; the tenth is a text where a fee should be, and its code is priced.
    await page.getByText("491 codes").waitFor();
    await page.getByText("figures equal 2025A").waitFor();
    expect(await page.locator("section[aria-labelledby=list] tbody tr").count()).toBe(491);
    const lines = page.locator("section[aria-labelledby=unread] tbody td:first-child");
    expect((await lines.allInnerTexts()).map(Number)).toEqual(
      LINES.flatMap((each, at) => (each.isFaulty ? [at + 2] : [])),
    );
    expect(await page.locator("main img, main script").count()).toBe(0);
    expect(await page.title()).toBe("ratebook: what Medicare pays");
    expect(complaints).toEqual([]);
  });

  it("writes csv and a workbook with every amount, and no formula", async () => {
    const { page, complaints } = await openList();
    await listArea(page).fill(PASTED);
    await page.getByText("figures equal 2025A").waitFor();
    const text = readFileSync(await downloaded(page, "csv"), "utf8");
    const rows = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data;
    const inCsv = rows.filter((row) => row["Yours: Our fee (C)"] !== "");
    expect(
      inCsv.map((row) => [
        row["Code"],
        row["Modifier"],
        Number(row["Physician in an office"]),
        Number(row["Yours: Our fee (C)"]),
      ]),
    ).toEqual(EXPECTED);
    expect(new Set(inCsv.map((row) => row["Verdict: Our fee (C)"]))).toEqual(new Set(["equals 2025A"]));
    expect(
      Papa.parse<string[]>(text)
        .data.flat()
        .filter((cell) => /^[=+@]|^-(?!\d+\.\d+$)/.test(cell)),
    ).toEqual([]);

    const book = new exceljs.Workbook();
    await book.xlsx.readFile(await downloaded(page, "xlsx"));
    const [sheet] = book.worksheets;
    const inBook: unknown[][] = [];
    sheet?.eachRow((row, at) => {
      const cell = (column: number): unknown => row.getCell(column).value ?? "";
      if (at > 1 && cell(9) !== "") inBook.push([cell(2), cell(3), cell(4), cell(9)]);
    });
    expect(sheet?.getRow(1).getCell(9).value).toBe("Yours: Our fee (C)");
    expect(inBook).toEqual(EXPECTED);
    expect(complaints).toEqual([]);
  });

  it("reads the workbook that it wrote, a csv file and a JSON file", async () => {
    const { page, complaints } = await openList();
    await listArea(page).fill("22511\t\t1676.52\n77012\t26\t65.99");
    await page.getByText("2 codes").waitFor();
    const path = await downloaded(page, "xlsx");
    const open = (file: string) => page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: "Clear" }).click();
    await open(path);
    await expect.poll(() => listArea(page).inputValue()).toContain("1773.92");
    // 53.11 x 33.4009 = 1773.92, (1.46 + 0.46 + 0.09) x 33.4009 = 67.14
    await page.getByRole("button", { name: "$67.14" }).first().waitFor();
    const written = join(temporaryFolder(), "fees");
    writeFileSync(`${written}.csv`, "\uFEFFCPT,Fee\r\n22511,1773.92\r\n");
    await open(`${written}.csv`);
    await page.getByText("All 1 figure agree with 2026A.").waitFor();
    writeFileSync(`${written}.json`, '{"22512":767.22}');
    await open(`${written}.json`);
    // (3.90 + 17.53 + 0.72) x 33.4009 = 739.83
    await page.getByRole("button", { name: "$739.83" }).waitFor();
    writeFileSync(`${written}.xlsx`, "PK\u0003\u0004 and no more");
    await open(`${written}.xlsx`);
    await page.getByText("the archive is damaged or truncated").waitFor();
    expect(complaints).toEqual([]);
  });

  it("copies the table, also where the browser refuses its clipboard", async () => {
    const { page } = await openList();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await listArea(page).fill("22511");
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByText("Copied").waitFor();
    const copied = () => page.evaluate("navigator.clipboard.readText()") as Promise<string>;
    expect((await copied()).split("\n")[1]?.split("\t").slice(0, 7)).toEqual([
      ...["1", "22511", "", "1773.92", "361.40", "3342.87", "1644.87"],
    ]);
    await page.evaluate("navigator.clipboard.writeText('before')");
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))");
    await page.getByRole("button", { name: "Copy" }).click();
    await expect.poll(copied).toContain("1773.92");
  });

  it("keeps the list while another page is shown, and nowhere else", async () => {
    const { page } = await openList();
    await listArea(page).fill("22511\t\t1773.92");
    await page.getByText("1 code", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Map" }).click();
    await page.getByRole("link", { name: "List" }).click();
    expect(await listArea(page).inputValue()).toBe("22511\t\t1773.92");
    expect(page.url()).not.toContain("1773");
    expect(await page.evaluate("localStorage.length + sessionStorage.length")).toBe(0);
  });

  it("is worked by the keyboard alone", async () => {
    const { page } = await openList();
    await listArea(page).focus();
    await page.keyboard.type("22511");
    await page.getByRole("button", { name: "$1,773.92" }).waitFor();
    const reached: string[] = [];
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press("Tab");
      reached.push(String(await page.evaluate("document.activeElement.innerText || document.activeElement.type")));
    }
    for (const name of ["file", "Clear", "Copy", "Download csv", "Download xlsx", "$1,773.92"])
      expect(reached).toContain(name);
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 768],
    ["light", 390],
    ["dark", 390],
  ] as const)("has nothing serious for axe and no page to scroll sideways: %s, %d wide", async (colorScheme, width) => {
    const { page } = await openList({ colorScheme, width });
    await listArea(page).fill("22511\t\t1700.00\n77012\t26\t1\n99213\nnothing");
    await page.getByText("1 line not understood").waitFor();
    await page.getByText("figures").first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    const sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    expect(await page.evaluate(sideways)).toBe(0);
  });
});
