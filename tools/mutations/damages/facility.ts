import type { Damage } from "../damage.ts";
import { cutInLastRow, exchanged, overwritten, shifted, takenFrom, times, without } from "../edits.ts";
import { exchangedFiles, insteadOf, inText } from "../folder.ts";
import { ADDENDUM_B_2025 } from "../releases.ts";

const OPPS = "opps/2026Q2-reconstructed/Addendum_B.RECONSTRUCTED.csv";
const OPPS_BEFORE = "opps/2026Q1-reconstructed/Addendum_B.RECONSTRUCTED.csv";
const OPPS_2024 = "opps/2024Q1-edited/ADD_B.csv";
const CAP = "pfs/RVU25D/OPPSCAP_Oct.csv";
const AA = "asc/2026Q2/AA.csv";
const BB = "asc/2026Q2/BB.csv";
const EE = "asc/2026Q2/EE.csv";
const FF = "asc/2026Q2/FF.csv";
const OF_2025 = "asc/2025Q1/january-2025-asc-approved-hcpcs-code-and-payment-rates/508-Version-Jan-2025-ASC";

/** Columns of Addendum B, from 0. */
const B = { status: 2, apc: 3, weight: 4, rate: 5, nationalCopayment: 6, minimumCopayment: 7 } as const;
/** Columns of Addenda AA and BB of 2026 and 2025, from 0. */
const A = { discount: 3, indicator: 4, weight: 5, rate: 6 } as const;
/** Columns of Addendum FF. */
const F = { indicator: 3, apc: 4, apcOffset: 5, oppsRate: 6, offset: 7, portion: 8 } as const;
/** Columns of OPPSCAP. */
const P = { modifier: 1, mac: 3, locality: 4, facility: 5, nonFacility: 6 } as const;

type OfTable = Omit<Damage, "folder">;

const OPPS_DAMAGES: readonly OfTable[] = [
  {
    name: "The rows with status S and T are missing",
    table: "addendum-b",
    edit: inText(
      OPPS,
      without((line) => /^[0-9A-Z]{5},[^,]*,[ST],/.test(line)),
    ),
    stops: ["cross.keys-listed:rvu.addendum-b", "cross.keys-listed:asc-aa.addendum-b"],
  },
  {
    name: "Last quarter's file under this quarter's name",
    table: "addendum-b",
    edit: insteadOf(OPPS, OPPS_BEFORE),
    stops: ["cross.continuity:addendum-b.another"],
  },
  {
    name: "One drug at ten times its rate",
    table: "addendum-b",
    edit: inText(
      OPPS,
      overwritten(B.rate, times(10), ([code]) => code === "J0129"),
    ),
    stops: ["cross.asc-drug-rate:J0129"],
  },
  {
    name: "The rates are moved by a row",
    table: "addendum-b",
    edit: inText(OPPS, shifted(B.rate)),
    stops: ["cross.continuity:addendum-b.oppsRate"],
  },
  {
    name: "The status is moved by a row",
    table: "addendum-b",
    edit: inText(OPPS, shifted(B.status)),
    stops: ["cross.continuity:addendum-b.statusIndicator"],
  },
  {
    name: "Every rate is 2 % higher",
    table: "addendum-b",
    edit: inText(OPPS, overwritten(B.rate, times(1.02))),
    stops: ["cross.asc-drug-rate"],
  },
  {
    name: "The rates of rows with status J1 are 2 % higher",
    table: "addendum-b",
    edit: inText(
      OPPS,
      overwritten(B.rate, times(1.02), (cells) => cells[B.status] === "J1"),
    ),
    stops: ["cross.continuity:addendum-b.oppsRate.drift"],
  },
  {
    name: "No row has a rate",
    table: "addendum-b",
    edit: inText(
      OPPS,
      overwritten(B.rate, () => ""),
    ),
    stops: ["cross.continuity:addendum-b.oppsRate"],
  },
  {
    name: "The last row is cut in its middle",
    table: "addendum-b",
    edit: inText(OPPS, cutInLastRow),
    stops: ["row.width"],
  },
  {
    name: "1,000 rows in sequence are missing",
    table: "asc-aa",
    edit: inText(
      AA,
      without((_, at) => at > 2000 && at <= 3000),
    ),
    stops: ["cross.keys-listed:asc-ff.asc-aa"],
  },
  {
    name: "The rates and weights are moved by a row",
    table: "asc-aa",
    edit: inText(AA, shifted(A.weight, A.rate)),
    stops: ["asc.standard-rate", "cross.continuity:asc-aa.ascRate"],
  },
  {
    name: "The payment indicators are moved by a row",
    table: "asc-aa",
    edit: inText(AA, shifted(A.indicator)),
    stops: ["cross.continuity:asc-aa.paymentIndicator"],
  },
  {
    name: "The marks for multiple procedures are moved by a row",
    table: "asc-aa",
    edit: inText(AA, shifted(A.discount)),
    stops: ["cross.continuity:asc-aa.multipleProcedureDiscount"],
  },
  {
    name: "Every rate is 2 % higher",
    table: "asc-aa",
    edit: inText(AA, overwritten(A.rate, times(1.02))),
    stops: ["asc.rate-is-weight-times-factor"],
  },
  {
    name: "Addenda AA and BB under each other's name",
    table: "asc-aa",
    edit: exchangedFiles(AA, BB),
    stops: ["heading.missing"],
  },
  {
    name: "The file of January 2026 under April's name",
    table: "asc-aa",
    edit: insteadOf(AA, "asc/2026Q1/AA.csv"),
    stops: ["period.wrong"],
  },
  {
    name: "The last 800 rows are missing",
    table: "asc-bb",
    edit: inText(
      BB,
      without((_, at) => at > 1700),
    ),
    stops: ["cross.continuity:asc-bb.gone"],
  },
  {
    name: "One drug at ten times its rate",
    table: "asc-bb",
    edit: inText(
      BB,
      overwritten(A.rate, times(10), ([code]) => code === "J9295"),
    ),
    stops: ["cross.asc-drug-rate:J9295"],
  },
  {
    name: "The payment indicators are moved by a row",
    table: "asc-bb",
    edit: inText(BB, shifted(A.indicator)),
    stops: ["cross.continuity:asc-bb.paymentIndicator"],
  },
  {
    name: "The rates of drugs and devices of January 2026",
    table: "asc-bb",
    edit: inText(BB, takenFrom("asc/2026Q1/BB.csv", [0], { [A.weight]: A.weight, [A.rate]: A.rate })),
    stops: ["cross.asc-drug-rate"],
  },
  {
    name: "Every second row is missing",
    table: "asc-ee",
    edit: inText(
      EE,
      without((_, at) => at > 10 && at % 2 === 0),
    ),
    stops: ["cross.continuity:asc-ee.gone"],
  },
  {
    name: "Addendum EE under the name of FF",
    table: "asc-ff",
    edit: insteadOf(FF, EE),
    notes: ["source.unreadable"],
  },
  {
    name: "The device offsets are moved by a row",
    table: "asc-ff",
    edit: inText(FF, shifted(F.apcOffset, F.offset, F.portion)),
    stops: ["cross.continuity:asc-ff.deviceOffset"],
  },
  {
    name: "The OPPS rates are moved by a row",
    table: "asc-ff",
    edit: inText(FF, shifted(F.oppsRate)),
    stops: ["asc.standard-rate"],
  },
  {
    name: "Addendum AA under the name of FF",
    table: "asc-ff",
    edit: insteadOf(FF, AA),
    notes: ["source.unreadable"],
  },
];

