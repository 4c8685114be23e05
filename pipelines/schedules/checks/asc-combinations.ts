import type { AscCombination } from "../../../schemas/source/asc-combinations.ts";
import { type Check, type Findings, together } from "../../rules/check.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import { ascCombinations } from "../../sources/asc-combinations.ts";
import type { ReleaseBook } from "../book.ts";
import { evaluationOf, type PairTable } from "../opps/pairs.ts";

/** The codes that CMS gave to pairs. */
const COMBINATION = /^C75\d\d$/;

function partsOf(): ReadonlyMap<string, AscCombination> {
  return new Map(ascCombinations().combinations.map((each) => [each.code, each]));
}

/** What Addendum J says of a combination that the ASC list has. */
function faultOfListed(
  code: string,
  apc: string,
  parts: AscCombination | undefined,
  evaluation: PairTable,
): RowFault | null {
  if (parts === undefined) return { fields: ["hcpcs"], message: `the parts of ${code} are not known` };
  const { primary, secondary } = parts;
  const row = evaluationOf(evaluation, primary, secondary);
  const { qualifies, adjustedApc } = evaluation.table.columns;
  if (row === undefined || qualifies.at(row) !== "Y")
    return { fields: ["hcpcs"], message: `Addendum J does not qualify ${primary} with ${secondary}` };
  if (adjustedApc.at(row) === apc) return null;
  const message = `APC ${apc} here, and ${adjustedApc.at(row)} for ${primary} with ${secondary} in Addendum J`;
  return { fields: ["apc"], message };
}

/** What the ASC list must say of a pair with a combination code. */
function faultOfPair(code: string, isQualified: boolean, isListed: boolean): RowFault | null {
  if (isQualified === isListed) return null;
  const pair = `the pair ${isQualified ? "qualifies" : "does not qualify"}`;
  return { fields: ["qualifies"], message: `${pair}, and ${code} is ${isListed ? "" : "not "}on the ASC list` };
}

/** Of the pairs with a combination code, those that Addendum J qualifies are on the ASC list. */
function checkQualified(evaluation: PairTable, listed: ReadonlySet<string>): Findings {
  const { combinations } = ascCombinations();
  const byPair = new Map(combinations.map(({ code, primary, secondary }) => [`${primary} ${secondary}`, code]));
  return checkRows(evaluation, ({ qualifies }) => (row) => {
    const code = byPair.get(evaluation.table.key(row));
    return code === undefined ? undefined : faultOfPair(code, qualifies.at(row) === "Y", listed.has(code));
  });
}

/** Combination codes of the ASC addenda against Addendum J, in both directions. */
export const ascCombinationsArePairs: Check<ReleaseBook> = {
  id: "cross.asc-combinations",
  title:
    "A combination code is on the ASC list exactly when Addendum J qualifies its pair, and Addendum FF has the pair's adjusted APC",
  invariants: [],
  scope: "release",
  severity: "review",
  cites: [{ title: "ASC Addenda AA and FF" }, { title: "OPPS Addendum J: complexity adjustments" }],
  cure: "Compare CMS's files of the year; a new combination code belongs into sources/asc-combinations.json with its parts",
  run: ({ asc, tables, release }) => {
    const { "addendum-j-evaluation": evaluation, "asc-ff": offsets } = tables;
    if (evaluation === undefined || offsets === undefined || asc === undefined) return undefined;
    const parts = partsOf();
    const listed = new Set([...asc.byCode.keys()].filter((code) => COMBINATION.test(code)));
    return together([
      checkRows(offsets, ({ hcpcs, apc }) => (row) => {
        const code = hcpcs.at(row);
        if (!COMBINATION.test(code)) return undefined;
        return faultOfListed(code, apc.at(row), parts.get(code), evaluation);
      }),
      // An excerpt has the rows of some codes, so that a code may be missing for that reason alone.
      release.coverage === "excerpt" ? undefined : checkQualified(evaluation, listed),
    ]);
  },
};
