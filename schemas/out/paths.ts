/** Files that a release can have, besides a document a code, and the shape of each. */
const FILES: ReadonlyMap<string, string> = new Map([
  ...["national", "localities", "counties", "zips", "anesthesia", "opps", "asc", "wage-index", "site-of-service"]
    .concat("asc-device-offsets", "asc-excluded", "asc-indicators", "manifest")
    .map((name) => [`${name}.json`, name] as const),
  ...["locality-amounts", "locality-amounts.qualifying-apm", "opps-cap"].flatMap((name) => [
    [`${name}.ndjson`, "locality-amounts-line"] as const,
    [`${name}.index.json`, "locality-amounts-index"] as const,
  ]),
  ["datapackage.json", "data-package"],
  ["attestation.intoto.json", "attestation"],
  ["attestation.dsse.json", "attestation-signed"],
]);

const CODE = /^codes\/([0-9A-Z]{5})\.json$/;

/** The code that a path inside a release is about; undefined for files of all codes. */
export function codeOfPath(path: string): string | undefined {
  return CODE.exec(path)?.[1];
}

/** Name of the shape that a file of a release has, after its path; undefined for what is no file of a release. */
export function shapeOfPath(path: string): string | undefined {
  return CODE.test(path) ? "code" : FILES.get(path);
}
