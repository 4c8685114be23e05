import type { PricedSide } from "../../../schemas/out/price.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import { type Claim, noPay, type Paid, pricedSide } from "./claim.ts";
import { comprehensivePay } from "./comprehensive.ts";
import { type HospitalLine, hospitalLine } from "./hospital-line.ts";
import { separatePay } from "./separately-paid.ts";

/** A procedure that Medicare pays for inpatients only; with modifier CA it has a rule of its own. */
const isInpatientOnly = ({ status, line }: HospitalLine): boolean => status === "C" && !line.modifiers.includes("CA");

/** With an inpatient-only procedure nothing of the day is paid, but for what the claim decides. */
function besideInpatientOnly(all: readonly HospitalLine[]): Map<HospitalLine, Paid> {
  return new Map(
    all.map((each) => {
      const { alone } = each;
      return [each, alone.value === null ? { alone, paid: alone, why: null } : noPay(alone, "beside-inpatient-only")];
    }),
  );
}

function paidOf(claim: Claim, all: readonly HospitalLine[]): Map<HospitalLine, Paid> {
  if (all.some(isInpatientOnly)) return besideInpatientOnly(all);
  return all.some(({ status }) => status === COMPREHENSIVE) ? comprehensivePay(claim, all) : separatePay(claim, all);
}

/** What a hospital outpatient department is paid for the lines of a claim, nationally. */
export function hospitalSide(claim: Claim): PricedSide {
  const all = claim.lines.map((line) => hospitalLine(claim, line));
  return pricedSide(claim, new Map([...paidOf(claim, all)].map(([{ line }, each]) => [line, each])));
}
