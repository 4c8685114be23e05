import type { Checker } from "./check.ts";

const LENGTH = 5;

/** The codes of a release, sorted, and the number of each. */
export class CodeList {
  readonly list: readonly string[];

  /** @param suffixes every code without what it shares with the one before it: `22510 1 2` */
  constructor(suffixes: string, check: Checker) {
    check.holds(typeof suffixes === "string", "codes is not a text");
    const list = suffixes.split(" ");
    let last = "";
    for (let at = 0; at < list.length; at += 1) {
      const suffix = list[at] as string;
      const code = last.slice(0, LENGTH - suffix.length) + suffix;
      if (code.length !== LENGTH || code <= last) throw check.damaged(`codes has ${code} after ${last}`);
      list[at] = code;
      last = code;
    }
    this.list = list;
  }

  /** The number of a code, -1 for one that no file has. */
  indexOf(code: string): number {
    let from = 0;
    let to = this.list.length - 1;
    while (from <= to) {
      const middle = (from + to) >> 1;
      const seen = this.list[middle] as string;
      if (seen === code) return middle;
      if (seen < code) from = middle + 1;
      else to = middle - 1;
    }
    return -1;
  }
}
