import type { Fact, RowsBeside } from "../../schemas/out/refresh.ts";
import { isOnRequest, type Publication } from "../../schemas/source/release.ts";
import type { AcceptedLicence } from "../../schemas/source/store.ts";
import type { Registration } from "../inputs/register.ts";
import { quarterId, type ReleaseName } from "../inputs/release-id.ts";
import { baseName } from "../problems/file-name.ts";
import { type ReleaseBook, sourceFiles } from "../schedules/book.ts";
import { rowCount } from "../tables/table.ts";
import { countText } from "../words/money-text.ts";
import type { SeenFactor } from "./proposed-factors.ts";

function factorSource({ printed, recorded, agree, of, value, place }: SeenFactor): string {
  const cell = `${baseName(place.file)} ${place.column ?? ""}${place.row ?? ""}`;
  const seen = printed
    ? `in ${cell} and in ${countText(agree)} of ${countText(of)} rows`
    : `rate / weight of ${cell}; ${countText(agree)} of ${countText(of)} rates are weight x ${value}`;
  if (recorded.length === 0) return `${seen}; not recorded yet`;
  return recorded.includes(value) ? `${seen}; as recorded` : `${seen}; recorded is ${recorded.join(", ")}`;
}

const FACTOR_WORDS: Readonly<Record<SeenFactor["name"], string>> = {
  pfs: "conversion factor, PFS",
  "pfs-qualifying": "conversion factor, PFS, qualifying APM participants",
  opps: "conversion factor, OPPS",
  asc: "conversion factor, ASC",
};

function factorFacts(factors: readonly SeenFactor[]): Fact[] {
  return factors.map((each) => ({
    fact: FACTOR_WORDS[each.name],
    value: each.value,
    certainty: each.printed ? "printed" : "computed",
    source: factorSource(each),
    place: each.place,
  }));
}

/** Factors that no file of the release was seen to have: whoever refreshes states them, as "pfs-qualifying=34.1825". */
function statedFacts(stated: readonly string[]): Fact[] {
  return stated.map((text) => {
    const [name = "", value = ""] = text.split("=");
    const words = FACTOR_WORDS[name as SeenFactor["name"]];
    return { fact: words, value, certainty: "stated", source: "--factor" };
  });
}

function postedCertainty({ posted, postedSource }: Pick<Publication, "posted" | "postedSource">): Fact["certainty"] {
  if (posted === null) return "unknown";
  return postedSource.startsWith("stated") ? "stated" : "guess";
}

function licenceFacts(label: string, licence: AcceptedLicence | undefined): Fact[] {
  if (licence === undefined) return [];
  const value = `accepted by ${licence.by} on ${licence.on}`;
  return [{ fact: `${label}: licence`, value, certainty: "stated", source: "--accept-ama-license" }];
}

function withoutAddress({ family }: Registration["entry"]): string {
  return isOnRequest(family)
    ? "CMS posts a file for each table, or it came from a folder"
    : "the file came from a folder";
}

/** Where a revision is from, and the day on which CMS posted it. */
export function postingFacts({ entry, revision }: Registration): Fact[] {
  const { posted = null, postedSource = "", url = null, licence } = entry.revisions[revision - 1] ?? {};
  const isUnknown = posted === null;
  return [
    {
      fact: `${entry.label}: day on which CMS posted it`,
      value: posted,
      certainty: postedCertainty({ posted, postedSource }),
      source: isUnknown ? "neither its name nor its address has a day" : postedSource,
    },
    {
      fact: `${entry.label}: address`,
      value: url,
      certainty: url === null ? "unknown" : "observed",
      source: url === null ? withoutAddress(entry) : "downloaded from there",
    },
    ...licenceFacts(entry.label, licence),
  ];
}

/** Crosswalks that are not of the release's own quarter, and those that are missing. */
function crosswalkFacts(name: ReleaseName, { release, tables }: ReleaseBook): Fact[] {
  const zip = release.publications.find(({ family }) => family === "zip");
  const counties = tables.counties;
  const own = quarterId(name);
  const zipFact: Fact =
    zip === undefined
      ? { fact: "ZIP codes", value: null, certainty: "unknown", source: `no ZIP5 file of ${name.year} is registered` }
      : {
          fact: "ZIP codes",
          value: zip.label,
          certainty: "printed",
          source: zip.standsInFor === undefined ? `of ${own}` : `stands in for ${own}, which is not registered`,
        };
  if (counties !== undefined || tables.gpci === undefined) return [zipFact];
  return [
    zipFact,
    { fact: "counties", value: null, certainty: "unknown", source: "the archive has no county crosswalk" },
  ];
}

/**
 * What a person compares with CMS's page and rule before a release is applied: factors with their cells, the day and
 * the address of each revision, crosswalks that are not the quarter's own.
 *
 * @param stated factors that whoever refreshes states, such as "pfs-qualifying=34.1825"
 */
export function factsOf(
  name: ReleaseName,
  fresh: readonly Registration[],
  factors: readonly SeenFactor[],
  stated: readonly string[],
  book: ReleaseBook,
): Fact[] {
  return [
    ...factorFacts(factors),
    ...statedFacts(stated),
    ...fresh.flatMap(postingFacts),
    ...crosswalkFacts(name, book),
  ];
}

/** Rows of each table that was read, beside those of the same tables of another release. */
export function rowCounts(book: ReleaseBook, before: ReadonlyMap<string, number>): RowsBeside[] {
  const counts = [
    ...sourceFiles(book).map(({ id, table }) => ({ table: id, rows: rowCount(table) })),
    ...book.ptp.map(({ role, count }) => ({ table: role, rows: count })),
  ];
  return counts.map((each) => ({ ...each, before: before.get(each.table) ?? null }));
}
