import type { PfsRvuRow } from "../../../schemas/row/pfs-rvu.ts";
import { factorText, gpciText, rvuText } from "../../../schemas/unit-text.ts";
import { type Gpci, type Rvu, scaledInteger } from "../../../schemas/units.ts";
import { exactDollars } from "../../schedules/pfs/limiting-charge.ts";
import type { PfsBook } from "../../schedules/pfs/price.ts";
import type { Found } from "./our-amounts.ts";

/** Columns of RVUs that an amount is made of, and how much of the practice expense counts. */
export interface AmountRvus {
  readonly pe: keyof PfsRvuRow & ("nonFacilityPeRvu" | "facilityPeRvu" | "oppsNonFacilityPeRvu" | "oppsFacilityPeRvu");
  readonly mp: keyof PfsRvuRow & ("mpRvu" | "oppsMpRvu");
  /** Percent of the practice expense that counts: 100, or what a therapy reduction leaves. */
  readonly pePercent: number;
}

/** RVU in 1/100, share in 1/100, GPCI in 1/1000, factor in 1/10000. */
const PRODUCT_SCALE = 11;
const CENT = 10n ** BigInt(PRODUCT_SCALE - 2);
const WHOLE = 100;

/** An amount computed separately, without the arrays of the kernel, in numbers of any size. */
export interface Product {
  /** "(7.33 x 1.000 + 43.46 x 0.869 + 1.04 x 0.575) x 32.3465". */
  readonly formula: string;
  /** The result before rounding, with every digit: "1477.72342425". */
  readonly unrounded: string;
  /** Rounded half up once. */
  readonly cents: number;
}

function term(rvu: Rvu, gpci: Gpci, percent: number): bigint {
  return BigInt(scaledInteger(rvu)) * BigInt(scaledInteger(gpci)) * BigInt(percent);
}

/** The amount of a row in a locality, exactly, with its arithmetic in figures; the RVUs are not those of the kernel. */
export function productOf({ rvu, factor }: PfsBook, { row, locality }: Found, rvus: AmountRvus): Product {
  const { workGpci, row: gpci } = locality;
  const { pePercent } = rvus;
  const [workRvu, pe, mp] = [rvu.columns.workRvu, rvu.columns[rvus.pe], rvu.columns[rvus.mp]].map((column) =>
    column.at(row),
  ) as [Rvu, Rvu, Rvu];
  const sum = term(workRvu, workGpci, WHOLE) + term(pe, gpci.peGpci, pePercent) + term(mp, gpci.mpGpci, WHOLE);
  const product = sum * BigInt(scaledInteger(factor));
  const share = pePercent === WHOLE ? "" : ` x 0.${String(pePercent).padStart(2, "0")}`;
  const work = `${rvuText(workRvu)} x ${gpciText(workGpci)}`;
  const practice = `${rvuText(pe)}${share} x ${gpciText(gpci.peGpci)}`;
  const malpractice = `${rvuText(mp)} x ${gpciText(gpci.mpGpci)}`;
  return {
    formula: `(${work} + ${practice} + ${malpractice}) x ${factorText(factor)}`,
    unrounded: exactDollars(product, PRODUCT_SCALE),
    cents: Number((product + CENT / 2n) / CENT),
  };
}
