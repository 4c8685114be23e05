import type { Problem } from "../../schemas/place.ts";

function groupKey(problem: Problem): string {
  return `${problem.code}\u0000${problem.place.file}\u0000${problem.place.column ?? ""}`;
}

/** Problems of one kind in one column of a file, as groups in the order of their first ones. */
export function problemGroups(problems: readonly Problem[]): Problem[][] {
  const byKey = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = byKey.get(groupKey(problem));
    if (group === undefined) byKey.set(groupKey(problem), [problem]);
    else group.push(problem);
  }
  return [...byKey.values()];
}
