import type { DiffDocument } from "../../../schemas/out/diff.ts";
import { countiesText } from "../../words/county-text.ts";
import { list, type Section } from "./view.ts";

type Move = DiffDocument["localityMoves"][number];

const WORDS: Readonly<Record<Move["kind"], string>> = {
  renumbered: "renumbered to",
  split: "split into",
  merged: "merged into",
  redrawn: "redrawn as",
};

/** Counties that changed their locality together: one line, whichever of two carriers' localities they were in. */
function partTexts({ parts }: Move): string[] {
  const gone = parts.filter(({ from, to }) => from !== to);
  const lines = new Map<string, { counties: readonly string[]; to: string; from: string[] }>();
  for (const { from, to, counties } of gone) {
    const key = `${to} ${counties.join()}`;
    const line = lines.get(key) ?? { counties, to, from: [] };
    line.from.push(from);
    lines.set(key, line);
  }
  return [...lines.values()].map(
    ({ from, to, counties }) => `${countiesText(counties)} from ${from.join(" and ")} to ${to}`,
  );
}

function moveText(move: Move): string {
  const { kind, from, to } = move;
  const what = `${from.join(", ")} ${WORDS[kind]} ${to.join(", ")}`;
  return kind === "renumbered" ? what : `${what}: ${partTexts(move).join("; ")}`;
}

/** What happened to localities, by their counties; nothing where none changed. */
export function localityMovesSection(moves: readonly Move[]): Section {
  return {
    id: "locality-moves",
    title: "Localities that changed, by their counties",
    blocks: [list(moves.map(moveText))],
  };
}
