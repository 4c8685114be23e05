import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { barX } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { tableHtml } from "../../pipelines/reports/pages/blocks-html.ts";
import { chartFigure } from "../../pipelines/reports/pages/charts/chart.ts";
import { html } from "../../pipelines/reports/pages/html.ts";
import { pageText } from "../../pipelines/reports/pages/page.ts";
import { type ViewColumn, table as view } from "../../pipelines/reports/views/view.ts";
import { ASSET_SETS, assetsFile, assetsText } from "../../tools/assets.ts";
import { STOCK } from "../support/stock.ts";

const HOSTILE = `</title></desc><script>alert(1)</script><img src=x onerror="alert(1)">`;
const rows = [
  { name: HOSTILE, amount: 2 },
  { name: "b", amount: 10 },
];
const columns: ViewColumn<(typeof rows)[number]>[] = [
  { heading: "name", cell: ({ name }) => name },
  { heading: "amount", cell: ({ amount }) => amount, isNumber: true, sortBy: ({ amount }) => amount },
];
const table = tableHtml(view({ caption: HOSTILE, columns, rows, filter: HOSTILE }));
const summary = "As a table";
const draw = () => ({ marks: [barX(rows, { x: "amount", y: "name", title: "name" })] });
const chart = () => chartFigure({ id: "amounts", title: HOSTILE, description: HOSTILE, draw, table, summary });

describe(pageText, () => {
  const text = pageText({ title: HOSTILE, description: HOSTILE, body: html`<main>${table}${chart()}</main>` });
  const { document } = parseHTML(text);

  it("lets a browser run its own style and script, by their hashes, and nothing else", () => {
    const policy = document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
    const hashOf = (tag: string): string =>
      createHash("sha256")
        .update(document.querySelector(tag)?.textContent ?? "")
        .digest("base64");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hashOf("style")}'`);
    expect(policy).toContain(`script-src 'sha256-${hashOf("script")}'`);
    expect(document.querySelectorAll("[style], [onerror]")).toHaveLength(0);
  });

  it("asks for nothing beside itself", () => {
    expect([...document.querySelectorAll("[src], link, iframe, object, embed")]).toEqual([]);
  });

  it("keeps markup in values text, in tables, charts and titles", () => {
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(document.querySelectorAll("img")).toHaveLength(0);
    expect(document.querySelector("tbody th")?.textContent).toBe(HOSTILE);
    expect(document.querySelector("svg desc")?.textContent).toBe(HOSTILE);
    expect(document.querySelector("svg rect")?.getAttribute("data-source")).toBe(HOSTILE);
  });
});

describe(tableHtml, () => {
  it("names rows and columns, and stands digits under digits", () => {
    const { document } = parseHTML(`<html><body>${table}</body></html>`);
    expect([...document.querySelectorAll("th[scope=row]")]).toHaveLength(2);
    expect(document.querySelector("th[data-sort]")?.textContent).toBe("amount");
    expect([...document.querySelectorAll("td.number")].map((cell) => cell.getAttribute("data-value"))).toEqual([
      "2",
      "10",
    ]);
  });
});

describe(chartFigure, () => {
  it("draws the same bytes each time, for a page and for a telephone, with its table below", () => {
    expect(String(chart())).toBe(String(chart()));
    const { document } = parseHTML(`<html><body>${chart()}</body></html>`);
    expect([...document.querySelectorAll("svg")].map((svg) => svg.getAttribute("width"))).toEqual(["920", "340"]);
    expect(document.querySelector("svg")?.getAttribute("role")).toBe("img");
    expect(document.querySelectorAll("svg style, svg clipPath")).toHaveLength(0);
    expect(document.querySelectorAll("figure details table")).toHaveLength(1);
  });
});

describe("the style and the script of every page", () => {
  it.each(ASSET_SETS)("are those that the sources in $folder make: npm run assets", async (set) => {
    expect(readFileSync(assetsFile(set), "utf8") === (await assetsText(set, STOCK))).toBe(true);
  });

  it("end nothing that they stand in", () => {
    const [pages] = ASSET_SETS as [(typeof ASSET_SETS)[number]];
    expect(readFileSync(assetsFile(pages), "utf8")).not.toMatch(/<\/(style|script)|<!--/i);
  });
});
