import type { Damage } from "../damage.ts";
import {
  exchanged,
  inTurn,
  overwritten,
  renamed,
  repeated,
  reversed,
  shifted,
  takenFrom,
  times,
  without,
} from "../edits.ts";
import { insteadOf, inText } from "../folder.ts";

const GPCI_2026 = "pfs/RVU26C/GPCI2026.csv";
const GPCI_2025 = "pfs/RVU25D/GPCI2025.csv";
const GPCI_WITHOUT_FLOOR = "pfs/RVU26A/GPCI2026.csv";
const ANESTHESIA = "pfs/RVU25D/ANES2025.csv";
const COUNTIES = "pfs/RVU25D/25LOCCO.csv";
const ZIP = "crosswalk/ZIP5_OCT2025.txt";
const WAGES_2026 = "asc/wage-index/2026-wage_index.csv";
const WAGES_2025 = "asc/wage-index/2025-wage_index.txt";

/** Columns of the GPCI file, from 0. */
const G = { mac: 0, state: 1, locality: 2, name: 3, work: 4, pe: 5, mp: 6 } as const;
const INDICES = [G.work, G.pe, G.mp] as const;

/** Every second locality, but for the first ones. */
const halved = without((line, at) => at > 3 && at % 2 === 0 && /^\d{5} ?,/.test(line));
const named =
  (name: string) =>
  (cells: readonly string[]): boolean =>
    cells[G.name] === name;
const arizona = (index: string) => overwritten(G.pe, () => index, named("ARIZONA"));

const ONCE =
  "CMS prints a GPCI once, and GPCIs move like this from year to year. OPPSCAP would tell, and this release has none";

type OfTable = Omit<Damage, "table" | "folder">;

