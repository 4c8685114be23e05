/** Days on which a parameter of `sources/parameters/` is in force, both included. */
interface Dated {
  readonly from: string;
  readonly to: string;
}

/** The entry in force on a day; undefined when none is recorded. */
export function inForceOn<Entry extends Dated>(entries: readonly Entry[], day: string): Entry | undefined {
  return entries.find(({ from, to }) => from <= day && day <= to);
}
