import type { ReaderCountiesDocument, ReaderZipsDocument } from "../../schemas/out/reader.ts";
import { zipCode, zipDoubt } from "../schedules/pfs/zips.ts";
import { countyAreas } from "../sources/county-areas.ts";
import { CountyCatalogue } from "../sources/county-catalogue.ts";
import { type CountyBook, CountyDoubt, findCounty } from "../sources/find-county.ts";
import { Checker } from "./check.ts";
import { ReaderError } from "./reader-error.ts";
import { QUESTION_REASONS } from "./reasons.ts";
import type { FoundLocality, PaymentLocality, QuestionReason } from "./types.ts";
import { Zips } from "./zips.ts";

type NoLocality = Extract<FoundLocality, { kind: "reason" }>;

const REASON_OF: Readonly<Record<CountyDoubt["code"], QuestionReason>> = {
  "county.ambiguous": "ambiguous-county",
  "county.invalid": "unknown-county",
  "county.unknown": "unknown-county",
  "county.no-row": "unknown-county",
};

/** The documents of places that were loaded with a release. */
export interface LoadedParts {
  readonly zips?: ReaderZipsDocument | undefined;
  readonly counties?: ReaderCountiesDocument | undefined;
}

function knownCounties(counties: ReaderCountiesDocument): Pick<CountyBook, "known" | "areas"> {
  const known = new CountyCatalogue(counties);
  return {
    known,
    areas: countyAreas(
      known,
      counties.areas.map((row) => ({ ...row, twoCarriers: false })),
    ),
  };
}

/** Finds the payment localities of a release. */
export class PlaceFinder {
  readonly localities: readonly PaymentLocality[];
  /** Number of each locality by its key, from 1; 0 is the nation. */
  readonly numbers: ReadonlyMap<string, number>;
  private readonly parts: LoadedParts;
  private readonly has: (part: string) => boolean;
  private zips: Zips | undefined;
  private known: Pick<CountyBook, "known" | "areas"> | undefined;

  /** @param has whether the release has the document of a part, loaded or not */
  constructor(localities: readonly PaymentLocality[], parts: LoadedParts, has: (part: string) => boolean) {
    this.localities = localities;
    this.numbers = new Map(localities.map(({ key }, at) => [key, at + 1]));
    this.parts = parts;
    this.has = has;
  }

  /** The locality of a ZIP code. */
  ofZip(text: string): FoundLocality {
    const none = this.withoutPart("zips", this.parts.zips);
    if (none !== undefined) return none;
    const zip = zipCode(text);
    if (zip === undefined) return this.none("unknown-zip", `"${text}" is not a ZIP code; write five digits, or nine`);
    const rows = this.zipRows(zip);
    if (rows.length === 0) return this.none("unknown-zip");
    const doubt = zipDoubt(rows);
    const keys = rows.map(({ locality }) => locality);
    if (doubt === undefined) return this.found(keys[0] as string, `ZIP ${zip}, by CMS's ZIP5 file of ${this.quarter}`);
    const plusFour = rows.some((row) => row.plusFour === true);
    return { ...this.none("ambiguous-zip", `${zip}: ${doubt}`), among: this.named(keys), plusFour };
  }

  /** The locality of a county. */
  ofCounty(text: string): FoundLocality {
    const { counties } = this.parts;
    const none = this.withoutPart("counties", counties);
    if (none !== undefined || counties === undefined) return none ?? this.none("source-missing");
    this.known ??= knownCounties(counties);
    const zipRow = (zip: string) => (this.parts.zips === undefined ? undefined : this.zipRows(zip)[0]);
    try {
      const { row, county } = findCounty({ ...this.known, zipRow, didYouMean: () => "" }, text);
      return this.found(row.locality, `${county}, by row ${row.row} of CMS's county file`);
    } catch (error) {
      if (!(error instanceof CountyDoubt)) throw error;
      const among = this.named(error.rows.map(({ locality }) => locality));
      return { ...this.none(REASON_OF[error.code], error.message), among };
    }
  }

  private get quarter(): string {
    return this.zips?.quarter ?? "";
  }

  private zipRows(zip: string): ReturnType<Zips["rowsOf"]> & object {
    const document = this.parts.zips as ReaderZipsDocument;
    this.zips ??= new Zips(document, new Checker("reader-zips.json"));
    return this.zips.rowsOf(zip) ?? [];
  }

  private named(keys: readonly string[]): PaymentLocality[] {
    const distinct = [...new Set(keys)];
    return distinct.map((key) => this.localities.find((each) => each.key === key) ?? { key, name: "", state: null });
  }

  private found(key: string, foundBy: string): FoundLocality {
    const locality = this.localities.find((each) => each.key === key);
    return locality === undefined
      ? { ...this.none("unknown-locality"), among: this.named([key]) }
      : { kind: "locality", ...locality, foundBy };
  }

  private none(reason: NoLocality["reason"], text?: string): NoLocality {
    const sentence =
      reason === "source-missing" ? "the release was built without CMS's file for it" : QUESTION_REASONS[reason];
    return { kind: "reason", reason, text: text ?? sentence, among: [], plusFour: false };
  }

  /** A part that the release does not have is missing; one that was not loaded is a mistake of the program. */
  private withoutPart(part: "zips" | "counties", document: object | undefined): NoLocality | undefined {
    if (document !== undefined) return undefined;
    if (!this.has(`reader-${part}`)) return this.none("source-missing");
    const message = `reader-${part}.json is not loaded: open the release with { ${part}: true }`;
    throw new ReaderError("part-not-loaded", message);
  }
}
