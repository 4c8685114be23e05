import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { rateOf } from "../../pipelines/answers/rate/rate.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { type OpenedRelease, openRelease } from "../../pipelines/read/index.ts";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import { buildEdited } from "../support/excerpt-copy.ts";
import { type Extended, WITH_OPPS_CAP, WITH_QPP } from "../support/more-files.ts";
import { type AskedOfBoth, compareAmounts, compareRate, readerOfBuild } from "../support/reader-answers.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const QPP = "PPRRVU2026_Jan_QPP.csv";
const EMBEDDED = ["2025A", "2026A"];

/** Every code with each of its modifiers and without one, nationally and in every locality. */
function* everyQuestion(release: OpenedRelease): Generator<AskedOfBoth> {
  const places = ["national", ...release.localities.map(({ key }) => key)];
  for (const code of release.codes) {
    const modifiers = [undefined, ...[...release.rows(code)].map(({ modifier }) => modifier)];
    for (const modifier of modifiers) for (const locality of places) yield { code, modifier, locality };
  }
}

describe.each(EMBEDDED)("the reader of %s", (id) => {
  it("answers as `ratebook rate` does: every code, modifier, setting and locality, reasons included", async () => {
    const release = await openRelease(`${OUT}/${id}`);
    const output = openOutput(OUT);
    const chosen = chooseRelease({ release: id }, output.releases, OUT);
    const documents = output.open(chosen.built);
    const compared = [...everyQuestion(release)].map(({ code, modifier, locality }) => {
      const place = locality === "national" ? {} : { locality };
      const document = rateOf(documents, chosen, { hcpcs: code, modifier, settings: RATE_SETTINGS, ...place });
      return compareRate(document, release, { code, modifier, locality });
    });
    expect(compared.flatMap(({ differ }) => differ).slice(0, 10)).toEqual([]);
    expect(compared.reduce((sum, { amounts }) => sum + amounts, 0)).toBeGreaterThan(40_000);
  });

  it("has every amount that the build computes", async () => {
    const { book, outputs } = await buildEdited(id, {});
    expect(compareAmounts(book, await readerOfBuild(outputs)).differ).toEqual([]);
  });
});

describe("the reader of a release with files that the excerpts lack", () => {
  // CMS leaves rows out of its QPP file: here 22862, of status R
  const partial = { [QPP]: (text: string) => text.replace(/^22862,.*\n/m, "") };

  it.each<[string, Extended]>([
    ["a QPP file", WITH_QPP],
    ["a QPP file without a row", { ...WITH_QPP, edits: partial }],
    ["RVUs for the OPPS cap", WITH_OPPS_CAP],
  ])("has every amount with %s", async (_, { id, edits, build }) => {
    const { book, outputs, problems } = await buildEdited(id, edits, undefined, build);
    expect(problems).toEqual([]);
    const { amounts, differ } = compareAmounts(book, await readerOfBuild(outputs));
    expect(differ).toEqual([]);
    expect(amounts).toBeGreaterThan(4000);
  });
});
