import type { FileRef } from "../../../schemas/out/common.ts";
import { originText } from "../../words/files.ts";
import { denialsSection } from "./code-denials.ts";
import { codeHeadline, head } from "./code-headline.ts";
import { familySection, historySection } from "./code-history.ts";
import { facilitySection, indicatorsSection } from "./code-indicators.ts";
import { chartedSetting, localitiesSection } from "./code-localities.ts";
import { rvusSection } from "./code-rvus.ts";
import { sitesSection } from "./code-sites.ts";
import type { CodePageSources } from "./code-sources.ts";
import { togetherSection } from "./code-together.ts";
import { filesShown } from "./copies.ts";
import { Traced } from "./traced.ts";
import { type Block, folded, list, type Report, type Section, type TableBlock, table, toned } from "./view.ts";

/** Ids of the rules that figures of the page follow; amounts of related codes and other releases are national ones. */
function rulesShown(traced: Traced, { family, history }: CodePageSources): ReadonlySet<string> {
  const besides = [...(family.length > 1 ? family : []), ...history];
  const isPriced = besides.some(({ national }) => national?.priceState === "priced");
  return new Set([...traced.rulesShown(), ...(isPriced ? ["pfs.national-amount"] : [])]);
}

type NamedFile = readonly [id: string, file: FileRef];

function filesTable({ document }: CodePageSources): TableBlock {
  return table<NamedFile>({
    caption: "Files that the figures were read from, or in which the code was looked for",
    columns: [
      { heading: "File", cell: ([, { name }]) => name },
      { heading: "What it is", cell: ([, { origin }]) => originText(origin) },
      { heading: "Taken from", cell: ([, { excerptOf }]) => excerptOf },
      { heading: "sha256", cell: ([, { sha256 }]) => toned(sha256, "code", "hash") },
    ],
    rows: filesShown(document),
  });
}

const GENERAL =
  "Amounts are the fee schedule's: before sequestration, coinsurance and deductible, and before reductions that depend on the claim.";

/** What to know about the release's rates, and where the figures come from. */
function provenance(traced: Traced, sources: CodePageSources): Section[] {
  const { caveats } = sources.manifest;
  const items = caveats.map(({ text, cites }) => [
    `${text} `,
    toned(cites.map(({ title }) => title).join("; "), "quiet"),
  ]);
  const shown = rulesShown(traced, sources);
  const followed = Object.entries(traced.document.rules).filter(([id]) => shown.has(id));
  const rules: Block =
    followed.length > 0 &&
    folded("Rules that the computed figures follow", { kind: "rules", rules: Object.fromEntries(followed) });
  return [
    { id: "beware", title: "Before you use a figure", blocks: [list([GENERAL, ...items])] },
    { id: "sources", title: "Sources", blocks: [filesTable(sources), rules] },
  ];
}

function sections(traced: Traced, sources: CodePageSources): Section[] {
  const { hcpcs, release } = traced.document;
  const all = [
    rvusSection(traced),
    sitesSection(traced),
    togetherSection(sources.together),
    denialsSection(traced, sources.together),
    localitiesSection(traced),
    historySection(sources.history, release, chartedSetting(traced.document) ?? "facility"),
    indicatorsSection(traced, sources.together),
    familySection(sources.family, hcpcs),
    facilitySection(traced),
    ...provenance(traced, sources),
  ];
  return all.filter((section) => section !== undefined);
}

/**
 * One code in one release.
 *
 * @param sources the code's document and what is shown beside it; nothing else is read
 */
export function codeReport(sources: CodePageSources): Report {
  const { document, manifest } = sources;
  const { hcpcs, release } = document;
  const traced = new Traced(document);
  const title = `${hcpcs} in ${release}: Medicare fee schedule amounts`;
  return {
    title,
    description: `${title}. Every figure with its source cell or rule.`,
    eyebrow: `Medicare fee schedule amounts, release ${release}`,
    name: hcpcs,
    head: [...head(traced, manifest), codeHeadline(traced)],
    sections: sections(traced, sources),
    footer: `Made by ratebook ${manifest.ratebook} from release ${release} (${manifest.title}). CPT codes belong to the American Medical Association; no CPT descriptor is shown.`,
  };
}