const GPCI_DAMAGES: readonly OfTable[] = [
  {
    name: "Every second locality is missing",
    edit: inText(GPCI_2026, halved),
    stops: ["cross.continuity:gpci.gone"],
  },
  {
    name: "The keys of the localities are moved by a row",
    edit: inText(GPCI_2026, shifted(G.mac, G.state, G.locality, G.name)),
    stops: ["cross.continuity:gpci.peGpci"],
  },
  {
    name: "The locality numbers are moved by a row",
    edit: inText(GPCI_2026, shifted(G.locality)),
    stops: ["cross.continuity:gpci.gone"],
  },
  {
    name: "One GPCI is 9.69 in place of 0.969",
    edit: inText(GPCI_2026, arizona("9.69")),
    stops: ["gpci.plausible-index:0310200"],
  },
  {
    name: "One GPCI is 0",
    edit: inText(GPCI_2026, arizona("0")),
    stops: ["gpci.plausible-index:0310200"],
  },
  {
    name: "One GPCI is 1.969 in place of 0.969",
    edit: inText(GPCI_2026, arizona("1.969")),
    stops: ["cross.continuity:gpci.peGpci.far"],
    whyInJanuary: ONCE,
  },
  {
    name: "One GPCI is 1.019 in place of 0.969",
    edit: inText(GPCI_2026, arizona("1.019")),
    stops: ["cross.continuity:gpci.peGpci"],
    whyInJanuary: ONCE,
  },
  {
    name: "One GPCI is 0.979 in place of 0.969",
    edit: inText(GPCI_2026, arizona("0.979")),
    notes: ["cross.once-a-year:gpci.peGpci"],
    whyInJanuary: ONCE,
  },
  {
    name: "The GPCIs of 2025 under the headings of 2026",
    edit: inText(GPCI_2026, (_, textOf) => textOf(GPCI_2025).replaceAll("2025", "2026")),
    stops: ["cross.continuity:gpci.another"],
  },
  {
    name: "The PE GPCIs of 2025",
    edit: inText(GPCI_2026, takenFrom(GPCI_2025, [G.mac, G.locality], { [G.pe]: G.pe })),
    stops: ["cross.continuity:gpci.peGpci.another"],
  },
  {
    name: "The work GPCIs are without the floor of 1.0",
    edit: inText(GPCI_2026, takenFrom(GPCI_WITHOUT_FLOOR, [G.mac, G.locality], { [G.work]: 4 })),
    stops: ["cross.continuity:gpci.workGpciWithFloor"],
    notes: ["gpci.work-floor"],
  },
  {
    name: "Alaska's work GPCI is without its floor of 1.5",
    edit: inText(
      GPCI_2026,
      overwritten(G.work, () => "1.000", named("ALASKA*")),
    ),
    stops: ["gpci.state-floors:0210201"],
  },
  {
    name: "The PE and MP GPCIs are exchanged",
    edit: inText(GPCI_2026, exchanged(G.pe, G.mp)),
    stops: ["cross.continuity:gpci.peGpci", "cross.continuity:gpci.mpGpci"],
  },
  {
    name: "The work and PE GPCIs are exchanged",
    edit: inText(GPCI_2026, exchanged(G.work, G.pe)),
    stops: ["cross.continuity:gpci.peGpci"],
  },
  {
    name: "The GPCIs are rounded to one decimal",
    edit: inText(
      GPCI_2026,
      overwritten(INDICES, (cell) => Number(cell).toFixed(1)),
    ),
    stops: ["cross.continuity:gpci.peGpci"],
  },
  {
    name: "Every PE GPCI is a tenth higher",
    edit: inText(GPCI_2026, overwritten(G.pe, times(1.1))),
    stops: ["cross.continuity:gpci.peGpci.drift"],
  },
  {
    name: "The GPCIs have a decimal comma",
    edit: inText(
      GPCI_2026,
      overwritten(INDICES, (cell) => cell.replace(".", ",")),
    ),
    stops: ["cell.unreadable"],
  },
  {
    name: "Two localities are exchanged: Manhattan and Arkansas",
    edit: inText(GPCI_2026, inTurn(renamed(G.mac, "13202", "07102"), renamed(G.locality, "01", "13"))),
    stops: ["cross.continuity:gpci.state"],
  },
  {
    name: "One locality has a second row with another PE GPCI",
    edit: inText(
      GPCI_2026,
      repeated(G.pe, () => "1.111", named("ARIZONA")),
    ),
    stops: ["gpci.locality-unique:0310200"],
  },
  { name: "The rows are in the opposite order", edit: inText(GPCI_2026, reversed), harmless: true },
];

