import type { ClaimLine, PricedLine } from "../../../schemas/out/price.ts";
import type { VolumeSetting } from "../../../schemas/row/volumes.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { claimEdits, type EditKind } from "../price/edits.ts";
import { editsOf, type PayeeAt, payeeSide } from "../price/payee.ts";
import { placeByKey } from "../rate/place.ts";
import { lookUpCodes } from "../rate/question.ts";
import type { NamedLocalities, SideAmounts } from "./amounts.ts";
import type { Bill } from "./claims.ts";
import type { PricedVolume } from "./known-volumes.ts";

/** Lines of a bill in one release, in their order, or why none of them has an amount. */
export type BillPrice = { readonly lines: readonly PricedLine[] } | { readonly reason: string };

/** Who is paid, as `price` names it. A physician in a facility of another kind is paid as in a hospital. */
function payeeOf({ setting, site = "hopd" }: { setting: VolumeSetting; site?: "hopd" | "asc" | undefined }): PayeeAt {
  if (setting === "hopd" || setting === "asc") return { setting, payee: "facility" };
  return { setting: setting === "nonFacility" ? "office" : site, payee: "physician" };
}

/** Kinds of edits that a release was built with, for hospitals and for the others. */
function kindsIn(documents: BuiltDocuments, of: "hospital" | "practitioner"): EditKind[] {
  const isBuilt: Readonly<Record<EditKind, boolean>> = {
    ptp: documents.manifest.outputs.some(({ path }) => path.startsWith(`ncci-ptp-${of}/`)),
    "add-on": documents.table("ncci-addon") !== undefined,
    mue: documents.table(`ncci-mue-${of}`) !== undefined,
  };
  return (Object.keys(isBuilt) as EditKind[]).filter((kind) => isBuilt[kind]);
}

/** Kinds of edits that both releases have: one that only one of them has would be a change that CMS did not make. */
export function commonEdits([before, after]: readonly [BuiltDocuments, BuiltDocuments]) {
  const both = (of: "hospital" | "practitioner"): EditKind[] =>
    kindsIn(before, of).filter((kind) => kindsIn(after, of).includes(kind));
  return { hospital: both("hospital"), practitioner: both("practitioner") };
}

/** Prices the claims of a file in one release; claims of the same lines are priced once. */
export class ClaimPrices {
  private readonly amounts: SideAmounts;
  private readonly documents: BuiltDocuments;
  private readonly kinds: ReturnType<typeof commonEdits>;
  private readonly known = new Map<string, BillPrice>();

  constructor(amounts: SideAmounts, documents: BuiltDocuments, kinds: ReturnType<typeof commonEdits>) {
    this.amounts = amounts;
    this.documents = documents;
    this.kinds = kinds;
  }

  /** Looks all codes up at once. */
  lookUp(volumes: readonly PricedVolume[]): void {
    const codes = [...new Set(volumes.map(({ code }) => code))];
    lookUpCodes(this.documents, codes, ["site-of-service", "opps", "asc", "national"]);
  }

  /**
   * What is paid for the lines of a bill.
   *
   * @param places of the physician on this side
   */
  of({ volumes }: Bill, places: NamedLocalities): BillPrice {
    const [first] = volumes;
    if (first === undefined) return { lines: [] };
    if (places?.length === 0) return { reason: "locality-not-in-release" };
    if (places !== null && places.length > 1) return { reason: "locality-in-several" };
    if (!volumes.every(({ code }) => this.amounts.knows(code))) return { reason: "claim-with-unknown-code" };
    const lines = volumes.map(
      ({ code, modifiers, count }, at): ClaimLine => ({
        ...{ line: at + 1, hcpcs: code, modifiers: [...modifiers], units: Math.abs(count) },
      }),
    );
    return this.priced(lines, payeeOf(first), places?.[0]?.locality);
  }

  private priced(lines: readonly ClaimLine[], at: PayeeAt, locality: string | undefined): BillPrice {
    const key = JSON.stringify([at, locality, lines]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { documents } = this;
    const place = placeByKey(documents, { locality });
    const claim = { documents, lines, place, day: documents.manifest.window.from };
    const of = editsOf(at);
    const price = payeeSide(claim, at, claimEdits(claim, of, this.kinds[of]));
    this.known.set(key, price);
    return price;
  }
}
