import { ADD_ON_PAGE, detailPath, LANDING, linkTo, type Posting, yearOf } from "./postings.ts";

/** A page with what surrounds every page of CMS: a menu with links that lead elsewhere, and a foot. */
function page(title: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><title>${title} | CMS</title><link rel="canonical" href="https://www.cms.gov/"></head>
<body>
<a href="#main-content" class="visually-hidden focusable">Skip to main content</a>
<header><nav><ul>
<li><a href="/medicare">Medicare</a></li>
<li><a href="${LANDING.zip}">Fee schedules</a></li>
<li><a href="/about-cms">About</a></li>
</ul></nav></header>
<main id="main-content"><h1>${title}</h1>
${main}
</main>
<footer><a href="/privacy">Privacy</a> <a href="https://www.example.gov/">Another site</a></footer>
</body>
</html>
`;
}

/** On a telephone a cell shows the heading of its column before its text. */
function cell(heading: string, text: string): string {
  return `<td><span class="tablesaw-cell-label">${heading}</span><span class="tablesaw-cell-content">${text}</span></td>`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((heading) => `<th scope="col">${heading}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((text, at) => cell(headings[at] ?? "", text)).join("")}</tr>`);
  return `<table class="tablesaw"><thead><tr>${head}</tr></thead>\n<tbody>${body.join("\n")}</tbody></table>`;
}

function link(address: string, text: string): string {
  return `<a href="${address}">${text}</a>`;
}

/** A table that has the same look and other links. */
const DECOY = table(
  ["Name", "Last changed"],
  [
    [link("/files/document/how-to-read-the-files.pdf", "How to read the files"), "January 2024"],
    [link("/files/zip/pfrev26c-posted-06-30-2026.zip", "National amounts 2026"), "June 2026"],
  ],
);

function byYear(postings: readonly Posting[]): Map<string, Posting[]> {
  const years = new Map<string, Posting[]>();
  for (const posting of postings) years.set(yearOf(posting), [...(years.get(yearOf(posting)) ?? []), posting]);
  return new Map([...years].sort(([a], [b]) => b.localeCompare(a)));
}

/** Several files of one page have one row; CMS lists some pages twice. */
function linksTo(postings: readonly Posting[]): Map<string, Posting> {
  return new Map(postings.map((posting) => [detailPath(posting), posting]));
}

/** The list of relative value files: a table with a column "Calendar Year" after one that has another purpose. */
function pfsPage(postings: readonly Posting[]): string {
  const rows = [...linksTo(postings)].map(([address, posting]) => [
    link(address, posting.label),
    `Files for ${posting.label}`,
    yearOf(posting),
  ]);
  const list = table(["Title", "Description", "Calendar Year"], rows);
  return page("PFS Relative Value Files", `<p>Choose a file.</p>\n${DECOY}\n${list}`);
}

/** Quarters of OPPS are links in running lists, "October 2026". */
function oppsPage(postings: readonly Posting[]): string {
  const items = [...linksTo(postings)].map(([address, { label }]) => `<li>${link(address, `${label} `)}</li>`);
  const others = `<li>${link(`${LANDING.opps}/restated-2019-rates`, "2019 restated rates")}</li>`;
  return page("Quarterly Addenda Updates", `${DECOY}\n<ul>${items.join("\n")}\n${others}</ul>`);
}

/** Years of ASC addenda are accordions, and their links lead to the files or to their licence at once. */
function ascPage(postings: readonly Posting[]): string {
  const years = [...byYear(postings)].map(([year, those]) => {
    const items = those.map((posting) => `<li>${link(linkTo(posting), `${posting.label} (ZIP)`)}</li>`);
    return `<div class="cms-accordion--block"><button type="button" aria-expanded="false">${year}</button>
<div class="accordion--content"><ul>${items.join("\n")}</ul></div></div>`;
  });
  return page("ASC Payment Rates - Addenda", years.join("\n"));
}

function zipPage(postings: readonly Posting[]): string {
  const items = postings.map((posting) => `<li>${link(linkTo(posting), `${posting.label} (ZIP)`)}</li>`);
  return page("Fee Schedules - General Information", `<h2>Downloads</h2><ul>${items.join("\n")}</ul>`);
}

/** Tables of NCCI edits, and beside them the lists of what a quarter changes, which nobody has to accept a licence for. */
function ncciPage(title: string, postings: readonly Posting[]): string {
  const items = postings.map((posting) => `<li>${link(linkTo(posting), `${posting.label} (ZIP)`)}</li>`);
  const changes = ["hospital", "practitioner"].map(
    (setting) => `/files/zip/medicare-ncci-2039q1-${setting}-quarterly-additions-deletions-revisions-ptp.zip`,
  );
  const others = changes.map((address) => `<li>${link(address, "Additions, Deletions, Revisions (ZIP)")}</li>`);
  return page(title, `<h2>Downloads</h2>\n<ul>${[...items, ...others].join("\n")}</ul>`);
}

/** The page of one release: its files under "Downloads", and a document that is not one of them. */
function detailPage(postings: readonly Posting[]): string {
  const items = postings.map((posting) => `<li>${link(linkTo(posting), `${posting.label} (ZIP)`)}</li>`);
  const other = `<li>${link("/files/document/how-to-read-the-files.pdf", "How to read the files (PDF)")}</li>`;
  const facts = "<dl><dt>Display date</dt><dd>August 26</dd></dl>";
  return page(postings[0]?.label ?? "", `${facts}<h2>Downloads</h2>\n<ul>${items.join("\n")}${other}</ul>`);
}

/** CMS's pages by their paths. */
export function pagesOf(postings: readonly Posting[]): Map<string, string> {
  const of = (...families: readonly string[]): Posting[] => postings.filter(({ family }) => families.includes(family));
  const details = [...of("pfs"), ...of("opps")];
  const paths = new Set(details.map(detailPath));
  return new Map([
    ...[...paths].map((path): [string, string] => [
      path,
      detailPage(details.filter((posting) => detailPath(posting) === path)),
    ]),
    [LANDING.pfs, pfsPage(of("pfs"))],
    [LANDING.opps, oppsPage(of("opps"))],
    [LANDING.asc, ascPage(of("asc", "wage-index"))],
    [LANDING.zip, zipPage(of("zip"))],
    ...[ADD_ON_PAGE, LANDING.ncci, LANDING["ncci-ptp"]].map((path): [string, string] => [
      path,
      ncciPage(
        "Medicare NCCI Edits",
        of("ncci", "ncci-ptp").filter((posting) => detailPath(posting) === path),
      ),
    ]),
  ]);
}

/** The page with two forms, without a method, that stands before a file. */
export function licencePage(file: string): string {
  return page(
    "License for Use",
    `<p>Words of a licence stand here. They end with two buttons.</p>
<form action="${file}"><input type="hidden" name="agree" value="yes">
<input type="submit" data-license="ama" name="next" value="Accept"></form>
<form action="/"><input type="submit" name="Cancel" value="Don't Accept"></form>`,
  );
}

/** What CMS's servers send when something is wrong, with status 200 too. */
export const NOTICES = {
  error: page("Page not found", "<p>The page that you asked for is not here.</p>"),
  maintenance: page("Scheduled maintenance", "<p>This site is down for maintenance.</p>"),
  other: page("Search", `<p>Results of a search.</p>${DECOY}`),
} as const;
