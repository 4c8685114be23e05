import { describe, expect, it } from "vitest";
import { buildRelease } from "../../pipelines/build-release.ts";
import { type Download, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import { continuityWith } from "../../pipelines/schedules/continuity/continuity.ts";
import { profilesOf } from "../../pipelines/sources/profiles.ts";
import { completeness, continuityBounds } from "../../pipelines/sources/sources.ts";
import type { Profile } from "../../schemas/source/profile.ts";
import type { Family } from "../../schemas/source/release.ts";
import { exchanged, shifted, without } from "../support/damage.ts";
import { replaceOnce } from "../support/excerpt-copy.ts";
import { inTurn } from "../support/more-files.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";
import { unregistered } from "../support/unregistered.ts";

const RVU_C = "pfs/RVU26C/PPRRVU2026_Jul_nonQPP.csv";
const RVU_D = "pfs/RVU25D/PPRRVU2025_Oct.csv";
const GPCI_C = "pfs/RVU26C/GPCI2026.csv";
const GPCI_D = "pfs/RVU25D/GPCI2025.csv";
const OPPS = "opps/2026Q2-reconstructed/Addendum_B.RECONSTRUCTED.csv";
const OPPS_BEFORE = "opps/2026Q1-reconstructed/Addendum_B.RECONSTRUCTED.csv";
const AA = "asc/2026Q2/AA.csv";
const CAP = "pfs/RVU25D/OPPSCAP_Oct.csv";
const ANES = "pfs/RVU25D/ANES2025.csv";
const WAGE = "asc/wage-index/2026-wage_index.csv";
const ZIP = "crosswalk/ZIP5_OCT2025.txt";

type Edit = (text: string) => string;

/** CMS's downloads, one of them edited in memory, and without its twins in other folders, which would be found by their hash. */
function edited(path: string, edit: Edit): Download[] {
  const text = textOf(path);
  const bytes = new Uint8Array(Buffer.from(edit(text), "latin1"));
  const isTwin = (each: Download): boolean => each.bytes === text.length && textOf(each.path) === text;
  const others = listDownloads(CMS_FOLDER).filter((each) => !isTwin(each));
  return [...others, { path, bytes: bytes.length, read: () => bytes }];
}

function textOf(path: string): string {
  const download = listDownloads(CMS_FOLDER).find((each) => each.path === path);
  return Buffer.from(download?.read() ?? []).toString("latin1");
}

/** What is found where no table of the year is registered, as it is every January. */
function acrossYears(book: ReleaseBook): string[] {
  const year = book.release.window.from.slice(0, 4);
  const isOther = ({ window }: Profile): boolean => window.from.slice(0, 4) !== year;
  const profiles = (family: Family): Profile[] => profilesOf(family).filter(isOther);
  const bounds = () => continuityBounds().bounds;
  const found = continuityWith({ profiles, bounds, fresh: () => completeness().fresh }).run(book);
  return (found?.violations ?? []).map(({ key }) => `cross.continuity:${key}`);
}

interface Stopped {
  readonly withinYear: readonly string[];
  readonly acrossYears: readonly string[];
}

/** Checks and keys of what stops the build of a release that nobody has registered, each once. */
async function stopped(id: string, path: string, edit: Edit): Promise<Stopped> {
  expect(edit(textOf(path))).not.toBe(textOf(path));
  const options = { chooseCodes: () => [], required: [], allowChanged: true };
  const { book, problems } = await buildRelease(unregistered(registeredRelease(id)), edited(path, edit), options);
  const withinYear = [...new Set(problems.map(({ code, place }) => `${code}:${place.key}`))];
  const others = withinYear.filter((each) => !each.startsWith("cross.continuity:"));
  return { withinYear, acrossYears: [...others, ...acrossYears(book)] };
}

const code = (line: string): string => line.slice(0, 5);
/** Every second locality, but for the first ones. */
const halved = without((line, at) => at > 3 && at % 2 === 0 && /^\d{5},/.test(line));
const tenfoldDrug = replaceOnce("J0129,,K,,,$44.718,", "J0129,,K,,,$447.18,");
const statuses = without((line) => /^[0-9A-Z]{5},[^,]*,[ST],/.test(line));

/** A damage that adds up row by row, and the findings that must be among those that stop the build. */
const DAMAGES: readonly (readonly [
  name: string,
  release: string,
  file: string,
  edit: Edit,
  findings: readonly string[],
])[] = [
  ["100 rows of the relative value file", "2026C", RVU_C, without((_, at) => at >= 110), ["cross.continuity:rvu.gone"]],
  ["8,990 rows of 19,356", "2026C", RVU_C, without((_, at) => at >= 9000), ["cross.continuity:rvu.rows"]],
  ["a hole of 2,000 rows", "2026C", RVU_C, without((_, at) => at > 5000 && at <= 7000), ["cross.continuity:rvu.hole"]],
  [
    "a hole of all office visits",
    "2026C",
    RVU_C,
    without((line) => code(line) >= "99202" && code(line) <= "99215" && /^\d{5},/.test(line)),
    ["pfs.landmark-codes:99202", "pfs.landmark-codes:99215"],
  ],
  ["57 of 109 localities, alone", "2026C", GPCI_C, halved, ["cross.continuity:gpci.gone"]],
  [
    "57 of 109 localities, with the other tables",
    "2025D",
    GPCI_D,
    halved,
    ["cross.keys-listed:anesthesia.gpci", "cross.keys-listed:counties.gpci", "cross.keys-listed:zip5.gpci"],
  ],
  [
    "no S and T rows",
    "2026B",
    OPPS,
    statuses,
    ["cross.keys-listed:rvu.addendum-b", "cross.keys-listed:asc-aa.addendum-b"],
  ],
  [
    "Addendum AA without 1,000 rows",
    "2026B",
    AA,
    without((_, at) => at > 2000 && at <= 3000),
    ["cross.keys-listed:asc-ff.asc-aa"],
  ],
  [
    "practice expenses exchanged",
    "2026C",
    RVU_C,
    inTurn(exchanged(6, 8), exchanged(11, 12)),
    ["pfs.office-pe-higher:facilityPeRvu", "cross.continuity:rvu.nonFacilityPeRvu"],
  ],
  [
    "NA marks exchanged",
    "2026C",
    RVU_C,
    exchanged(7, 9),
    ["cross.continuity:rvu.nonFacilityNa", "cross.continuity:rvu.facilityNa"],
  ],
  ["PC/TC moved by a row", "2026C", RVU_C, shifted(13), ["cross.continuity:rvu.pctcIndicator"]],
  ["keys of the GPCI moved by a row", "2026C", GPCI_C, shifted(0, 1, 2, 3), ["cross.continuity:gpci.peGpci"]],
  [
    "units for the cap moved by a row",
    "2025D",
    RVU_D,
    shifted(28, 29, 30),
    ["cross.continuity:rvu.oppsNonFacilityPeRvu"],
  ],
  ["wage indices moved by a row", "2026B", WAGE, shifted(2), ["cross.continuity:wage-index.wageIndex.far"]],
  [
    "an index of 9.69",
    "2026C",
    GPCI_C,
    replaceOnce("03102,AZ,00,ARIZONA,1.000,0.969,", "03102,AZ,00,ARIZONA,1.000,9.69,"),
    ["gpci.plausible-index:0310200"],
  ],
  [
    "an index of 0",
    "2026C",
    GPCI_C,
    replaceOnce("03102,AZ,00,ARIZONA,1.000,0.969,", "03102,AZ,00,ARIZONA,1.000,0,"),
    ["gpci.plausible-index:0310200"],
  ],
  [
    "last year's GPCI",
    "2026C",
    GPCI_C,
    () => textOf(GPCI_D).replaceAll("2025", "2026"),
    ["cross.continuity:gpci.another"],
  ],
  ["last quarter's Addendum B", "2026B", OPPS, () => textOf(OPPS_BEFORE), ["cross.continuity:addendum-b.another"]],
  ["a drug at ten times its rate", "2026B", OPPS, tenfoldDrug, ["cross.asc-drug-rate:J0129"]],
  [
    "OPPSCAP without its last 2,000 rows",
    "2025D",
    CAP,
    without((_, at) => at > 14_000),
    ["cross.continuity:opps-cap.rows"],
  ],
  ["anesthesia factors moved by a row", "2025D", ANES, shifted(3), ["cross.continuity:anesthesia.anesthesiaFactor"]],
  [
    "ZIP codes without a State",
    "2025D",
    ZIP,
    without((line) => line.startsWith("NE")),
    ["cross.keys-listed:gpci.zip5"],
  ],
];

describeWithRealFiles("a damage that every row hides", () => {
  describe.each(DAMAGES)("%s", (_, id, path, edit, findings) => {
    it(`stops ${id}`, async () => {
      const found = await stopped(id, path, edit);
      expect(found.withinYear).toEqual(expect.arrayContaining([...findings]));
      expect(found.acrossYears).not.toEqual([]);
    });
  });
});
