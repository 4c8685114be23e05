/** The sum of counts. */
export function total(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0);
}
