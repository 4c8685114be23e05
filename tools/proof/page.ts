import { countText, ofText } from "../../pipelines/words/money-text.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { markdownTable } from "../../scripts/print/marked.ts";
import type { Evidence } from "./evidence.ts";
import { type CheckFigures, checkFigures, type Figures, figuresOf, originsOf, rowsRead } from "./figures.ts";
import { lookUpSummary } from "./look-ups.ts";
import { paymentsSection } from "./published-amounts.ts";

/** The marks around the quote of this page in the README. */
export const README_MARKS = ["<!-- begin proof: npm run proof -->", "<!-- end proof -->"] as const;

function idleText({ idle }: Figures): string {
  return idle.length === 0 ? "" : `; no available file has what ${idle.map((id) => `\`${id}\``).join(", ")} needs`;
}

/** Three reasons to believe the figures, at the top of the page and in the README. */
export function reasonsTable({ ofOurs, ofCms, payments, prices, checks, excepted }: Figures): string {
  return markdownTable(
    ["reason", "result"],
    [
      [
        "Every amount is computed a second time, with other exact arithmetic",
        `${ofText(ofOurs.matched, ofOurs.compared)} equal`,
      ],
      [
        "Our amounts are compared with those that CMS publishes (PFREV, OPPSCAP), to the cent",
        `${ofText(payments.matched, payments.compared)} payment rows (${countText(payments.distinct)} distinct) and ${ofText(prices.matched, prices.compared)} prices (${countText(prices.distinct)} distinct) equal`,
      ],
      [
        `${checks} checks compare the figures of CMS's files; for each check a test damages the data, and the check finds it`,
        `${ofText(ofCms.matched, ofCms.compared)} comparisons hold; CMS breaks the rule in the other ${countText(excepted)} rows, each listed with its reason`,
      ],
    ],
  );
}

/** The headline as a table. */
export function summaryTable(figures: Figures, { flips }: Evidence): string {
  const { payments, lookUps, prices, rebuilt, ofCms, ofOurs, checks, idle } = figures;
  const stale =
    prices.excepted > 0 ? `; ${countText(prices.excepted)} in files that CMS did not update, each named` : "";
  return markdownTable(
    ["question", "answer"],
    [
      [
        "Releases built, every revision counted",
        `${figures.releases}, with ${countText(figures.rows)} rows; ${figures.untouched} from CMS's own bytes alone`,
      ],
      ["Checks that ran in one release or more", `${ofText(checks - idle.length, checks)}${idleText(figures)}`],
      ["Comparisons of CMS's figures, with each other or with ours, that hold", ofText(ofCms.matched, ofCms.compared)],
      ["Our amounts that other exact arithmetic gives too", ofText(ofOurs.matched, ofOurs.compared)],
      [
        "Rows in which CMS breaks a rule, each listed with its reason",
        `${countText(figures.excepted)}, under ${figures.exceptions} exceptions`,
      ],
      [
        "Rows of CMS's payment amount files that equal ours, to the cent",
        `${ofText(payments.matched, payments.compared)}; ${countText(payments.distinct)} distinct, the others repeat in the same file`,
      ],
      ...lookUpSummary(lookUps),
      [
        "Prices of CMS's OPPSCAP files that equal ours, to the cent",
        `${ofText(prices.matched, prices.compared)}; ${countText(prices.distinct)} distinct, the others are localities under a second name${stale}`,
      ],
      ["Files that a second build writes again, byte for byte", ofText(rebuilt.matched, rebuilt.compared)],
      ["Changed bytes that `verify` finds", ofText(flips.caught, flips.tried)],
    ],
  );
}

function releaseRow(manifest: Manifest): string[] {
  const ran = manifest.checks.filter((each) => each.ran);
  const total = (name: "checked" | "held" | "excepted"): string =>
    countText(ran.reduce((sum, each) => sum + each[name], 0));
  return [
    manifest.release,
    originsOf(manifest).join(", "),
    countText(rowsRead(manifest)),
    String(ran.length),
    total("checked"),
    total("held"),
    total("excepted"),
  ];
}

function releasesSection({ releases }: Evidence): string {
  const heading = ["release", "files are", "rows", "checks run", "compared", "held", "excepted"];
  return markdownTable(heading, releases.map(releaseRow));
}

function checkRow({ invariants, id, severity, releases, checked, held, excepted }: CheckFigures): string[] {
  return [invariants.join(" "), `\`${id}\``, severity, String(releases), ...[checked, held, excepted].map(countText)];
}

function checkText({ invariants, id, title, cites }: CheckFigures): string {
  const number = invariants.length === 0 ? "" : `${invariants.join(", ")}, `;
  return `- ${number}\`${id}\`: ${title}. Source: ${cites.map((cite) => cite.title).join("; ")}`;
}

/** P2 before P10; checks without a number last. */
function rank({ invariants: [first = "Z"] }: CheckFigures): string {
  const group = "POAXZ".indexOf(first.charAt(0));
  return `${group}${first.slice(1).padStart(3, "0")}`;
}

function checksSection({ releases }: Evidence): string {
  const heading = ["no.", "check", "severity", "releases", "compared", "held", "excepted"];
  const checks = checkFigures(releases).sort((left, right) => (rank(left) < rank(right) ? -1 : 1));
  return `${markdownTable(heading, checks.map(checkRow))}\n\n${checks.map(checkText).join("\n")}`;
}

type Excepted = Manifest["exceptions"][number];

/** Exceptions with the same publication and reason, with their rows. */
function exceptionText(group: readonly Excepted[]): string {
  const [{ check, publication, reason, source }] = group as [Excepted];
  const keys = [...new Set(group.map(({ key }) => (key === "*" ? "the whole file" : key)))];
  const rows = countText(group.reduce((sum, each) => sum + each.rows, 0));
  return `- \`${check}\`, ${publication}, ${keys.join(", ")} (rows: ${rows}): ${reason}. Source: ${source}`;
}

function exceptionsSection({ releases }: Evidence): string {
  const groups = new Map<string, Excepted[]>();
  for (const exception of releases.flatMap(({ exceptions }) => exceptions)) {
    const id = [exception.check, exception.publication, exception.reason, exception.source].join("\n");
    groups.set(id, [...(groups.get(id) ?? []), exception]);
  }
  return [...groups.values()].map(exceptionText).sort().join("\n");
}

/** The whole page. It has no times and no machine: the same evidence gives the same page. */
export function page(evidence: Evidence): string {
  const figures = figuresOf(evidence);
  return `# Proof

\`npm run proof\` writes this page from the results of \`build\`, \`conformance\` and \`verify\`. You can run them yourself.
Where CMS's files are in \`../shared\`, a test fails when a figure on this page is not current. Without those files the
test skips, with a message.

## In short

${reasonsTable(figures)}

## In figures

${summaryTable(figures, evidence)}

## Amounts that CMS published

${paymentsSection(evidence)}

## Releases

${releasesSection(evidence)}

## Checks

The numbers name the invariant that a check proves: P for the physician fee schedule, O for OPPS, A for ASC, X for all
of them. A check runs in a release that has the files which it needs; 0 releases means that none has them. A broken
check of severity \`error\` stops any build. One of severity \`review\` stops the build of a registered release unless
the row is a listed exception.

${checksSection(evidence)}

## Damaged tables

Whole releases are damaged and built as if they were not registered. [Damaged tables](mutations.md) has each damage
with what noticed it, and where. \`npm run mutations\` writes that page.

${evidence.damages}

## Exceptions

CMS's own files break a rule in these rows. A row without an entry stops the build, and so does an entry without a row.

${exceptionsSection(evidence)}
`;
}
