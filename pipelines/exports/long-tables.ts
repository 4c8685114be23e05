import { UnitsEdit } from "../../schemas/out/ncci-answers.ts";
import { PFS_RVU, RVU_FIELDS } from "../../schemas/row/pfs-rvu.ts";
import { SCALE } from "../../schemas/units.ts";
import type { ReleaseDocuments } from "../documents/release-documents.ts";
import { type Batch, CENTS, type ColumnType, type ExportShape, FINE, type Value } from "./column-types.ts";
import { localityAmounts } from "./locality-amounts.ts";
import { ptpBatches } from "./ncci-ptp.ts";
import { payingRows } from "./paying-rows.ts";

/** The folder of a release's tables, as data tools read partitions: year=2026/release=2026B. */
export function partitionOf(release: string): string {
  return `year=${release.slice(0, 4)}/release=${release}`;
}

/** A table for data tools: one value a column, one row a line. Names are those of the documents, in snake case. */
export interface LongTable extends ExportShape {
  /** The rows of a release, in pieces; undefined where the release was built without CMS's table. */
  readonly batches: (documents: ReleaseDocuments) => Iterable<Batch> | undefined;
}

const RVU: ColumnType = { scale: SCALE.rvu };
const GPCI: ColumnType = { scale: SCALE.gpci };
const FACTOR: ColumnType = { scale: SCALE.factor };
const WEIGHT: ColumnType = { scale: SCALE.weight };

/** A number of things, without decimals. */
const COUNT: ColumnType = { scale: 0 };

/** Columns of fields whose names are words of SQL, and of `secondary`, which belongs to one of them. */
const COLUMN_NAMES: Readonly<Record<string, string>> = {
  primary: "primary_code",
  secondary: "secondary_code",
  value: "mue_value",
  rank: "primary_rank",
};

