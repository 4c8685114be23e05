import { countText } from "../../pipelines/words/money-text.ts";
import type { Role } from "../../schemas/source/release.ts";
import { markdownTable } from "../../scripts/print/marked.ts";
import { FOLDERS } from "./releases.ts";
import { isNoticedInJanuary, noticedIn, noticedText, outcomeCounts, whereText } from "./report.ts";
import type { DamageResult } from "./run.ts";

/** The marks around the summary, which `docs/proof.md` quotes. */
export const DAMAGE_MARKS = ["<!-- begin summary: npm run mutations -->", "<!-- end summary -->"] as const;

/** CMS's names of the tables. */
const TITLES: Readonly<Record<Role, string>> = {
  rvu: "Relative value file (PPRRVU)",
  "rvu-qpp": "Relative value file of qualifying participants",
  gpci: "GPCIs",
  "opps-cap": "OPPS cap on imaging (OPPSCAP)",
  anesthesia: "Anesthesia factors (ANES)",
  "anesthesia-base-units": "Anesthesia base units",
  counties: "Counties of the localities (LOCCO)",
  "addendum-b": "OPPS Addendum B",
  "asc-aa": "ASC Addendum AA",
  "asc-bb": "ASC Addendum BB",
  "asc-dd1": "ASC Addendum DD1",
  "asc-ee": "ASC Addendum EE",
  "asc-ff": "ASC Addendum FF",
  "addendum-a": "OPPS Addendum A",
  "addendum-d1": "OPPS Addendum D1",
  "addendum-d2": "OPPS Addendum D2",
  "addendum-e": "OPPS Addendum E",
  "addendum-m": "OPPS Addendum M",
  "addendum-p": "OPPS Addendum P",
  "addendum-j-pairs": "OPPS Addendum J, complexity adjustments",
  "addendum-j-evaluation": "OPPS Addendum J, evaluation",
  "addendum-j-ranks": "OPPS Addendum J, ranks",
  "addendum-j-exclusions": "OPPS Addendum J, exclusions",
  "ncci-addon": "NCCI add-on code edits",
  "ncci-mue-practitioner": "NCCI MUE, practitioner services",
  "ncci-mue-hospital": "NCCI MUE, outpatient hospital services",
  "ncci-mue-dme": "NCCI MUE, DME supplier services",
  "ncci-ptp-practitioner": "NCCI PTP edits, practitioner",
  "ncci-ptp-hospital": "NCCI PTP edits, outpatient hospital",
  "wage-index": "Wage index",
  zip5: "ZIP codes (ZIP5)",
};

/** How many kinds of damage were tried, and what became of them. */
export function damagesTable(results: readonly DamageResult[]): string {
  const { stopped, noted, harmless, passed } = outcomeCounts(results);
  const tables = new Set(results.map(({ damage }) => damage.table)).size;
  const lateOnes = results.filter(({ damage }) => damage.whyInJanuary !== undefined).length;
  return markdownTable(
    ["kinds of damage", "number"],
    [
      [`Tried, in ${tables} tables`, countText(results.length)],
      ["A check or a reader stops the build", countText(stopped)],
      ["The build names it for review", countText(noted)],
      ["The same figures are read: nothing to notice", countText(harmless)],
      ["Passes; the reason is in its row", countText(passed)],
      ["Noticed only beside another registered release of the year", countText(lateOnes)],
    ],
  );
}

const SAME = "The same figures are read";

function outcomeText(result: DamageResult): string {
  const { damage, outcome } = result;
  const noticed = noticedText(noticedIn(result));
  if (outcome === "passed") return `**nothing**. ${damage.why}`;
  if (outcome === "harmless") return noticed === "" ? SAME : `for review: ${noticed}. ${SAME}`;
  const late = isNoticedInJanuary(result) ? "" : `. Needs another release of the year: ${damage.whyInJanuary}`;
  return `${outcome === "noted" ? "for review: " : ""}${noticed}${late}`;
}

/** The cells of a damage in its table. */
export function rowOfDamage(result: DamageResult): string[] {
  const { damage } = result;
  return [
    damage.name,
    damage.release ?? FOLDERS[damage.folder].release,
    outcomeText(result),
    whereText(noticedIn(result)),
  ];
}

function sectionOf(role: Role, results: readonly DamageResult[]): string {
  const rows = results.filter(({ damage }) => damage.table === role).map(rowOfDamage);
  return `## ${TITLES[role]}\n\n${markdownTable(["damage", "release", "noticed by", "first place"], rows)}`;
}

/** The whole page. The same files give the same page. */
export function damagesPage(results: readonly DamageResult[]): string {
  const roles = [...new Set(results.map(({ damage }) => damage.table))];
  return `# Damaged tables

\`npm run mutations\` writes this page. It damages CMS's files in memory, one kind of damage after the other, and builds
the release as if none of its files were registered: no hash can tell. The lists are in \`tools/mutations/damages/\`.
A test repeats every third of them where CMS's files are in \`../shared\`, and fails for a damage that passes and has no
reason, or that is noticed by something else.

${DAMAGE_MARKS[0]}

${damagesTable(results)}

${DAMAGE_MARKS[1]}

[Proof](proof.md#checks) explains the checks. A number in brackets counts the rows or keys that a check names.
\`cross.continuity\` compares a table with the nearest registered one; its keys name the table, the column and the
measure. Other names are problems of reading: with \`source.unreadable\` the release is built without a table that is not
one of the main ones. The last column has the first of all places.

${roles.map((role) => sectionOf(role, results)).join("\n\n")}
`;
}
