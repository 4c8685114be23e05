import * as z from "zod";

/**
 * Whether damage to a cell is detected: `checked` where other cells repeat the figure, so that any single damage is
 * detected; otherwise `why` damage may not be.
 */
export type Proof =
  | {
      /** What proves the cell. */
      readonly checked: string;
      /** The field that the proof needs, and why a row without it proves nothing. */
      readonly needs?: { readonly field: string; readonly why: string };
      /** Damage that is not detected, and does no harm. */
      readonly but?: string;
    }
  | { readonly why: string };

/** A column in the catalogue, besides its kind. */
interface About {
  /** Name of the field in reports. */
  readonly words: string;
  /** What readers must know: the description in the JSON Schema. */
  readonly says?: string;
  /** List of a code's document that contains the column. */
  readonly list?: "rvus" | "oppsCap" | "indicators";
  readonly proof?: Proof;
}

/** A column that the document of its table publishes under the same name. */
export function published<K, const A extends About>(kind: K, about: A) {
  return { kind, published: true, ...about } as const;
}

/** A column that its table's document does not publish under the same name; `where` says where it is published, if at all. */
export function unpublished<K, const A extends About>(kind: K, where: string, about: A) {
  return { kind, published: false, where, ...about } as const;
}

type CellsOf<Columns> = {
  [F in keyof Columns]: Columns[F] extends { kind: { cell: infer Cell extends z.ZodType } } ? Cell : never;
};
/** Names of the columns that the document of a table publishes. */
export type PublishedNames<Columns> = {
  [F in keyof Columns & string]: Columns[F] extends { published: true } ? F : never;
}[keyof Columns & string];
type OutsOf<Columns> = {
  [F in PublishedNames<Columns>]: Columns[F] extends { kind: { out: () => infer Out } } ? Out : never;
};

type NamesIn<Columns, List> = {
  [F in keyof Columns]: Columns[F] extends { list: List } ? F : never;
}[keyof Columns];

/** One column of a kind of CMS's tables. */
export interface Field extends About {
  readonly kind: {
    readonly cell: z.ZodType;
    readonly out: () => z.ZodType;
    readonly publish: (value: never) => unknown;
    readonly read: (out: never) => unknown;
  };
  /** Whether the document of its table publishes it under the same name. */
  readonly published: boolean;
}

/** The columns of a kind of table by field, in the order of the documents. */
export type Catalogue = Readonly<Record<string, Field>>;

/** The schema of a row: turns the text of each cell into a typed value. */
export function rowSchema<Columns extends Catalogue>(columns: Columns): z.ZodObject<CellsOf<Columns>> {
  const shape = Object.fromEntries(Object.entries(columns).map(([field, { kind }]) => [field, kind.cell]));
  return z.object(shape) as unknown as z.ZodObject<CellsOf<Columns>>;
}

/** The published fields of a row as a shape for the schema of its document. */
export function publishedShape<Columns extends Catalogue>(columns: Columns): OutsOf<Columns> {
  const shape = Object.entries(columns).flatMap(([field, { kind, published: isPublished, says }]) =>
    isPublished ? [[field, says === undefined ? kind.out() : kind.out().describe(says)]] : [],
  );
  return Object.fromEntries(shape) as OutsOf<Columns>;
}

/** The fields of a list of a code's document, in order. */
export function fieldsIn<Columns extends Catalogue, List extends About["list"]>(
  columns: Columns,
  list: List,
): NamesIn<Columns, List>[] {
  return Object.keys(columns).filter((field) => columns[field]?.list === list) as NamesIn<Columns, List>[];
}