/** "nonFacilityPeRvu" is non_facility_pe_rvu. */
function columnName(field: string): string {
  return COLUMN_NAMES[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type Row = Readonly<Record<string, unknown>>;

/** A field's value for a table; counts are numbers in documents. */
function cellOf(field: unknown): Value {
  return typeof field === "number" ? String(field) : ((field ?? null) as Value);
}

/** One batch of all rows, with the named fields as columns. */
function* batchOf(
  rows: readonly Row[],
  types: Readonly<Record<string, ColumnType>>,
): Generator<Batch<readonly Value[]>> {
  const columns = Object.keys(types).map((field) => [columnName(field), rows.map((row) => cellOf(row[field]))]);
  yield Object.fromEntries(columns);
}

/** A table whose rows are those of a document. */
function table(
  name: string,
  types: Readonly<Record<string, ColumnType>>,
  rowsOf: (documents: ReleaseDocuments) => readonly Row[] | undefined,
): LongTable {
  const columns = Object.fromEntries(Object.entries(types).map(([field, type]) => [columnName(field), type]));
  const batches = (documents: ReleaseDocuments) => {
    const rows = rowsOf(documents);
    return rows === undefined ? undefined : batchOf(rows, types);
  };
  return { name, columns, batches };
}

/** Fields of the relative value file that are neither RVUs nor shares: codes, marks, indicators. */
function typeOfRvuField(field: string): ColumnType {
  if ((RVU_FIELDS as readonly string[]).includes(field) || /^(?:pre|intra|post)Op$/.test(field)) return RVU;
  return /Na$|^notUsed/.test(field) ? "flag" : "text";
}

/** Fields of a row of CMS's relative value file that documents publish, with their types. */
export const RVU_ROW_TYPES: Readonly<Record<string, ColumnType>> = Object.fromEntries(
  Object.entries(PFS_RVU).flatMap(([field, { published }]) => (published ? [[field, typeOfRvuField(field)]] : [])),
);

/** National amounts by track: since 2026 each row has two. */
function nationalRows(documents: ReleaseDocuments): Row[] | undefined {
  const national = documents.table("national");
  if (national === undefined) return undefined;
  const { conversionFactor, qualifyingApm } = national.head;
  return national.allRows().flatMap(({ hcpcs, modifier, priceState, nonFacility, facility, ...row }) => {
    const key = { hcpcs, modifier, priceState };
    const own = { ...key, track: conversionFactor.track, nonFacility, facility };
    const other = row.qualifyingApm;
    if (qualifyingApm === undefined || other === undefined) return [own];
    const { track } = qualifyingApm.conversionFactor;
    return [own, { ...key, track, nonFacility: other.nonFacility, facility: other.facility }];
  });
}

function factorRows(documents: ReleaseDocuments): Row[] | undefined {
  const head = documents.table("national")?.head;
  if (head === undefined) return undefined;
  const { conversionFactor, qualifyingApm } = head;
  const factors = qualifyingApm === undefined ? [conversionFactor] : [conversionFactor, qualifyingApm.conversionFactor];
  return factors.map(({ track, value }) => ({ schedule: "pfs", track, conversionFactor: value }));
}

/** Medically unlikely edits of every service that the release was built with. */
function mueRows(documents: ReleaseDocuments): Row[] | undefined {
  const tables = UnitsEdit.shape.of.options.flatMap((service) => {
    const rows = documents.table(`ncci-mue-${service}`)?.allRows();
    return rows === undefined ? [] : [rows.map((row) => ({ service, ...row }))];
  });
  return tables.length === 0 ? undefined : tables.flat();
}

/** The tables of a release, each from the document that has its figures. */
export const LONG_TABLES: readonly LongTable[] = [
  table("rvu", RVU_ROW_TYPES, (documents) => documents.table("national")?.allRows()),
  table(
    "national",
    { hcpcs: "text", modifier: "text", track: "text", priceState: "text", nonFacility: CENTS, facility: CENTS },
    nationalRows,
  ),
  table("factors", { schedule: "text", track: "text", conversionFactor: FACTOR }, factorRows),
  table(
    "gpci",
    {
      locality: "text",
      mac: "text",
      number: "text",
      workGpci: GPCI,
      workGpciWithoutFloor: GPCI,
      peGpci: GPCI,
      mpGpci: GPCI,
    },
    (documents) => documents.table("localities")?.allRows(),
  ),
  table("localities", { locality: "text", mac: "text", number: "text", state: "text", name: "text" }, (documents) =>
    documents.table("localities")?.allRows(),
  ),
  table("zips", { zip: "text", state: "text", locality: "text", rural: "text", plusFour: "flag" }, (documents) =>
    documents.table("zips")?.allRows(),
  ),
  table(
    "opps",
    {
      hcpcs: "text",
      statusIndicator: "text",
      state: "text",
      apc: "text",
      relativeWeight: WEIGHT,
      oppsRate: FINE,
      nationalCopayment: FINE,
      minimumCopayment: FINE,
      adjustedCopayment: FINE,
    },
    (documents) => documents.table("opps")?.allRows(),
  ),
  table(
    "asc",
    {
      hcpcs: "text",
      addendum: "text",
      paymentIndicator: "text",
      state: "text",
      multipleProcedureDiscount: "flag",
      paymentWeight: WEIGHT,
      ascRate: CENTS,
    },
    (documents) => documents.table("asc")?.allRows(),
  ),
  table(
    "opps_pairs",
    {
      primary: "text",
      primaryStatusIndicator: "text",
      primaryApc: "text",
      secondary: "text",
      secondaryStatusIndicator: "text",
      secondaryApc: "text",
      adjustedCode: "text",
      adjustedApc: "text",
      oppsRate: FINE,
    },
    (documents) => documents.table("opps-pairs")?.allRows(),
  ),
  table(
    "opps_ranks",
    {
      hcpcs: "text",
      statusIndicator: "text",
      apc: "text",
      apcGeometricMeanCost: CENTS,
      frequency: COUNT,
      singleFrequency: COUNT,
      geometricMeanCost: CENTS,
      rank: COUNT,
      deleted: "flag",
    },
    (documents) => documents.table("opps-ranks")?.allRows(),
  ),
  table(
    "ncci_addon",
    {
      type: "text",
      addOn: "text",
      addOnDeleted: "day",
      primary: "text",
      primaryDeleted: "day",
      effective: "day",
      deletion: "day",
      note: "text",
    },
    (documents) => documents.table("ncci-addon")?.allRows(),
  ),
  table(
    "ncci_mue",
    {
      service: "text",
      hcpcs: "text",
      value: COUNT,
      adjudicationIndicator: "text",
      adjudication: "text",
      rationale: "text",
    },
    mueRows,
  ),
  {
    name: "ncci_ptp",
    columns: {
      setting: "text",
      column1: "text",
      column2: "text",
      effective: "day",
      deletion: "day",
      modifier_indicator: "text",
      rationale: "text",
    },
    batches: ptpBatches,
  },
  table("physician_rows", { hcpcs: "text", site: "text", modifier: "text", reason: "text", na: "flag" }, (documents) =>
    payingRows(documents),
  ),
  {
    name: "locality_amounts",
    columns: {
      hcpcs: "text",
      modifier: "text",
      track: "text",
      locality: "text",
      non_facility: CENTS,
      facility: CENTS,
    },
    required: ["hcpcs", "modifier", "locality", "non_facility", "facility"],
    batches: localityAmounts,
  },
];
