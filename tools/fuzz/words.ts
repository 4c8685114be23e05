import type { Reader } from "./tokens.ts";

/** How to find an input again: seed of the run, and path in the run. */
interface Kept {
  readonly seed: number;
  readonly path: string;
}

/** An input that was neither read nor refused with a problem. */
export interface Finding extends Kept {
  readonly what: string;
}

/** What a session is to do. */
export interface Order {
  readonly reader: Reader;
  readonly seconds: number;
  /** Most inputs to try after the kept ones; no limit if undefined. */
  readonly inputs?: number;
  readonly seed: number;
  /** Folder of CMS's own files, in addition to the excerpts. */
  readonly from: string | undefined;
  /** Inputs to try first. */
  readonly kept: readonly Kept[];
}

/** A report of a session. */
export type Word =
  | { readonly kind: "ready"; readonly bases: number }
  | { readonly kind: "begins"; readonly seed: number; readonly run: number }
  | { readonly kind: "ended"; readonly codes: readonly string[] }
  | { readonly kind: "found"; readonly finding: Finding }
  | { readonly kind: "done" };