const WITH_WEIGHTS: readonly OfTable[] = [
  {
    name: "The APCs are moved by a row",
    table: "addendum-b",
    edit: inText(ADDENDUM_B_2025, shifted(B.apc)),
    stops: ["opps.one-rate-per-apc"],
  },
  {
    name: "The rates of 2024 beside the weights of 2025",
    table: "addendum-b",
    edit: inText(ADDENDUM_B_2025, takenFrom(OPPS_2024, [0], { [B.rate]: B.rate })),
    stops: ["opps.rate-is-weight-times-factor"],
  },
  {
    name: "The rates and weights of 2024",
    table: "addendum-b",
    edit: inText(ADDENDUM_B_2025, takenFrom(OPPS_2024, [0], { [B.weight]: B.weight, [B.rate]: B.rate })),
    stops: ["opps.rate-is-weight-times-factor"],
  },
  {
    name: "The copayments are exchanged",
    table: "addendum-b",
    edit: inText(ADDENDUM_B_2025, exchanged(B.nationalCopayment, B.minimumCopayment)),
    stops: ["opps.national-copayment-at-least-minimum"],
  },
  {
    name: "The rates are without their cents",
    table: "addendum-b",
    edit: inText(
      ADDENDUM_B_2025,
      overwritten(B.rate, (cell) => cell.replace(/\.\d+$/, ".00")),
    ),
    stops: ["opps.rate-is-weight-times-factor"],
  },
  {
    name: "Half of the indicators are missing",
    table: "asc-dd1",
    edit: inText(
      `${OF_2025}-DD1.csv`,
      without((_, at) => at > 12),
    ),
    notes: ["source.unreadable"],
  },
  {
    name: "Addendum DD2 under the name of DD1",
    table: "asc-dd1",
    edit: insteadOf(`${OF_2025}-DD1.csv`, `${OF_2025}-DD2.csv`),
    notes: ["source.unreadable"],
  },
];

const CAP_DAMAGES: readonly OfTable[] = [
  {
    name: "The last 2,000 rows are missing",
    table: "opps-cap",
    edit: inText(
      CAP,
      without((_, at) => at > 14_000),
    ),
    stops: ["cross.continuity:opps-cap.rows"],
  },
  {
    name: "The prices are moved by a row",
    table: "opps-cap",
    edit: inText(CAP, shifted(P.facility, P.nonFacility)),
    notes: ["pfs.opps-cap-price"],
  },
  {
    name: "The prices of January 2024",
    table: "opps-cap",
    edit: inText(CAP, (_, textOf) => textOf("pfs/RVU24A/OPPSCAP_JAN.csv")),
    stops: ["cross.continuity:opps-cap.another"],
  },
];

const AS_TAB_TEXT: readonly OfTable[] = [
  {
    name: "The weights and rates of the tab text are moved by a row",
    table: "asc-aa",
    edit: inText("asc/2024Q1/AA.txt", shifted(A.weight, A.rate)),
    stops: ["cross.continuity:asc-aa.ascRate"],
  },
];

/** Damages to OPPSCAP, Addendum B and the ASC addenda. */
export const FACILITY_DAMAGES: readonly Damage[] = [
  ...OPPS_DAMAGES.map((each) => ({ ...each, folder: "2026B" as const })),
  ...WITH_WEIGHTS.map((each) => ({ ...each, folder: "2025A" as const })),
  ...AS_TAB_TEXT.map((each) => ({ ...each, folder: "2024A" as const })),
  ...CAP_DAMAGES.map((each) => ({ ...each, folder: "2025D" as const })),
];
