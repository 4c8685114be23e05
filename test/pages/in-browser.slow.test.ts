import { barX } from "@observablehq/plot";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contentHtml, tableHtml } from "../../pipelines/reports/pages/blocks-html.ts";
import { chartFigure, legend } from "../../pipelines/reports/pages/charts/chart.ts";
import { html } from "../../pipelines/reports/pages/html.ts";
import { pageText } from "../../pipelines/reports/pages/page.ts";
import { figure, type ViewColumn, table as view } from "../../pipelines/reports/views/view.ts";
import { BROWSER, Chromium, seriousFindings } from "../support/browser.ts";
import { describeWith } from "../support/needs.ts";

interface Row {
  readonly name: string;
  readonly amount: number | null;
}

const HOSTILE = `<img src="x" onerror="document.title='gone'"><script>document.title="gone"</script>`;
const columns: ViewColumn<Row>[] = [
  { heading: "name", cell: ({ name }) => name, sortBy: ({ name }) => name },
  {
    heading: "amount",
    cell: ({ amount }) => amount && figure(`$${amount}`, `cell of ${amount}\n${HOSTILE}`),
    isNumber: true,
    sortBy: ({ amount }) => amount,
  },
];
const rows = [9, 100, null, 20, ...Array.from({ length: 20 }, (_, at) => 200 + at)].map((amount, at) => ({
  name: at === 0 ? HOSTILE : `row ${at}`,
  amount,
}));
const table = tableHtml(view({ caption: "Amounts", columns, rows, filter: "Rows with" }));
const draw = (width: number) => ({
  width,
  marks: [barX(rows.slice(0, 2), { x: "amount", y: "name", title: "name", fill: "var(--physician)" })],
});
const TEXT = pageText({
  title: "Amounts",
  description: HOSTILE,
  body: html`<main id="main"><h1>Amounts</h1><p>${contentHtml(figure("53.11", "the total"))}</p>${table}
${chartFigure({ id: "bars", title: "Bars", description: "Two bars", draw, table: tableHtml(view({ caption: "Bars", columns, rows: rows.slice(0, 2) })), legend: legend([["physician", "Physician"]]) })}</main>`,
});

const chromium = new Chromium();
beforeAll(() => chromium.start());
afterAll(() => chromium.stop());

const firstAmounts = (page: Page): Promise<string[]> =>
  page.locator("table").first().locator("tbody tr:visible td").allInnerTexts();

describeWith(BROWSER, "the machinery of every page, in a browser", () => {
  it("complains of nothing, and runs nothing that stands in a value", async () => {
    const { page, complaints } = await chromium.openText(TEXT);
    await page.getByRole("button", { name: "$9", exact: true }).first().hover();
    expect(await page.locator("#source").textContent()).toContain(HOSTILE);
    expect(await page.title()).toBe("Amounts");
    expect(complaints).toEqual([]);
  });

  it("runs no script that was not there when it was written, whoever puts it in", async () => {
    const { page, complaints } = await chromium.openText(
      TEXT.replace("<h1>", `${HOSTILE}<h1 onclick="document.title='gone'">`),
    );
    await page.locator("h1").click();
    expect(await page.title()).toBe("Amounts");
    expect(complaints.join()).toMatch(/Content Security Policy/);
  });

  it("sorts numbers as numbers, both ways, with nothing last, and says so", async () => {
    const { page } = await chromium.openText(TEXT);
    const heading = page.getByRole("columnheader", { name: "amount" }).first();
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    expect((await firstAmounts(page)).slice(0, 2)).toEqual(["$219", "$218"]);
    await page.keyboard.press("Enter");
    expect((await firstAmounts(page)).slice(0, 3)).toEqual(["$9", "$20", "$100"]);
    expect((await firstAmounts(page)).at(-1)).toBe("");
    expect(await page.getByRole("status").textContent()).toBe("Sorted by amount, ascending");
  });

  it("filters by words, and tells how many rows are left", async () => {
    const { page } = await chromium.openText(TEXT);
    await page.getByLabel("Rows with").fill("row 1 $21");
    expect(await firstAmounts(page)).toEqual(expect.arrayContaining(["$210"]));
    expect(await page.getByRole("status").textContent()).toMatch(/^\d+ of 24 rows$/);
    await page.getByLabel("Rows with").fill("nowhere");
    expect(await firstAmounts(page)).toEqual([]);
  });

  it("shows sources on hover, on focus and by arrow keys, and puts them away", async () => {
    const { page } = await chromium.openText(TEXT);
    const source = page.locator("#source");
    await page.getByRole("button", { name: "53.11" }).focus();
    expect(await source.textContent()).toBe("the total");
    await page.keyboard.press("Escape");
    expect(await source.isVisible()).toBe(false);
    await page.getByRole("button", { name: "$9", exact: true }).first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await source.textContent()).toContain("cell of 20");
    const focused = page.locator(":focus");
    expect(await focused.getAttribute("aria-describedby")).toBe("source");
    await page.locator("svg:visible [data-source]").first().hover();
    expect(await source.textContent()).toContain("img src");
  });

  it.each(["light", "dark"] as const)("has nothing serious for axe, %s", async (colorScheme) => {
    const { page } = await chromium.openText(TEXT, { colorScheme });
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("fits a telephone, and says the same without its script", async () => {
    const { page } = await chromium.openText(TEXT, { width: 390 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    const { page: plain } = await chromium.openText(TEXT, { javaScriptEnabled: false });
    expect((await firstAmounts(plain)).slice(0, 2)).toEqual(["$9", "$100"]);
  });
});
