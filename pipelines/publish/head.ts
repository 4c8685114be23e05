import type { FileRef } from "../../schemas/out/common.ts";
import { factorText } from "../../schemas/unit-text.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import type { Rule } from "../rules/rule.ts";
import type { PfsBook } from "../schedules/pfs/price.ts";
import { originalName, originOf, type SourceFile } from "../tables/source-file.ts";
import type { CodeBook } from "./code-book.ts";

/** The fields that every document of a release starts with. */
export function headOf({ release: { release, coverage } }: Pick<CodeBook, "release">, schema: string): object {
  return { schema: `ratebook/${schema}`, schemaVersion: SCHEMA_VERSION, release, coverage };
}

/** Our fields and the columns they were read from, in the layout's order. */
export function columnNames(file: SourceFile<unknown>): FileRef["columns"] {
  const refs = [...file.table.found.byField.values()];
  return Object.fromEntries(refs.map((ref) => [ref.field, { column: ref.letter, heading: ref.heading }]));
}

function fileRef(file: SourceFile<unknown>): FileRef {
  const { excerptOf } = file.entry;
  const origin = originOf(file);
  const original = excerptOf === undefined ? {} : { excerptOf: originalName(excerptOf) };
  const { sheet } = file.table;
  const within = sheet === undefined ? {} : { sheet };
  return { name: file.table.file, ...within, sha256: file.sha256, origin, ...original, columns: columnNames(file) };
}

/** The files that a document's numbers were read from, by short name. */
export function sourceRefs(files: readonly (SourceFile<unknown> | undefined)[]): Record<string, FileRef> {
  const present = files.filter((file) => file !== undefined);
  return Object.fromEntries(present.map((file) => [file.id, fileRef(file)]));
}

/** The rules that a document's numbers were computed by, by id. */
export function rulesOf(...rules: readonly Rule[]): Record<string, Omit<Rule, "id">> {
  return Object.fromEntries(rules.map(({ id, ...rule }) => [id, rule]));
}

/** The conversion factor as text with the track it is for. */
export function factorInForce(pfs: PfsBook): { value: string; track: string | null } {
  return { value: factorText(pfs.factor), track: pfs.track ?? null };
}
