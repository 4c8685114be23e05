import type { z } from "zod";
import type { FactorInForce } from "../../../schemas/out/common.ts";
import type { DiffTable } from "../../../schemas/out/diff.ts";
import type { AscRow, OppsRow } from "../../../schemas/out/facility.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { Manifest } from "../../../schemas/out/manifest.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { openFolder } from "../../documents/release-folder.ts";
import type { FilesHead } from "../../documents/table-document.ts";
import type { LocalityCounties } from "./county-flows.ts";
import { type NcciSide, ncciSide } from "./ncci-side.ts";

/** One of two releases to compare: its published tables, each undefined when it was built without CMS's file. */
export interface Side {
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  /** What the tables below are read from. */
  readonly documents: ReleaseDocuments;
  readonly conversionFactor: z.infer<typeof FactorInForce> | null;
  readonly pfs: readonly NationalRow[] | undefined;
  readonly localities: readonly LocalityRow[] | undefined;
  readonly counties: readonly LocalityCounties[] | undefined;
  readonly opps: readonly OppsRow[] | undefined;
  readonly asc: readonly AscRow[] | undefined;
  /** NCCI edits that it was built with, each read when it is asked for. */
  readonly ncci: NcciSide;
  /** Columns that CMS's files of a table have, by the fields they are read into. */
  readonly columns: Readonly<Record<DiffTable, ReadonlySet<string> | undefined>>;
}

function columnsOf(head: FilesHead | undefined): ReadonlySet<string> | undefined {
  return head && new Set(Object.values(head.files).flatMap(({ columns }) => Object.keys(columns)));
}

/**
 * Reads one side of a diff.
 *
 * @param folder of one built release
 * @throws InputFault when nothing was built there, or a document is not as it was built
 */
export function readSide(folder: string): Side {
  const documents = openFolder(folder);
  const { manifest, manifestSha256 } = documents;
  const [national, localities] = [documents.table("national"), documents.table("localities")];
  const [opps, asc] = [documents.table("opps"), documents.table("asc")];
  return {
    manifest,
    manifestSha256,
    documents,
    pfs: national?.allRows(),
    localities: localities?.allRows(),
    counties: documents.table("counties")?.allRows(),
    opps: opps?.allRows(),
    asc: asc?.allRows(),
    ncci: ncciSide(documents),
    conversionFactor: national?.head.conversionFactor ?? null,
    columns: {
      pfs: columnsOf(national?.head),
      localities: columnsOf(localities?.head),
      opps: columnsOf(opps?.head),
      asc: columnsOf(asc?.head),
    },
  };
}
