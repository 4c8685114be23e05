import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { tableHtml } from "../../pipelines/reports/pages/blocks-html.ts";
import { sectionHtml } from "../../pipelines/reports/pages/view-html.ts";
import {
  type Content,
  figure,
  folded,
  LINE_END,
  list,
  paragraph,
  prose,
  reasonOf,
  type Section,
  table,
  toned,
} from "../../pipelines/reports/views/view.ts";
import { coloursFor } from "../../scripts/print/terminal.ts";
import { Footnotes, tableLines } from "../../scripts/print/view-lines.ts";
import { reportMarkdown } from "../../scripts/print/view-markdown.ts";
import { anyText } from "../support/any-text.ts";

const PLAIN = coloursFor({});

interface Row {
  readonly name: string;
  readonly cell: Content;
}

/** One table, for each of the three. */
const tableOf = (rows: readonly Row[]) =>
  table<Row>({
    caption: "Amounts",
    columns: [
      { heading: "name", cell: ({ name }) => name },
      { heading: "Office", narrow: ["physician", "in office"], isNumber: true, cell: ({ cell }) => cell },
    ],
    rows,
  });

const markdownOf = (section: Section): string => reportMarkdown({ name: "Report", head: [], sections: [section] });
const markdownTableOf = (rows: readonly Row[]): string[] =>
  markdownOf({ id: "t", title: "T", blocks: [tableOf(rows)] })
    .split("\n")
    .slice(4);

/** The cells of a line of a Markdown table: bars that a backslash stands before end none. */
function cellsOf(line: string): string[] {
  return [...line.slice(2, -2).matchAll(/((?:\\.|[^\\|])*)(?:\||$)/g)].map(([, cell = ""]) => cell.trim()).slice(0, -1);
}

/** Markdown's own reading of a cell without code: a backslash takes the meaning of the sign after it. */
const read = (cell: string): string => cell.replace(/\\([!-/:-@[-`{-~])/g, "$1");

describe("one table in three media", () => {
  const cell: Content = [
    figure("$1,773.92", "printed by CMS\nF9", "unless $1,773.92"),
    LINE_END,
    toned("edited", "quiet"),
  ];
  const rows: Row[] = [
    { name: "22511", cell },
    { name: "22512", cell: reasonOf("packaged") },
    { name: "22513", cell: undefined },
    { name: "22514", cell: reasonOf("packaged") },
  ];

  it("has a figure with its source, and words below it, on a page", () => {
    const { document } = parseHTML(`<html><body>${tableHtml(tableOf(rows))}</body></html>`);
    expect(document.querySelector("td .figure")?.getAttribute("data-source")).toBe("printed by CMS\nF9");
    expect([...document.querySelectorAll("td")].map((each) => each.textContent)).toEqual([
      "$1,773.92edited",
      "packaged",
      "",
      "packaged",
    ]);
    expect(document.querySelectorAll("th[scope=row]")).toHaveLength(4);
  });

  it("fits a terminal: headings in two lines, short figures, reasons below the table", () => {
    const notes = new Footnotes();
    expect(tableLines(tableOf(rows), PLAIN, notes)).toEqual([
      "              physician",
      "name          in office",
      "22511  unless $1,773.92",
      "22512               (1)",
      "22513",
      "22514               (1)",
    ]);
    expect(notes.entries()).toEqual([["(1) ", "packaged"]]);
  });

  it("can be read as text and as Markdown", () => {
    expect(markdownTableOf(rows)).toEqual([
      "| name  | Office            |",
      "| ----- | ----------------- |",
      "| 22511 | $1,773.92; edited |",
      "| 22512 | packaged          |",
      "| 22513 |                   |",
      "| 22514 | packaged          |",
    ]);
  });
});

describe("text that would act in a medium", () => {
  const HOSTILE = "a|b `c` <img src=x> [d](e) \\ \u001b[2J\r\nf";

  it("is text in a cell of Markdown, of a table as wide as its heading", () => {
    const [, , line = ""] = markdownTableOf([{ name: HOSTILE, cell: toned("g|h`i", "code") }]);
    expect(cellsOf(line)).toEqual(["a\\|b \\`c\\` \\<img src=x> \\[d](e) \\\\ \u001b\\[2J f", "`g\\|h'i`"]);
  });

  it("keeps each cell of Markdown one cell, and what it says, whatever it holds", () => {
    fc.assert(
      fc.property(anyText, fc.string(), (name, other) => {
        const lines = markdownTableOf([{ name: `x${name}x`, cell: `x${other}x` }]);
        expect(lines).toHaveLength(3);
        const oneLine = (words: string): string => words.replace(/\s*[\r\n\u2028\u2029]+\s*/g, " ");
        expect(cellsOf(lines[2] ?? "").map(read)).toEqual([`x${name}x`, `x${other}x`].map(oneLine));
      }),
    );
  });

  it("is spelled out on a terminal, in cells, figures and reasons", () => {
    const notes = new Footnotes();
    const rows = [HOSTILE, figure(HOSTILE, ""), reasonOf(HOSTILE), toned(HOSTILE, "strong")].map((cell, at) => ({
      name: `${at}`,
      cell,
    }));
    const lines = tableLines(tableOf(rows), PLAIN, notes);
    expect(lines).toHaveLength(6);
    expect([...lines, ...notes.entries().flat()].join("")).not.toMatch(/\p{Cc}/u);
    expect(lines[2]).toContain("\\u001b[2J");
  });
});

describe("a report in Markdown", () => {
  it("leaves out sections without a word, writes what is folded, and keeps names of fields in code", () => {
    const blocks = [paragraph(prose("what `rounding` leaves")), list([]), folded("More", list(["a", "b"]))];
    const sections = [
      { id: "none", title: "Nothing", blocks: [false, list([])] },
      { id: "some", title: "Some", blocks },
    ] as const;
    expect(reportMarkdown({ name: "2025A to 2026A", head: [paragraph("Both.")], sections })).toBe(
      "# 2025A to 2026A\n\nBoth.\n\n## Some\n\nwhat `rounding` leaves\n\n- a\n- b",
    );
  });
});

it("writes the same section for a page, with what is folded behind a click", () => {
  const section: Section = {
    id: "some",
    title: "Some",
    blocks: [paragraph("a ", toned("b", "code", "hash")), folded("More", paragraph("c"))],
  };
  const { document } = parseHTML(`<html><body>${sectionHtml(section)}</body></html>`);
  expect(document.querySelector("section > h2#some + p > code.hash")?.textContent).toBe("b");
  expect(document.querySelector("details > summary + p")?.textContent).toBe("c");
});
