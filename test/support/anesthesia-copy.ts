import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BuiltCopy } from "./built-copy.ts";

/** `out/` in which 22899 is an anesthesia code, as CMS's file has 00100: status J, no RVUs. */
export function withAnesthesia(baseUnits: unknown, ofQualifying?: string): string {
  const copy = new BuiltCopy();
  const edit = (path: string, change: (text: string) => string): void =>
    copy.write("2025A", path, change(readFileSync(join(copy.out, "2025A", path), "utf8")));
  const asJ = (line: string): string => line.replaceAll("contractor-priced", "anesthesia").replace('"C"', '"J"');
  for (const path of ["national.json", "site-of-service.json"])
    edit(path, (text) => text.replace(/^\{"hcpcs":"22899".*$/m, asJ));
  edit("anesthesia.json", (text) => {
    const file =
      '"anesthesia-base-units":{"name":"units.csv","sha256":"","origin":"cms","columns":{"baseUnits":{"column":"B","heading":"UNIT"}}}';
    const track = ofQualifying === undefined ? "null" : `"${ofQualifying}"`;
    return text
      .replace('"22.37","qualifyingApm":null', `"22.37","qualifyingApm":${track}`)
      .replace('"baseUnits": null', `"baseUnits": ${JSON.stringify(baseUnits)}`)
      .replace('"files": {', `"files": {${file},`);
  });
  return copy.out;
}
