import { join } from "node:path";
import { expect, it } from "vitest";
import { LocalityHistory } from "../../pipelines/answers/diff/locality-history.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { timeline } from "../../pipelines/answers/timeline/timeline.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { builtWhole } from "../support/built-whole.ts";
import { describeWithRealFiles } from "../support/real.ts";

describeWithRealFiles("localities of CMS's releases", () => {
  it("merged in 2024, by CMS's announcement three of California into two", async () => {
    const out = await builtWhole("2023A", "2024A");
    const history = new LocalityHistory(readSide(join(out, "2023A")), readSide(join(out, "2024A")));
    expect(history.moves.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ["merged", ["0111205", "0111206", "0111207"], ["0111205"]],
      ["merged", ["0118218", "0118226"], ["0118218"]],
    ]);
    const pairs = history.pairs().filter(({ before, after }) => before.locality !== after.locality);
    expect(pairs.map(({ before, after }) => [before.locality, after.locality])).toEqual([
      ["0118226", "0118218"],
      ["0111206", "0111205"],
      ["0111207", "0111205"],
    ]);
    expect(history.pairs()).toHaveLength(109 + 3);
  });

  it("were drawn out of the rest of California, which CMS gave to two carriers, between 2013 and 2018", async () => {
    const out = await builtWhole("2013A", "2018A");
    const { moves } = new LocalityHistory(readSide(join(out, "2013A")), readSide(join(out, "2018A")));
    expect(moves.filter(({ kind }) => kind === "merged")).toEqual([]);
    const rest = moves.find(({ from }) => from.includes("0119299"));
    expect(rest).toMatchObject({ kind: "redrawn", from: ["0110299", "0119299"], counties: 47 });
    expect(rest?.parts.filter(({ to }) => to === "0111254")).toEqual([
      { from: "0110299", to: "0111254", counties: ["Kern, CA"] },
      { from: "0119299", to: "0111254", counties: ["Kern, CA"] },
    ]);
  });

  it("are followed by a timeline from Bakersfield to the rest of California, and from Orange to Los Angeles", async () => {
    const out = await builtWhole("2013A", "2018A", "2023A", "2024A");
    const output = openOutput(out);
    const wanted = ["2013A", "2018A", "2023A", "2024A"];
    const releases = output.releases.filter(({ release }) => wanted.includes(release)).map(output.open);
    const told = (locality: string) =>
      timeline(releases, { hcpcs: "99213", modifier: undefined, locality }).points.map((point) => point.locality);
    expect(told("0111254")).toEqual(["0110299", "0111254", "0111254", "0111254"]);
    expect(told("0118226")).toEqual(["0119226", "0118226", "0118226", "0118218"]);
  });
});
