/**
 * The licence under which we use a package: the first alternative of `OR` whose parts of `AND` are all accepted;
 * undefined when there is none. A person must decide about an expression with inner parentheses.
 *
 * @param expression by SPDX, such as "(MIT OR GPL-3.0-or-later)"
 */
export function licenceTaken(expression: string, permissive: readonly string[]): string | undefined {
  const bare = expression.replace(/^\(([^()]*)\)$/, "$1");
  if (/[()]/.test(bare)) return undefined;
  return bare.split(" OR ").find((way) => way.split(" AND ").every((licence) => permissive.includes(licence)));
}
