import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anesthesiaAllowance,
  anesthesiaAllowanceInTenths,
  timeUnitsInTenths,
} from "../../pipelines/schedules/pfs/anesthesia.ts";
import { hasTimeUnits } from "../../pipelines/sources/anesthesia.ts";
import { validateLookUpSources } from "../../pipelines/sources/sources.ts";
import { type AnesthesiaFactor, ofUnit, scaledInteger } from "../../schemas/units.ts";
import { MOST_MINUTES } from "../../scripts/commands/rate.ts";

const factorOf = (cents: number) => ofUnit<AnesthesiaFactor>(cents);
const halfUp = (amount: Decimal): number => amount.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
const questions = (property: (units: number, minutes: number, cents: number) => void) =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 1, max: MOST_MINUTES }),
      fc.integer({ min: 1000, max: 9999 }),
      property,
    ),
  );

describe(anesthesiaAllowance, () => {
  it("is rounded half up, once", () => {
    // (5 + 50 / 15) x 20.32 = 169.333...; (3 + 3 / 15) x 10.05 = 32.16; (0 + 3 / 15) x 10.025 has no tie in cents
    expect(scaledInteger(anesthesiaAllowance(5, 50, factorOf(2032)))).toBe(16_933);
    // 1 minute at 22.35: 22.35 / 15 = 1.49; at 22.43: 1.4953...; 0.1 units of time: 2.235 -> 2.24
    expect(scaledInteger(anesthesiaAllowance(0, 1, factorOf(2235)))).toBe(149);
    expect(scaledInteger(anesthesiaAllowanceInTenths(0, 1, factorOf(2235)))).toBe(224);
  });

  it("is (base units + minutes / 15) x factor, in decimals too", () => {
    questions((units, minutes, cents) => {
      // Multiplied before it is divided, because a fifteenth has no last digit
      const exact = new Decimal(15).times(units).plus(minutes).times(cents).div(15);
      expect(scaledInteger(anesthesiaAllowance(units, minutes, factorOf(cents)))).toBe(halfUp(exact));
    });
  });
});

describe(anesthesiaAllowanceInTenths, () => {
  it("rounds the units of time to one decimal, as contractors print it", () => {
    // A contractor's table: 1-2 minutes 0.1, 3 0.2, 4-5 0.3, 6 0.4, 7-8 0.5, 16-17 1.1, 18 1.2, 19-20 1.3, 21 1.4
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 16, 17, 18, 19, 20, 21];
    expect(minutes.map(timeUnitsInTenths)).toEqual([1, 1, 2, 3, 3, 4, 5, 5, 11, 11, 12, 13, 13, 14]);
  });

  it("agrees with decimals, and with the exact allowance where the minutes are whole tenths", () => {
    questions((units, minutes, cents) => {
      const time = new Decimal(minutes).div(15).toDecimalPlaces(1, Decimal.ROUND_HALF_UP);
      const [inTenths, exact] = [anesthesiaAllowanceInTenths, anesthesiaAllowance].map((allowance) =>
        scaledInteger(allowance(units, minutes, factorOf(cents))),
      );
      expect(inTenths).toBe(halfUp(time.plus(units).times(cents)));
      if (minutes % 3 === 0) expect(inTenths).toBe(exact);
    });
  });
});

describe(hasTimeUnits, () => {
  it("is false of the burn add-on and of pain management, and true of obstetrical add-ons", () => {
    validateLookUpSources();
    expect(["00100", "01968", "01969", "01953", "01995", "01996"].filter((code) => !hasTimeUnits(code))).toEqual([
      "01953",
      "01995",
      "01996",
    ]);
  });
});
