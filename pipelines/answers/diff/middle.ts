/** The mean of some integers, half away from zero. */
export function mean(values: Int32Array): number {
  const sum = values.reduce((all, value) => all + value, 0);
  const rounded = Math.floor((Math.abs(sum) * 2 + values.length) / (values.length * 2));
  return sum < 0 ? -rounded : rounded;
}

/** The middle one of sorted integers, or the mean of the two in the middle, half away from zero. */
export function exactMedian(sorted: Int32Array): number {
  const middle = sorted.length >> 1;
  return mean(sorted.slice(sorted.length % 2 === 0 ? middle - 1 : middle, middle + 1));
}
