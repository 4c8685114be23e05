/** What is written into a data package besides the data: how to use it, and whose rights are in it. */

/** Names of a release's modules in a package, and which question needs each. */
export interface PackedRelease {
  readonly release: string;
  readonly title: string;
  /** Days of service. */
  readonly window: { readonly from: string; readonly to: string };
  /** Parts of the reader that the release has. */
  readonly parts: readonly ("zips" | "counties")[];
}

/** What whoever publishes the package has to settle; printed by the command, and written into the package. */
export const RIGHTS = [
  "CPT codes are copyright of the American Medical Association, CDT codes (D0000 to D9999) of the American Dental Association. CMS's licence to you may not let you pass them on: settle that with them before you publish this package, also inside your organisation.",
  "It contains codes and figures, and no descriptors. The figures are CMS's.",
] as const;

/** NOTICE.md. */
export function noticeText(name: string): string {
  return `# Notice\n\n${name} was made by ratebook from files of the Centers for Medicare & Medicaid Services (CMS).\n\n${RIGHTS.join("\n\n")}\n\nCMS prints in its files: "CPT codes and descriptions only are copyright American Medical Association. All Rights\nReserved. Applicable FARS/DFARS Apply." (with the year of the file), and "Dental codes (D codes) are copyright\nAmerican Dental Association. All Rights Reserved."\n\nThe modules \`read.mjs\` and, where it is there, \`claims.mjs\` are part of ratebook, Apache License 2.0: see LICENSE.\n`;
}

function claimsText(name: string): string {
  return `
\`${name}/claims\` prices the lines of one claim. In a browser, serve the folder \`claims/\` and open it by its URL:

\`\`\`js
import { openClaims } from "${name}/claims";

const claims = openClaims(new URL("claims/", location.href));
const { settings } = await claims.price({ lines: ["22511", "22512"], setting: "hopd" });
\`\`\`
`;
}

/** README.md. */
export function readmeText(
  name: string,
  version: string,
  releases: readonly PackedRelease[],
  hasClaims: boolean,
): string {
  const newest = releases.at(-1);
  const rows = releases.map(
    ({ release, title, window, parts }) =>
      `| \`${name}/releases/${release}\` | ${title} | ${window.from} to ${window.to} | ${parts.join(", ") || "none"} |`,
  );
  const zip = newest?.parts.includes("zips") === true;
  const place = zip ? 'zip: "94110"' : 'locality: "national"';
  const parts = zip ? ", { zips: true }" : "";
  return `# ${name} ${version}

What Medicare pays by HCPCS code: RVUs, GPCIs, conversion factors, OPPS and ASC rates of CMS, and the reader that
computes amounts from them. Amounts are whole cents and exact decimal text. Nothing else is needed: no network, no other
package.

\`\`\`js
import { open } from "${name}";

const release = await open("${newest?.release ?? ""}"${parts});
const answer = release.rate({ code: "22511", setting: "office", ${place} });
const fee = answer.kind === "amount" ? answer.value : answer.text;
\`\`\`

| module | release | days of service | parts |
| ------ | ------- | --------------- | ----- |
${rows.join("\n")}

\`packedReleases\` lists the names. \`openReleases\` and \`openRelease\` of the same module take the modules above, which are the
parsed documents; \`${name}/releases/RELEASE.json\` is the same as JSON, \`RELEASE.manifest.json\` says from which files of
CMS it was built. A release is good for its days of service: \`expiresOn\` of the manifest is the last one.
${hasClaims ? claimsText(name) : ""}
See NOTICE.md before you pass this package on.
`;
}
