import type { Problem } from "../../../schemas/place.ts";
import { SETTINGS } from "../../../schemas/setting.ts";
import { factorText } from "../../../schemas/unit-text.ts";
import { scaledInteger } from "../../../schemas/units.ts";
import { fault } from "../../problems/problems.ts";
import type { OurAmounts, PaymentTrack } from "./our-amounts.ts";
import type { PaymentLine } from "./payment-lines.ts";

/** Amounts of one release at both factors; the second one exists since 2026. */
export type BothTracks = Readonly<Record<PaymentTrack, OurAmounts | undefined>>;

/** For whom a file was made, and the evidence. */
export interface FileTrack {
  readonly track: PaymentTrack;
  /** Null where the release has one factor only. */
  readonly because: string | null;
  /** Set where its name says the other track. */
  readonly problem?: Problem;
}

/** What was known about the track before the file's amounts were read. */
export interface KnownTrack {
  readonly option: PaymentTrack | undefined;
  readonly name: PaymentTrack | undefined;
}

/** How many rows that tell the tracks apart are used. */
const ENOUGH = 100;

const other = (track: PaymentTrack): PaymentTrack => (track === "usual" ? "qualifying-apm" : "usual");

function agrees({ row }: PaymentLine, { find, full }: OurAmounts): boolean {
  const found = find(row.mac, row.locality, row.hcpcs, row.modifier);
  if (typeof found === "string") return false;
  return SETTINGS.every((setting) => full.at(found.row, setting, found.place) === scaledInteger(row[setting]));
}

/** The tracks of the first rows that equal the amounts of one of them and not those of the other. */
function votes(lines: readonly PaymentLine[], usual: OurAmounts, qualifying: OurAmounts): PaymentTrack[] {
  const found: PaymentTrack[] = [];
  for (const line of lines) {
    if (found.length === ENOUGH) break;
    const isUsual = agrees(line, usual);
    if (isUsual !== agrees(line, qualifying)) found.push(isUsual ? "usual" : "qualifying-apm");
  }
  return found;
}

/** "99 of the first 100 rows that tell the factors apart are at 33.5675". */
function evidence(found: readonly PaymentTrack[], track: PaymentTrack, { pfs }: OurAmounts): string {
  const count = found.filter((each) => each === track).length;
  const rows = found.length === 1 ? "row that tells" : "rows that tell";
  return `${count} of the first ${found.length} ${rows} the two factors apart ${count === 1 ? "is" : "are"} at ${factorText(pfs.factor)}`;
}

function onlyUsual(file: string, { option, name }: KnownTrack, release: string): FileTrack {
  if (option !== "qualifying-apm" && name !== "qualifying-apm") return { track: "usual", because: null };
  const message = `${release} has no amounts of the track qualifying-apm`;
  const cure = "Leave --track out: there are two conversion factors since 2026 only";
  throw fault("published.track", { file }, message, cure);
}

function byWord({ option, name }: KnownTrack): FileTrack {
  const no = "no row tells the two factors apart";
  if (option !== undefined) return { track: option, because: `--track says so, and ${no}` };
  if (name !== undefined) return { track: name, because: `its name says so, and ${no}` };
  return { track: "usual", because: `no name says QP, and ${no}` };
}

/**
 * For which of the two tracks a file was made: its amounts say so, and names are only a hint.
 *
 * @param lines its first records
 * @param release that it is compared with
 * @throws InputFault when --track contradicts the amounts, or the release has no second track
 */
export function trackOf(
  file: string,
  lines: readonly PaymentLine[],
  { usual, "qualifying-apm": qualifying }: BothTracks,
  known: KnownTrack,
  release: string,
): FileTrack {
  if (usual === undefined || qualifying === undefined) return onlyUsual(file, known, release);
  const found = votes(lines, usual, qualifying);
  const count = found.filter((track) => track === "usual").length;
  if (count * 2 === found.length) return byWord(known);
  const track = count * 2 > found.length ? "usual" : "qualifying-apm";
  const because = evidence(found, track, track === "usual" ? usual : qualifying);
  if (known.option === other(track)) {
    const message = `--track says ${known.option}, but ${because}`;
    throw fault("published.track-contradicted", { file }, message, "Leave --track out, or name the other file");
  }
  if (known.name !== other(track)) return { track, because };
  const message = `its name says ${known.name === "usual" ? "nonQP" : "QP"}, but ${because}`;
  const cure = "Download the file again: this is the file of the other track, with a wrong name";
  return { track, because, problem: { code: "published.track-name", place: { file }, message, cure } };
}
