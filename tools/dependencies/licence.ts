/**
 * The licence under which we take a package: the first alternative of `OR` of which every part of `AND` is among those
 * that we take; undefined when there is none. An expression with parentheses inside is for a person to look at.
 *
 * @param expression by SPDX, such as "(MIT OR GPL-3.0-or-later)"
 */
export function licenceTaken(expression: string, permissive: readonly string[]): string | undefined {
  const bare = expression.replace(/^\(([^()]*)\)$/, "$1");
  if (/[()]/.test(bare)) return undefined;
  return bare.split(" OR ").find((way) => way.split(" AND ").every((licence) => permissive.includes(licence)));
}
