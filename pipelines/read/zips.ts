import type { ReaderZipsDocument } from "../../schemas/out/reader.ts";
import type { Checker } from "./check.ts";

type ZipKind = ReaderZipsDocument["kinds"][number];

/** How many ZIP codes there can be. */
const ALL = 100_000;

/** ZIP codes with the localities that CMS's ZIP5 file assigns them to. */
export class Zips {
  readonly quarter: string;
  private readonly kinds: readonly ZipKind[];
  /** The kind of each ZIP code and one more; 0 for one that does not exist. */
  private readonly kindOf = new Uint16Array(ALL);

  constructor({ quarter, runs, kinds, kindOf }: ReaderZipsDocument, check: Checker) {
    this.quarter = quarter;
    this.kinds = check.list(kinds, "kinds");
    const spans = check.integers(kindOf, "kindOf");
    const lengths = check.integers(runs, "runs");
    const ofEach: number[] = [];
    for (let at = 0; at + 1 < spans.length; at += 2) {
      const [kind, length] = [spans[at] as number, spans[at + 1] as number];
      check.holds(kind < kinds.length && ofEach.length + length <= ALL, "kindOf");
      for (let zip = 0; zip < length; zip += 1) ofEach.push(kind + 1);
    }
    check.holds(lengths.reduce((sum, length) => sum + length, 0) === ALL, "runs");
    let zip = 0;
    let used = 0;
    lengths.forEach((length, at) => {
      if (at % 2 === 1) for (let each = 0; each < length; each += 1) this.kindOf[zip + each] = ofEach[used + each] ?? 0;
      used += at % 2 === 1 ? length : 0;
      zip += length;
    });
    check.holds(used === ofEach.length, "kindOf");
  }

  /** What the file says about a ZIP code of five digits; undefined where it does not have it. */
  rowsOf(zip: string): ZipKind | undefined {
    return this.kinds[(this.kindOf[Number(zip)] ?? 0) - 1];
  }
}
