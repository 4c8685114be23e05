import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ascCombinations } from "../../pipelines/sources/asc-combinations.ts";
import { volumesAnswer } from "../../pipelines/website/browser/volumes-answer.ts";
import type { PortfolioDocument, Revenue } from "../../schemas/out/portfolio.ts";
import { builtWhole } from "../support/built-whole.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWithRealFiles } from "../support/real.ts";
import { claimsOfSite, volumesRelease } from "../support/site-sides.ts";

/** ZIP codes in Marin, Manhattan and Austin. */
const ZIPS = ["94901", "10001", "78701"];
const SETTINGS = ["office", "facility", "hopd", "asc"];

const turnOf = (values: readonly string[], at: number): string => values[at % values.length] ?? "";
const every = (turn: number, at: number, value: string): string => (at % turn === 0 ? value : "");

/** Modifier, locality and ZIP code of a physician's row. */
function physicianCells(at: number, places: readonly string[]): readonly [string, string, string] {
  const place = every(3, at, turnOf(places, at));
  return [
    every(5, at, turnOf(["26", "50", "LT", "80"], at)),
    place,
    place === "" ? every(7, at, turnOf(ZIPS, at)) : "",
  ];
}

/** Rows of a file for a release. */
type RowsOf = (codes: readonly string[], places: readonly string[]) => readonly string[];

/** Every fourth code at every setting, some at places, some with modifiers. */
function rowsWith(claimOf: (setting: string, at: number) => string): RowsOf {
  return (codes, places) =>
    codes
      .filter((_, at) => at % 4 === 0)
      .flatMap((code, at) =>
        SETTINGS.map((setting, column) => {
          const [modifier, place, zip] = column < 2 ? physicianCells(at, places) : ["", "", ""];
          return [code, modifier, setting, place, zip, 1 + (at % 7), claimOf(setting, at)].join(",");
        }),
      );
}

const alone = rowsWith(() => "");
const halfInClaims = rowsWith((setting, at) => every(2, at, `${setting}-${Math.floor(at / 6)}`));

/** For each facility a claim with two codes that are paid as one, by a row of a code that the file does not have. */
const pairs: RowsOf = () =>
  ascCombinations().combinations.flatMap(({ primary, secondary }) =>
    ["hopd", "asc"].flatMap((setting) =>
      [primary, secondary].map((code) => `${code},,${setting},,,1,${setting} ${primary} ${secondary}`),
    ),
  );

/** The answers of the command line and of the site, which has what claims are priced from of some releases. */
async function bothAnswers(earlier: string, later: string, sliced: readonly string[], rowsOf: RowsOf) {
  const out = await builtWhole(earlier, later);
  const releases = [await volumesRelease(out, earlier), await volumesRelease(out, later)] as const;
  const { codes, localities } = releases[1].release;
  const keys = localities.map(({ key }) => key);
  const text = ["code,modifier,setting,locality,zip,units,claim id", ...rowsOf(codes, keys)].join("\n");
  const path = join(temporaryFolder(), "volumes.csv");
  writeFileSync(path, text);
  const { stdout } = await ratebookHere("diff", earlier, later, "--volumes", path, "--json", "--out", out);
  const told = JSON.parse(stdout) as PortfolioDocument;
  const claims = sliced.length === 0 ? undefined : claimsOfSite(out, ...sliced);
  const answer = await volumesAnswer({ name: "volumes.csv", text }, releases, claims);
  if ("problems" in answer) throw new Error(JSON.stringify(answer.problems.slice(0, 3)));
  return { told: { ...told, volumes: { ...told.volumes, sha256: "" } }, document: answer.document };
}

const sums = (all: readonly (Revenue & { readonly hcpcs?: string; readonly setting?: string })[]) =>
  all.map(({ hcpcs, setting, count, before, after, change }) => ({ hcpcs, setting, count, before, after, change }));
const inOffices = ({ lines }: PortfolioDocument) =>
  lines.filter(({ setting }) => setting === "nonFacility" || setting === "facility");

describeWithRealFiles("volumes of whole releases, as the site compares them", () => {
  it.each([
    ["2025A", "2026B", "each row alone", alone, 3_500],
    ["2025A", "2026B", "half of them in claims", halfInClaims, 3_500],
    ["2024A", "2025A", "pairs of codes that are paid as one", pairs, 150],
  ] as const)("have the document of `ratebook diff %s %s --volumes --json`: %s", async (from, to, _, rowsOf, least) => {
    const { told, document } = await bothAnswers(from, to, [from, to], rowsOf);
    expect(told.lines.length).toBeGreaterThan(least);
    expect(document).toEqual(told);
  });

  it("have its sums, and its causes of physicians' amounts, where the site has readers' documents alone", async () => {
    const { told, document } = await bothAnswers("2020A", "2025A", ["2025A"], alone);
    expect(told.lines.length).toBeGreaterThan(3_500);
    expect(sums([document.total, ...document.bySetting, ...document.byCode])).toEqual(
      sums([told.total, ...told.bySetting, ...told.byCode]),
    );
    expect(inOffices(document)).toEqual(inOffices(told));
    expect(told.localityMoves.length).toBeGreaterThan(0);
    expect(document.localityMoves).toEqual(told.localityMoves);
    expect(document.notCompared).toEqual(told.notCompared);
    expect(document.apart).toEqual(told.apart);
  });
});
