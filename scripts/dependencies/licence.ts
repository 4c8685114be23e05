import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const Named = z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]);
/** The licence, and how packages of old times said it. */
const Licensed = z.object({ license: Named.optional(), licenses: z.array(Named).optional() });

/** The licence that an installed package names; undefined when it names none or is not installed. */
export function licenceNamedIn(folder: string): string | undefined {
  const path = join(folder, "package.json");
  if (!existsSync(path)) return undefined;
  const { license, licenses } = Licensed.parse(JSON.parse(readFileSync(path, "utf8")));
  return license ?? licenses?.join(" OR ");
}

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
