/** What orders changes: dollars in mills, up or down, and a name. */
interface Rank {
  readonly unexplained: number;
  readonly change: number;
  readonly name: string;
}

function compare(left: Rank, right: Rank): number {
  return right.unexplained - left.unexplained || right.change - left.change || (left.name < right.name ? -1 : 1);
}

/** Changes in the order of reports: those that no rule explains first, largest first, equal ones by their names. */
export function largestFirst<Change>(changes: readonly Change[], rankOf: (change: Change) => Rank): Change[] {
  return changes
    .map((change) => ({ change, rank: rankOf(change) }))
    .sort((left, right) => compare(left.rank, right.rank))
    .map(({ change }) => change);
}
