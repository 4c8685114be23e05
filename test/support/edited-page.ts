import { parseHTML } from "linkedom";
import { codePage } from "../../pipelines/reports/pages/reports.ts";
import type { CodePageSources } from "../../pipelines/reports/views/code-sources.ts";
import { committedSources } from "./code-pages.ts";

type Editable<T> = { -readonly [Key in keyof T]: Editable<T[Key]> };
/** The data of a page, which a test may change. */
export type Sources = Editable<CodePageSources>;

function parsed(sources: CodePageSources) {
  return parseHTML(codePage(sources)).document;
}

export type Page = ReturnType<typeof parsed>;

const committed = new Map<string, Page>();

/** The page of a code in the committed output, which tests share and must not change, or of a changed copy. */
export function pageOf(hcpcs: string, release: string, edit?: (sources: Sources) => void): Page {
  const sources = committedSources(hcpcs, release);
  if (edit !== undefined) {
    const edited = structuredClone(sources) as Sources;
    edit(edited);
    return parsed(edited as CodePageSources);
  }
  const page = committed.get(`${hcpcs} ${release}`) ?? parsed(sources);
  committed.set(`${hcpcs} ${release}`, page);
  return page;
}

/** The texts that a selector finds, in the order of the page. */
export const texts = (page: Page, selector: string): string[] =>
  [...page.querySelectorAll(selector)].map((each) => (each.textContent ?? "").replace(/\s+/g, " ").trim());

/** The cells of every row with this name, in the order of the page. */
export function rows(page: Page, name: string): string[][] {
  const found = [...page.querySelectorAll("tbody tr")].filter((each) => each.querySelector("th")?.textContent === name);
  return found.map((each) => [...each.querySelectorAll("td")].map((cell) => cell.textContent?.trim() ?? ""));
}

/** The value and notes of a term in the headline. */
export function headline(page: Page, term: string): string[] {
  const entry = [...page.querySelectorAll(".headline > div")].find((each) => each.firstChild?.textContent === term);
  return [...(entry?.querySelectorAll("dd") ?? [])].map((each) => each.textContent ?? "");
}
