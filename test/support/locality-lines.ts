import { diff } from "../../pipelines/answers/diff/diff.ts";
import type { Side } from "../../pipelines/answers/diff/side.ts";
import type { DiffDocument } from "../../schemas/out/diff.ts";
import type { LocalityChangesHead, LocalityChangesLine } from "../../schemas/out/locality-changes.ts";

type Line = ReturnType<(typeof LocalityChangesLine)["parse"]>;

/** The file of `--localities-to`, read back, and its diff. */
export interface Lines {
  readonly document: DiffDocument;
  readonly head: LocalityChangesHead;
  readonly lines: readonly Line[];
}

/** Compares two sides in every locality. */
export function linesOf(before: Side, after: Side, codes?: readonly string[]): Lines {
  const pieces: Buffer[] = [];
  const document = diff(before, after, {
    localities: false,
    localityLines: (bytes) => pieces.push(Buffer.from(bytes)),
    ...(codes === undefined ? {} : { chooseCodes: () => ({ codes, unknown: [] }) }),
  });
  const [head = "", ...lines] = Buffer.concat(pieces).toString("latin1").trimEnd().split("\n");
  return {
    document,
    head: JSON.parse(head) as LocalityChangesHead,
    lines: lines.map((line) => JSON.parse(line) as Line),
  };
}

function cents(text: string | undefined): number {
  return Number((text ?? "").replace(".", ""));
}

/** Amounts whose effects do not add up to the change, or whose change is not that of the two amounts. */
export function wrongSums({ head, lines }: Pick<Lines, "head" | "lines">): string[] {
  const wrong: string[] = [];
  for (const { hcpcs, modifier, setting, from, to, change, effects } of lines) {
    const columns = Object.values(effects);
    head.localities.forEach(({ locality }, at) => {
      const moved = cents(change[at]);
      const told = columns.reduce((sum, column) => sum + cents(column[at]), 0);
      if (told !== moved || cents(to[at]) - cents(from[at]) !== moved)
        wrong.push(`${hcpcs} ${modifier} ${setting} ${locality}`);
    });
  }
  return wrong;
}
