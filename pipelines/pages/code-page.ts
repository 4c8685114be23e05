import { facilitySection } from "./code-facility.ts";
import { familySection } from "./code-family.ts";
import { heading, headline } from "./code-headline.ts";
import { historySection } from "./code-history.ts";
import { indicatorsSection } from "./code-indicators.ts";
import { localitiesSection } from "./code-localities.ts";
import { provenanceSections } from "./code-provenance.ts";
import { sitesSection } from "./code-sites.ts";
import type { CodePageSources } from "./code-sources.ts";
import { unitsSection } from "./code-units.ts";
import { html } from "./html.ts";
import { chartedSetting } from "./local-rates.ts";
import { pageText } from "./page.ts";
import { contents, type Section, sectionHtml } from "./section.ts";
import { Traced } from "./traced.ts";

/** Ids of the rules that figures of the page follow; amounts of related codes and other releases are national ones. */
function rulesShown(traced: Traced, { family, history }: CodePageSources): ReadonlySet<string> {
  const besides = [...(family.length > 1 ? family : []), ...history];
  const isPriced = besides.some(({ national }) => national?.priceState === "priced");
  return new Set([...traced.rulesShown(), ...(isPriced ? ["pfs.national-amount"] : [])]);
}

function sections(traced: Traced, sources: CodePageSources): Section[] {
  const { hcpcs, release } = traced.document;
  const all = [
    unitsSection(traced),
    sitesSection(traced),
    localitiesSection(traced),
    historySection(sources.history, release, chartedSetting(traced.document) ?? "facility"),
    indicatorsSection(traced),
    familySection(sources.family, hcpcs),
    facilitySection(traced),
    ...provenanceSections(sources, rulesShown(traced, sources)),
  ];
  return all.filter((section) => section !== undefined);
}

/**
 * The page of one code in one release, as one file of HTML.
 *
 * @param sources the code's document and what stands beside it; nothing else is looked at
 */
export function codePage(sources: CodePageSources): string {
  const { document, manifest } = sources;
  const traced = new Traced(document);
  const all = sections(traced, sources);
  const title = `${document.hcpcs} in ${document.release}: Medicare fee schedule amounts`;
  const body = html`<header>
${heading(traced, manifest)}
${headline(traced)}
${contents(all)}
</header>
<main id="main" tabindex="-1">
${all.map(sectionHtml)}
</main>
<footer><p>Made by ratebook ${manifest.ratebook} from release ${document.release} (${manifest.title}). CPT codes are the American Medical Association's;
no descriptor of theirs is shown.</p></footer>`;
  return pageText({ title, description: `${title}. Every figure with its source cell or rule.`, body });
}
