import type { NationalRow } from "../../../schemas/out/national.ts";
import { PFS_RVU, type PfsRvuRow, RVU_FIELDS } from "../../../schemas/row/pfs-rvu.ts";
import { type ConversionFactor, SCALE } from "../../../schemas/units.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import type { Tables } from "../../documents/tables.ts";
import type { CodeBook } from "../../publish/code-book.ts";
import type { GpciBook } from "../../schedules/pfs/localities.ts";
import { type PfsBook, priceLocalities } from "../../schedules/pfs/price.ts";
import { keyOfRvuRow, type RvuFile, rvuFileOf } from "../../schedules/pfs/rvu-file.ts";
import { publishedNumber } from "../rate/published-number.ts";
import { type ManifestFile, type ManifestFiles, type PublishedRow, readPublished } from "./manifest-file.ts";
import { type AmountTexts, nationalAmounts } from "./published-amounts.ts";

type Head = Omit<Tables["national"], "rows">;
type Factor = Head["conversionFactor"];

/** A row of a relative value file, with what was computed from it. */
interface PricedRow extends PublishedRow {
  readonly state: string;
  readonly amounts: AmountTexts;
}

function factorOf({ value }: Factor): ConversionFactor {
  return publishedNumber<ConversionFactor>(value, SCALE.factor);
}

function atFactor(rvu: RvuFile, factor: Factor, amounts: readonly AmountTexts[]): PfsBook {
  return { rvu, factor: factorOf(factor), track: factor.track ?? undefined, national: nationalAmounts(amounts) };
}

function pfsBook(file: ManifestFile, factor: Factor, rows: readonly PricedRow[]): PfsBook {
  // Every row of the file repeats the factor, which tables have in their heads
  const whole = rows.map((row) => ({ ...row, says: { ...row.says, conversionFactor: factor.value } }));
  const source = readPublished<PfsRvuRow>(file, { catalogue: PFS_RVU, keyOf: keyOfRvuRow }, whole);
  const states = rows.map(({ state }) => state);
  const amounts = rows.map((row) => row.amounts);
  return atFactor(rvuFileOf(source, states, factorOf(factor)), factor, amounts);
}

function pricedRow(row: NationalRow): PricedRow {
  const { oppsCap: cap, priceState: state } = row;
  const capRvus = {
    oppsNonFacilityPeRvu: cap?.nonFacilityPeRvu,
    oppsFacilityPeRvu: cap?.facilityPeRvu,
    oppsMpRvu: cap?.mpRvu,
  };
  return { ...row, says: { ...row, ...capRvus }, state, amounts: row };
}

/** The row of CMS's QPP file for a row of the other one; none where no amount was computed from it. */
function qppRow(row: NationalRow): PricedRow[] {
  const { hcpcs, modifier, qualifyingApm: amounts, qpp, priceState: state } = row;
  if (amounts?.row === undefined) return [];
  // The check pfs.qpp-units-equal proves that both files have the same RVUs, and proves nothing else
  const units = Object.fromEntries(RVU_FIELDS.map((field) => [field, row[field]]));
  return [{ ...qpp, row: amounts.row, says: { hcpcs, modifier, ...units }, state, amounts }];
}

/** The second track: of rows of its own file, or of the same rows at its factor. */
function qualifying(
  { qualifyingApm: track }: Head,
  own: ManifestFile | undefined,
  { rvu }: PfsBook,
  rows: readonly NationalRow[],
): CodeBook["qualifying"] {
  if (track === undefined) return undefined;
  const { basis, conversionFactor: factor } = track;
  const amounts = rows.map(({ qualifyingApm }) => qualifyingApm);
  const pfs = own === undefined ? atFactor(rvu, factor, amounts) : pfsBook(own, factor, rows.flatMap(qppRow));
  return { basis, pfs, amounts: undefined };
}

/** What a release's tables say about a code's rows in the relative value file; all undefined without such a file. */
export function pfsParts(
  documents: ReleaseDocuments,
  files: ManifestFiles,
  gpci: GpciBook | undefined,
  hcpcs: string,
): Pick<CodeBook, "pfs" | "amounts" | "oppsCap" | "qualifying" | "qualifyingCell"> {
  const [table, file] = [documents.table("national"), files.get("rvu")];
  if (table === undefined || file === undefined) {
    return { pfs: undefined, amounts: undefined, oppsCap: undefined, qualifying: undefined, qualifyingCell: undefined };
  }
  const rows = table.rowsOf({ hcpcs });
  const { head } = table;
  const pfs = pfsBook(file, head.conversionFactor, rows.map(pricedRow));
  return {
    pfs,
    amounts: gpci && priceLocalities(pfs, gpci),
    oppsCap: { national: nationalAmounts(rows.map(({ oppsCap }) => oppsCap)), amounts: undefined },
    qualifying: qualifying(head, files.get("rvu-qpp"), pfs, rows),
    qualifyingCell: head.qualifyingCell,
  };
}
