import { fileURLToPath } from "node:url";
import type { CodePageSources } from "../../pipelines/reports/views/code-sources.ts";
import { CodePages } from "../../scripts/pages/code-page-sources.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

/** What the page of a code is made from, of the committed output. */
export function committedSources(hcpcs: string, release: string): CodePageSources {
  const pages = new CodePages(OUT);
  return pages.sources(hcpcs, pages.chosen(release));
}

/** Markup that would be visible: an image that fails, a script, the end of every element that contains text. */
export const HOSTILE = `"'></title></desc></script></button><img src="x" onerror="document.title='gone'"><script>document.title='gone'</script>`;

/** Fields with text from a file, or text that somebody wrote. */
const TEXTS: ReadonlySet<string> = new Set(
  "name heading printed title text formula excerptOf region system reason source state coverage priceState method key note".split(
    " ",
  ),
);
/** Figures that are indicators, so any text. */
const LETTERS =
  /"(pctcIndicator|globalDays|preOp|endoscopicBase|status|statusIndicator|apc|paymentIndicator)":\{"value":"[^"]*/g;

/** Sources of a page with markup at the end of every text in them. */
export function withHostileTexts<Sources>(sources: Sources): Sources {
  return JSON.parse(JSON.stringify(sources), (key, value) =>
    TEXTS.has(key) && typeof value === "string" ? value + HOSTILE : value,
  );
}

/** The same for a code's page, whose indicators are also text. */
export function hostileSources(sources: CodePageSources): CodePageSources {
  const letters = JSON.stringify(sources).replace(LETTERS, (found) => found + JSON.stringify(HOSTILE).slice(1, -1));
  return withHostileTexts(JSON.parse(letters) as CodePageSources);
}
