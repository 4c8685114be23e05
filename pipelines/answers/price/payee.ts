import type { ClaimEdit, ClaimLine, PricedLine, PricedSide } from "../../../schemas/out/price.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { ADD_ON_ALONE, PTP_EDIT } from "../../schedules/ncci/rules.ts";
import { ascSide } from "./asc.ts";
import { byRule, type Claim, noPay, totalOfLines } from "./claim.ts";
import type { EditsOf } from "./edits.ts";
import { hospitalSide } from "./hospital.ts";
import { physicianSide } from "./physician.ts";

/** Who is paid at a setting. */
export interface PayeeAt {
  readonly setting: RateSettingName;
  readonly payee: "facility" | "physician";
}

/** Whose edits apply to a payee: those of hospitals, or those of physicians and ASCs. */
export function editsOf({ setting, payee }: PayeeAt): EditsOf {
  return setting === "hopd" && payee === "facility" ? "hospital" : "practitioner";
}

function sideAt(claim: Claim, { setting, payee }: PayeeAt): PricedSide {
  if (payee === "physician") return physicianSide(claim, setting);
  return setting === "hopd" ? hospitalSide(claim) : ascSide(claim);
}

/** The first edit that has a line in one of its lists. */
function editOf(edits: readonly ClaimEdit[], list: "denies" | "doubts", { line }: ClaimLine): ClaimEdit | undefined {
  return edits.find((edit) => edit[list].includes(line));
}

/** A line that an edit denies, or leaves in doubt. */
function editedLine(
  line: ClaimLine,
  alone: RateOrReason,
  denial: ClaimEdit | undefined,
  doubt?: ClaimEdit,
): PricedLine {
  if (denial === undefined) return { ...line, ...noPay(alone, "edit-not-known", doubt?.text) };
  const rule = denial.kind === "ptp" ? PTP_EDIT : ADD_ON_ALONE;
  return { ...line, alone, paid: byRule("0.00", rule, denial.cells), why: denial.text };
}

/**
 * What a payee is paid for the lines of a claim beside each other; those that an edit denies change no other one.
 *
 * @param edits those that apply to the payee
 */
export function payeeSide(claim: Claim, at: PayeeAt, edits: readonly ClaimEdit[]): PricedSide {
  const isPaid = (line: ClaimLine): boolean => editOf(edits, "denies", line) === undefined;
  const priced = sideAt({ ...claim, lines: claim.lines.filter(isPaid) }, at);
  const lines = claim.lines.flatMap((line): PricedLine[] => {
    const [denial, doubt] = [editOf(edits, "denies", line), editOf(edits, "doubts", line)];
    const beside = priced.lines.filter((each) => each.line === line.line);
    if (denial === undefined && doubt === undefined) return beside;
    const alone = denial === undefined ? beside : sideAt({ ...claim, lines: [line] }, at).lines;
    return alone.map((each) => editedLine(line, each.alone, denial, doubt));
  });
  return { lines, total: totalOfLines(lines) };
}
