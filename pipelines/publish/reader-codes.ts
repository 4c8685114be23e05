/** How many characters two texts share at their beginning. */
function shared(one: string, two: string): number {
  let length = 0;
  while (length < two.length && one[length] === two[length]) length += 1;
  return length;
}

/** Sorted texts of one length, each without what it shares with the one before it: `22510 1 2`. */
export function suffixes(texts: readonly string[]): string {
  return texts.map((text, at) => text.slice(shared(texts[at - 1] ?? "", text))).join(" ");
}

/** Numbers distinct things in the order of their first use. */
export class Distinct<Thing> {
  readonly things: Thing[] = [];
  private readonly numbers = new Map<string, number>();

  /**
   * @param key equal for equal things, and only for them
   * @param make called for the first thing of a key
   */
  number(key: string, make: () => Thing): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.things.length);
    return this.things.push(make()) - 1;
  }
}

/** Each number as its step from the one before it. */
export function steps(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}

/** Runs of equal numbers: each number, then how many of it follow each other. */
export function runsOf(numbers: readonly number[]): number[] {
  const runs: number[] = [];
  numbers.forEach((number, at) => {
    if (at > 0 && numbers[at - 1] === number) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(number, 1);
  });
  return runs;
}