const OCTOBER_DAMAGES: readonly (OfTable & Pick<Damage, "table">)[] = [
  {
    name: "Every second locality is missing, beside the other tables",
    table: "gpci",
    edit: inText(GPCI_2025, halved),
    stops: ["cross.keys-listed:anesthesia.gpci", "cross.keys-listed:counties.gpci", "cross.keys-listed:zip5.gpci"],
  },
  {
    name: "The anesthesia factors are moved by a row",
    table: "anesthesia",
    edit: inText(ANESTHESIA, shifted(3)),
    stops: ["cross.continuity:anesthesia.anesthesiaFactor"],
  },
  {
    name: "The anesthesia factors of 2024 under the name of 2025",
    table: "anesthesia",
    edit: insteadOf(ANESTHESIA, "pfs/RVU24A/ANES2024.csv"),
    stops: ["cross.continuity:anesthesia.another"],
  },
  {
    name: "One anesthesia factor is 2 dollars higher",
    table: "anesthesia",
    edit: inText(
      ANESTHESIA,
      overwritten(
        3,
        () => "22.04 ",
        ([, , name]) => name === "ARIZONA",
      ),
    ),
    stops: ["cross.continuity:anesthesia.anesthesiaFactor"],
    whyInJanuary: "CMS prints a factor once, and factors move like this from year to year",
  },
  {
    name: "Every anesthesia factor is ten times as high",
    table: "anesthesia",
    edit: inText(ANESTHESIA, overwritten(3, times(10))),
    stops: ["cross.continuity:anesthesia.anesthesiaFactor.far"],
  },
  {
    name: "Every second locality is missing",
    table: "anesthesia",
    edit: inText(ANESTHESIA, halved),
    stops: ["cross.keys-listed:gpci.anesthesia"],
  },
  {
    name: "Every second locality is missing",
    table: "counties",
    edit: inText(COUNTIES, halved),
    stops: ["cross.keys-listed:gpci.counties"],
  },
  {
    name: "The counties are moved by a row",
    table: "counties",
    edit: inText(COUNTIES, shifted(4)),
    stops: ["pfs.counties-known:0910203"],
  },
  {
    name: "A State is missing",
    table: "zip5",
    edit: inText(
      ZIP,
      without((line) => line.startsWith("NE")),
    ),
    stops: ["cross.keys-listed:gpci.zip5"],
  },
  {
    name: "The localities are moved by a row",
    table: "zip5",
    edit: inText(ZIP, (text) => {
      const lines = text.split("\n");
      return lines
        .map((line, at) => line.slice(0, 7) + (lines[at - 1] ?? line).slice(7, 14) + line.slice(14))
        .join("\n");
    }),
    stops: ["cross.continuity:zip5.locality"],
  },
  {
    name: "Los Angeles is in the locality of Bakersfield",
    table: "zip5",
    edit: inText(ZIP, (text) => text.replaceAll(/^(CA9\d{4})0118218/gm, "$10111254")),
    stops: ["cross.keys-listed:gpci.zip5"],
  },
  {
    name: "The ZIP codes 900xx of Los Angeles are in the locality of San Diego",
    table: "zip5",
    edit: inText(ZIP, (text) => text.replaceAll(/^(CA900\d\d)0118218/gm, "$10118272")),
    stops: ["cross.continuity:zip5.locality"],
  },
  {
    name: "One ZIP code of Los Angeles is in the locality of San Diego",
    table: "zip5",
    edit: inText(ZIP, (text) => text.replace(/^(CA90012)0118218/m, "$10118272")),
    why: "CMS prints the locality of a ZIP code once. The file of another quarter has the old one, but one of 42,956 rows may be CMS's own correction",
  },
  {
    name: "The quarter in the rows is that of July 2025",
    table: "zip5",
    edit: inText(ZIP, (text) => text.replaceAll("20254", "20253")),
    stops: ["pfs.zip-quarter"],
  },
];

const WAGE_DAMAGES: readonly OfTable[] = [
  {
    name: "The wage indices are moved by a row",
    edit: inText(WAGES_2026, shifted(2)),
    stops: ["cross.continuity:wage-index.wageIndex.far"],
  },
  {
    name: "The wage indices of 2025 under the heading of 2026",
    edit: inText(WAGES_2026, (_, textOf) => textOf(WAGES_2025).replace("WI25", "WI26").replaceAll("\t", ",")),
    stops: ["cross.continuity:wage-index.another"],
  },
  {
    name: "Every wage index is a fifth higher",
    edit: inText(WAGES_2026, overwritten(2, times(1.2))),
    stops: ["cross.continuity:wage-index.wageIndex.drift"],
  },
  {
    name: "The second half of the areas is missing",
    edit: inText(
      WAGES_2026,
      without((_, at) => at > 240),
    ),
    stops: ["cross.continuity:wage-index.gone"],
  },
];

/** Damages to GPCIs, anesthesia factors, counties, ZIP codes and wage indices. */
export const PLACE_DAMAGES: readonly Damage[] = [
  ...GPCI_DAMAGES.map((each) => ({ ...each, table: "gpci" as const, folder: "2026C" as const })),
  ...OCTOBER_DAMAGES.map((each) => ({ ...each, folder: "2025D" as const })),
  ...WAGE_DAMAGES.map((each) => ({ ...each, table: "wage-index" as const, folder: "2026C" as const })),
];
