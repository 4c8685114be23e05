/** Files that a release can have, besides the documents of codes, and the shape of each. */
const FILES: ReadonlyMap<string, string> = new Map([
  ...["national", "localities", "counties", "zips", "anesthesia", "opps", "asc", "wage-index", "site-of-service"]
    .concat(
      "asc-device-offsets",
      "asc-excluded",
      "asc-indicators",
      "opps-apcs",
      "opps-status-indicators",
      "opps-comment-indicators",
      "opps-inpatient-only",
      "opps-composites",
      "opps-device-offsets",
      "opps-pairs",
      "opps-pair-evaluation",
      "opps-ranks",
      "opps-exclusions",
      "ncci-addon",
      "ncci-mue-practitioner",
      "ncci-mue-hospital",
      "ncci-mue-dme",
      "manifest",
      "reader",
      "reader-zips",
      "reader-counties",
      "reader-cells",
      "claims",
    )
    .map((name) => [`${name}.json`, name] as const),
  ["datapackage.json", "data-package"],
  ["attestation.intoto.json", "attestation"],
  ["attestation.dsse.json", "attestation-signed"],
]);

const CODE = /^codes\/([0-9A-Z]{5})\.json$/;

/** The code of a path in a release; undefined for files about all codes. */
export function codeOfPath(path: string): string | undefined {
  return CODE.exec(path)?.[1];
}

const SLICE = /^ncci-ptp-(?:practitioner|hospital)\/([0-9A-Z]{5})\.json$/;
const SLICES = /^ncci-ptp-(?:practitioner|hospital)\/index\.json$/;

const CLAIMS = /^claims\/(?:codes|zips)\/[0-9A-Za-z]+\.json$/;

/** The code that a document of a release is about, whatever it says of it; undefined for one about all codes. */
export function codeNamedIn(path: string): string | undefined {
  return codeOfPath(path) ?? SLICE.exec(path)?.[1];
}

/** Name of the shape of a file in a release, by its path; undefined for other files. */
export function shapeOfPath(path: string): string | undefined {
  if (SLICE.test(path)) return "ncci-ptp";
  if (SLICES.test(path)) return "ncci-ptp-index";
  if (CLAIMS.test(path)) return "claims-slice";
  return CODE.test(path) ? "code" : FILES.get(path);
}
