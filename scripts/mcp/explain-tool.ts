import * as z from "zod";
import { caveatsOf } from "../../pipelines/sources/caveats.ts";
import { derivationJson, type Explained, explainAsked, FIGURE_NAMES } from "../commands/explain.ts";
import { derivationLines } from "../print/derivation-lines.ts";
import { inCapitals } from "../program/option-values.ts";
import { CODE, given, PLACE, releaseArgument, releaseNamed } from "./arguments.ts";
import { caveatsText, releaseLine } from "./said-of-release.ts";
import { NO_COLOURS, type ToolAnswer, tool } from "./tool.ts";

const INPUT = z.strictObject({
  code: CODE,
  figure: z
    .string()
    .optional()
    .describe(
      `One of ${FIGURE_NAMES}, or a JSON pointer into the code's document, such as /pfs/0/rvus/work; default: office. Only office and facility take a place or a modifier`,
    ),
  modifier: z.string().optional().describe("Modifier of the row: 26, TC or 53"),
  ...PLACE,
  release: releaseArgument("Release by CMS's letter, such as 2026A; default: the latest that is built").optional(),
});

/** A derivation does not name its release; an answer must. */
function answerOf(explained: Explained): ToolAnswer {
  const { hcpcs, manifest, derivation } = explained;
  const { release, title, window, coverage } = manifest;
  const caveats = caveatsOf(release);
  const lines = [
    `${hcpcs} in ${releaseLine(manifest)}`,
    "",
    ...derivationLines(hcpcs, derivation, NO_COLOURS),
    "",
    ...caveatsText([release]),
  ];
  const document = { hcpcs, release, title, window, coverage, ...derivationJson(explained), caveats };
  return { text: lines.join("\n"), document };
}

export const EXPLAIN = tool({
  title: "Where a number comes from",
  description:
    "Where one figure of a code comes from: its rule with formula and citation, each input, and the cell of CMS's file that each input is read from (file, row, column, heading, printed text).",
  input: INPUT,
  answer: async ({ code, figure = "office", modifier, release, ...place }, out) => {
    const asked = given({ ...place, release: releaseNamed(release), modifier: modifier && inCapitals(modifier) });
    return answerOf(await explainAsked(code, figure, { out, ...asked }));
  },
});
