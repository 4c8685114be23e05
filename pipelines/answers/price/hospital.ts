import type { PricedSide } from "../../../schemas/out/price.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import { facilityModifiers } from "../../sources/modifiers.ts";
import { type Claim, noAmountFor, pricedSide } from "./claim.ts";
import { comprehensivePay } from "./comprehensive.ts";
import { type HospitalLine, hospitalLine } from "./hospital-line.ts";
import { separatePay } from "./separately-paid.ts";

/** What a hospital outpatient department is paid for the lines of a claim, nationally. */
export function hospitalSide(claim: Claim): PricedSide {
  const all = claim.lines.map((line) => hospitalLine(claim, line));
  const isSpecial = ({ line }: HospitalLine): boolean => facilityModifiers(line.modifiers).length > 0;
  const plain = all.filter((each) => !isSpecial(each));
  const isComprehensive = all.some(({ status }) => status === COMPREHENSIVE);
  const paid = isComprehensive ? comprehensivePay(claim, all) : separatePay(claim, plain);
  for (const each of all.filter(isSpecial))
    paid.set(each, { alone: each.alone, paid: noAmountFor("modifier-of-facility"), why: null });
  return pricedSide(claim, new Map([...paid].map(([{ line }, each]) => [line, each])));
}
