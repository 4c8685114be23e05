import type { AscDeviceRow, AscSurgicalRow } from "../../../schemas/row/asc.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import type { Publication } from "../../../schemas/source/release.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { type Cents, ofUnit, SCALE, scaledInteger } from "../../../schemas/units.ts";
import type { Check } from "../../rules/check.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import { expectedFactors } from "../../sources/factors.ts";
import { inForceOn } from "../../sources/in-force-on.ts";
import { ascScalars } from "../../sources/sources.ts";
import type { SourceFile } from "../../tables/source-file.ts";

/** The tables that the checks of rates from Addendum FF use. */
export interface DeviceBooks {
  readonly tables: {
    readonly "asc-aa"?: SourceFile<AscSurgicalRow>;
    readonly "asc-ff"?: SourceFile<AscDeviceRow>;
  };
}

/** What turns an OPPS rate into an ASC rate: the factor that divides it, and the product that it is multiplied with. */
interface FromOpps {
  readonly divisor: bigint;
  readonly product: bigint;
  readonly text: string;
}

/** Payment indicators of procedures that are paid at their OPPS weight. */
const AT_OPPS_WEIGHT = ["A2", "G2", "P2", "R2"];
/** Device-intensive procedures: the device at its OPPS cost, the rest at its OPPS weight. */
const DEVICE_INTENSIVE = ["J8"];

/**
 * Two cents. The rate comes from a weight of four decimals (half a step x factor is 0.3 cents) and is rounded itself,
 * and so is the OPPS rate in Addendum FF; together that is less than 1.5 cents.
 */
const TOLERANCE = 2n;
/** Scalar and both factors are in ten-thousandths, and one factor divides: this power is left over. */
const LEFT_OVER = 10n ** BigInt(SCALE.factor);

function steps(text: string): bigint {
  return BigInt(parseScaled(text, SCALE.factor) ?? 0);
}

/** The rates of Addendum AA by code. */
export function ratesOf(surgical: SourceFile<AscSurgicalRow> | undefined): ReadonlyMap<string, Cents | null> {
  if (surgical === undefined) return new Map();
  const { hcpcs, ascRate } = surgical.table.columns;
  return new Map(surgical.table.rowNumbers.map((_, row) => [hcpcs.at(row), ascRate.at(row)]));
}

/** Undefined while no scalar or factor is recorded for the first day of the addenda. */
function fromOpps(publication: Publication): FromOpps | undefined {
  const scalar = inForceOn(ascScalars().scalars, publication.window.from);
  const [opps] = expectedFactors("opps", publication);
  const [asc] = expectedFactors("asc", publication);
  if (scalar === undefined || opps === undefined || asc === undefined) return undefined;
  const [divides, scales, multiplies] = [opps.entry.value, scalar.value, asc.entry.value];
  return {
    divisor: steps(divides) * LEFT_OVER,
    product: steps(scales) * steps(multiplies),
    text: `/ ${divides} x ${scales} x ${multiplies}`,
  };
}

/**
 * Whether a printed rate is device + (OPPS rate - device) / OPPS factor x scalar x ASC factor, within two cents. Exact:
 * both sides are multiplied by the divisor, and the products are BigInt because they pass 2^53.
 *
 * @param device the device portion, 0 for procedures paid fully by their weight
 */
function fromOppsFault(rate: Cents, oppsRate: Cents, device: Cents, by: FromOpps): RowFault | null {
  const [printed, whole, portion] = [rate, oppsRate, device].map((each) => BigInt(scaledInteger(each))) as [
    bigint,
    bigint,
    bigint,
  ];
  const { divisor, product, text } = by;
  const expected = portion * divisor + (whole - portion) * product;
  const off = printed * divisor - expected;
  if (-TOLERANCE * divisor <= off && off <= TOLERANCE * divisor) return null;
  const [rateText, oppsText, deviceText] = [rate, oppsRate, device].map((each) => centsText(scaledInteger(each)));
  const rest = portion === 0n ? oppsText : `${deviceText} + (${oppsText} - ${deviceText})`;
  const cents = centsText(Number((2n * expected + divisor) / (2n * divisor)));
  return {
    fields: ["oppsRate", "devicePortion"],
    message: `${rest} ${text} = ${cents}, Addendum AA prints ${rateText}`,
  };
}

/** The device part that counts for a row's indicator; undefined for rows that are not checked. */
type DevicePart = (paymentIndicator: string, devicePortion: Cents | null) => Cents | null | undefined;

function rateCheck(about: Pick<Check<DeviceBooks>, "id" | "invariants" | "title" | "cites">, part: DevicePart) {
  const check: Check<DeviceBooks> = {
    ...about,
    scope: "row",
    severity: "review",
    cure: "If the scalar or a factor changed, see sources/parameters; if CMS is wrong, list the code in sources/exceptions.json",
    run: ({ tables: { "asc-aa": surgical, "asc-ff": offsets } }) => {
      const by = offsets && fromOpps(offsets.publication);
      if (surgical === undefined || offsets === undefined || by === undefined) return undefined;
      const rates = ratesOf(surgical);
      return checkRows(offsets, ({ hcpcs, paymentIndicator, oppsRate, devicePortion }) => (row) => {
        const device = part(paymentIndicator.at(row), devicePortion.at(row));
        const [rate, whole] = [rates.get(hcpcs.at(row)) ?? null, oppsRate.at(row)];
        if (device === undefined || device === null || rate === null || whole === null) return undefined;
        return fromOppsFault(rate, whole, device, by);
      });
    },
  };
  return check;
}

const NO_DEVICE = ofUnit<Cents>(0);

const standardRate = rateCheck(
  {
    id: "asc.standard-rate",
    invariants: ["A2"],
    title:
      "The rate of A2, G2, P2 and R2 is the OPPS rate of Addendum FF / OPPS factor x ASC scalar x ASC factor, within 2 cents",
    cites: [
      { title: "42 CFR 416.171(a): ASC weights are OPPS weights, scaled for budget neutrality" },
      { title: "Addendum FF: the OPPS rate without what comprehensive packaging adds, which is not Addendum B's" },
    ],
  },
  (indicator) => (AT_OPPS_WEIGHT.includes(indicator) ? NO_DEVICE : undefined),
);

const deviceIntensiveRate = rateCheck(
  {
    id: "asc.device-intensive-rate",
    invariants: ["A3"],
    title:
      "The rate of J8 is the device portion + (OPPS rate of Addendum FF - device portion) / OPPS factor x ASC scalar x ASC factor, within 2 cents",
    cites: [
      { title: "42 CFR 416.171(b)(2): the device at its OPPS cost, the rest of the procedure at its ASC weight" },
    ],
  },
  (indicator, portion) => (DEVICE_INTENSIVE.includes(indicator) ? portion : undefined),
);

/** Checks of rates that are made from OPPS rates, in the order they are reported. */
export const STANDARD_RATE_CHECKS: readonly Check<DeviceBooks>[] = [standardRate, deviceIntensiveRate];
