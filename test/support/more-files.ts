import { readFileSync } from "node:fs";
import { join } from "node:path";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { inTurn } from "../../tools/mutations/edits.ts";
import { type AddedFile, type BuildOfExcerpt, type Edits, FILES_2025A, replaceOnce } from "./excerpt-copy.ts";

/** An embedded release with a file that its excerpt lacks, made from the excerpt's rows. */
export interface Extended {
  readonly id: string;
  readonly edits: Edits;
  readonly build: BuildOfExcerpt;
}

/** The end of an imaging row in the excerpt of 2025A, without RVUs for the OPPS cap, and with them. */
function capUnits(start: string, supervision: "03" | "09", units: string): (text: string) => string {
  const end = `,,32.3465,${supervision},0,99,`;
  return replaceOnce(
    `${start}1,XXX,0.00,0.00,0.00,0,0,0,0,0${end}0.00,0.00,0.00`,
    `${start}1,XXX,0.00,0.00,0.00,0,0,0,0,0${end}${units}`,
  );
}

/**
 * CT guidance under a cap that CMS did not print: 1.20 PE and 0.01 MP for the technical component, so
 * 0.48 + 1.20 = 1.68 and 0.08 + 0.01 = 0.09 for the global.
 */
export const CAP_77012 = inTurn(
  capUnits("77012,TC,,A,,0.00,1.71,,1.71,NA,0.01,1.72,1.72,", "03", "1.20,1.20,0.01"),
  capUnits("77012,,,A,,1.50,2.19,,2.19,NA,0.09,3.78,3.78,", "09", "1.68,1.68,0.09"),
);

/**
 * Prices of the cap above, computed from the GPCIs 1, 0.869, 0.575 of Alabama and 1.042, 1.194, 0.690 of Los Angeles:
 *
 * - Alabama TC (1.20 x 0.869 + 0.01 x 0.575) x 32.3465 = 1.04855 x 32.3465 = 33.916922575
 * - Alabama global (1.50 x 1 + 1.68 x 0.869 + 0.09 x 0.575) x 32.3465 = 3.01167 x 32.3465 = 97.416983655
 * - Los Angeles TC (1.20 x 1.194 + 0.01 x 0.690) x 32.3465 = 1.4397 x 32.3465 = 46.56925605, under both contracts
 */
const OPPS_CAP: AddedFile = {
  role: "opps-cap",
  name: "OPPSCAP_JAN.csv",
  text: [
    "HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE",
    "77012,TC,A,10112,00,33.92,33.92",
    "77012,,A,10112,00,97.42,97.42",
    "77012,TC,A,01112,18,46.57,46.57",
    "77012,TC,A,01182,18,46.57,46.57",
    "",
  ].join("\n"),
};

/** January 2025 with a cap on 77012 and CMS's file of capped prices. */
export const WITH_OPPS_CAP: Extended = {
  id: "2025A",
  edits: { [FILES_2025A.rvu]: CAP_77012 },
  build: { added: [OPPS_CAP] },
};

const NON_QPP = "PPRRVU2026_Jan_nonQPP.csv";

/** The QPP file as CMS describes it: the same RVUs, indicator 1, the other factor, only rows of status A, C, R and T. */
function qppText(): string {
  const lines = readFileSync(join(embeddedFolder("2026A"), NON_QPP), "utf8").split("\n");
  const banner = ",,2026 National Physician Fee Schedule Relative Value File January Release\n";
  const own = lines
    .filter((line) => !/^\d/.test(line) || /^\d{5},[0-9A-Z]*,,[ACRT],/.test(line))
    .map((line) => line.replace(",9,,33.4009,", ",1,,33.5675,"))
    .join("\n");
  return banner + own;
}

/** January 2026 with a QPP file. */
export const WITH_QPP: Extended = {
  id: "2026A",
  edits: {},
  build: { added: [{ role: "rvu-qpp", name: "PPRRVU2026_Jan_QPP.csv", text: qppText() }] },
};
