import type { ReaderDocument } from "../../schemas/out/reader.ts";
import { documentOf } from "./check.ts";
import { ReaderError } from "./reader-error.ts";
import type { OpenedRelease } from "./types.ts";

/** GPCIs of a place, in thousandths. */
export interface PlaceIndices {
  readonly workGpci: number;
  readonly peGpci: number;
  readonly mpGpci: number;
}

type PfsDocument = NonNullable<ReaderDocument["pfs"]>;
/** A row of the relative value file, as many codes have it. */
export type FeeRowKind = PfsDocument["kinds"][number][number];

/** What CMS's tables say about a code beside its amounts. */
export interface CodeIndicators {
  /** Status of each of its rows, OPPS status indicator and ASC payment indicator, those that it has. */
  readonly indicators: readonly string[];
  readonly apc: string | undefined;
  /** OPPS status indicator, and ASC payment indicator. */
  readonly statusIndicator: string | undefined;
  readonly paymentIndicator: string | undefined;
  readonly ascAddendum: string | undefined;
}

const NATION: PlaceIndices = { workGpci: 1000, peGpci: 1000, mpGpci: 1000 };

/** The inputs of a release that its answers do not name: indices of places, indicators of rows and codes. */
export class ReleaseInputs {
  private readonly document: ReaderDocument;
  private readonly localityAt: ReadonlyMap<string, number>;
  private readonly codeAt: ReadonlyMap<string, number>;

  constructor({ codes, localities }: OpenedRelease, document: ReaderDocument) {
    this.document = document;
    this.localityAt = new Map(localities.map(({ key }, at) => [key, at]));
    this.codeAt = new Map(codes.map((code, at) => [code, at]));
  }

  /**
   * GPCIs of a place; undefined for one that the release does not have.
   *
   * @param locality `"national"`, or a key
   */
  gpcis(locality: string): PlaceIndices | undefined {
    const { localities } = this.document;
    if (locality === "national") return NATION;
    const at = this.localityAt.get(locality);
    if (localities === null || at === undefined) return undefined;
    const { work, pe, mp } = localities;
    return { workGpci: work[at] as number, peGpci: pe[at] as number, mpGpci: mp[at] as number };
  }

  /** The rows of a code in the relative value file, in the order of the document. */
  rowsOf(code: string): readonly FeeRowKind[] {
    const { pfs } = this.document;
    return pfs?.kinds[pfs.kindOf[this.at(code)] ?? -1] ?? [];
  }

  /** Indicators and APC of a code. */
  indicatorsOf(code: string): CodeIndicators {
    const { opps, asc } = this.document;
    const hospital = (opps?.kindOf[this.at(code)] ?? 0) - 1;
    const center = asc?.kinds[(asc.kindOf[this.at(code)] ?? 0) - 1];
    const indicator = opps?.indicators[opps.kinds.indicator[hospital] ?? -1]?.statusIndicator;
    const statuses = this.rowsOf(code).map(({ status }) => status);
    const indicators = [...statuses, indicator, center?.paymentIndicator].filter((each) => each !== undefined);
    const apc = opps?.apcs[opps.kinds.apc[hospital] ?? -1] ?? undefined;
    return {
      indicators,
      apc,
      statusIndicator: indicator,
      paymentIndicator: center?.paymentIndicator || undefined,
      ascAddendum: center?.addendum,
    };
  }

  private at(code: string): number {
    return this.codeAt.get(code) ?? -1;
  }
}

/**
 * Opens the inputs of a release that is open.
 *
 * @param json its `reader.json`, parsed
 * @throws ReaderError for the document of another release
 */
export function releaseInputs(release: OpenedRelease, json: object): ReleaseInputs {
  const document = documentOf<ReaderDocument>(json, "ratebook/reader", "reader.json");
  if (document.release === release.release) return new ReleaseInputs(release, document);
  const message = `reader.json is of release ${document.release}, and ${release.release} was opened`;
  throw new ReaderError("other-release", message);
}
