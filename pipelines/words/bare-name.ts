/** Letters and digits of a name: "los angeles long beach anaheim orange cnty". */
export function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
