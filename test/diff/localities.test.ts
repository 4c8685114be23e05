import { describe, expect, it } from "vitest";
import type { LocalityCounties } from "../../pipelines/answers/diff/county-flows.ts";
import { LocalityHistory, type WithLocalities } from "../../pipelines/answers/diff/locality-history.ts";
import { localityMovesSection } from "../../pipelines/reports/views/locality-moves.ts";
import type { LocalityRow } from "../../schemas/out/localities.ts";
import { reportMarkdown } from "../../scripts/print/view-markdown.ts";
import { A } from "../support/diff-sides.ts";

const GPCI = A.localities?.[0] as LocalityRow;

/** A locality of California with its counties; all others where none is named. */
function county(locality: string, ...counties: string[]): LocalityCounties {
  return { locality, state: "CALIFORNIA", coverage: counties.length === 0 ? "all-other" : "listed", counties };
}

/** A side whose localities have their numbers for indices, but those of the rest of the state, which are alike. */
function side(...counties: LocalityCounties[]): WithLocalities {
  const peGpci = ({ locality }: LocalityCounties) => (locality.endsWith("99") ? "1.000" : `1.${locality.slice(-3)}`);
  return { counties, localities: counties.map((row) => ({ ...GPCI, locality: row.locality, peGpci: peGpci(row) })) };
}

const keys = (rows: readonly LocalityRow[]): string[] => rows.map(({ locality }) => locality);
const movesOf = (before: WithLocalities, after: WithLocalities) =>
  new LocalityHistory(before, after).moves.map(({ kind, from, to }) => [kind, from, to]);
const pairsOf = (before: WithLocalities, after: WithLocalities): string[] =>
  new LocalityHistory(before, after).pairs().map((pair) => `${pair.before.locality} ${pair.after.locality}`);

describe("localities", () => {
  const old = side(county("0111205", "SAN FRANCISCO"), county("0111206", "MARIN", "NAPA"), county("0111207", "KERN"));
  const rest = [county("0111205", "SAN FRANCISCO"), county("0111207", "KERN")];

  it("are renumbered, split and merged by their counties, and by nothing else", () => {
    const moves = (...now: LocalityCounties[]) => movesOf(old, side(...now));
    expect(moves(...rest, county("0111206", "MARIN", "NAPA"))).toEqual([]);
    expect(moves(...rest, county("0118206", "MARIN", "NAPA"))).toEqual([["renumbered", ["0111206"], ["0118206"]]]);
    expect(moves(...rest, county("0118206", "MARIN"), county("0118207", "NAPA"))).toEqual([
      ["split", ["0111206"], ["0118206", "0118207"]],
    ]);
    expect(moves(county("0111207", "KERN"), county("0111299", "SAN FRANCISCO", "MARIN", "NAPA"))).toEqual([
      ["merged", ["0111205", "0111206"], ["0111299"]],
    ]);
    expect(moves(...rest, county("0118206", "MARIN"))).toEqual([["redrawn", ["0111206"], ["0118206"]]]);
    expect(moves(...rest)).toEqual([]);
  });

  it("merge by a county that CMS misprints, into one that keeps its number", () => {
    const before = side(county("0118218", "LOS ANGELES"), county("0118226", "ORANGE"));
    const after = side(county("0118218", "LOS ANGELES", "ORAGNGE CNTY"));
    const history = new LocalityHistory(before, after);
    expect(history.moves).toEqual([
      {
        kind: "merged",
        from: ["0118218", "0118226"],
        to: ["0118218"],
        counties: 2,
        parts: [
          { from: "0118218", to: "0118218", counties: ["Los Angeles, CA"] },
          { from: "0118226", to: "0118218", counties: ["Orange, CA"] },
        ],
      },
    ]);
    expect(pairsOf(before, after)).toEqual(["0118218 0118218", "0118226 0118218"]);
    expect([keys(history.on("after", "0118226")), keys(history.on("before", "0118218"))]).toEqual([
      ["0118218"],
      ["0118218"],
    ]);
    const report = { name: "", head: [], sections: [localityMovesSection(history.moves)] };
    expect(reportMarkdown(report)).toContain(
      "- 0118218, 0118226 merged into 0118218: Orange (CA) from 0118226 to 0118218",
    );
  });

  it("never merge by the words that CMS gives the rest of a state to two carriers with", () => {
    const before = side(county("0110299"), county("0119299"), county("0119218", "LOS ANGELES"));
    const after = side(county("0111275"), county("0111254", "KERN"), county("0118218", "LOS ANGELES"));
    expect(movesOf(before, after)).toEqual([
      ["redrawn", ["0110299", "0119299"], ["0111254", "0111275"]],
      ["renumbered", ["0119218"], ["0118218"]],
    ]);
    // Whichever of the two Kern was in, its indices were the same
    const history = new LocalityHistory(before, after);
    expect(keys(history.on("before", "0111254"))).toEqual(["0110299"]);
    expect(keys(history.on("after", "0119299"))).toEqual(["0111254", "0111275"]);
    expect(pairsOf(before, after)).toContain("0119299 0111254");
    expect(movesOf(before, side(county("0110299"), county("0119299"), county("0118218", "LOS ANGELES")))).toEqual([
      ["renumbered", ["0119218"], ["0118218"]],
    ]);
  });

  it("tell nothing of the rest of a state of which a listed name is not known", () => {
    const before = side(county("0110299"), county("0119218", "LOS ANGELES"));
    expect(movesOf(before, side(county("0111275"), county("0119218", "LOS ANGELLES")))).toEqual([]);
    expect(movesOf(before, side(county("0111275"), county("0119218", "LOS ANGELES")))).toEqual([
      ["renumbered", ["0110299"], ["0111275"]],
    ]);
  });

  it("go by their numbers where a release was built without CMS's county file", () => {
    const bare = { ...old, counties: undefined };
    expect(pairsOf(old, bare)).toEqual(["0111205 0111205", "0111206 0111206", "0111207 0111207"]);
    expect(movesOf(old, bare)).toEqual([]);
  });
});
