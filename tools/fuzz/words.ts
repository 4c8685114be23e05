import type { Reader } from "./tokens.ts";

/** Where an input is found again: the seed of the run, and the path to it inside the run. */
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
  /** How many inputs to try after the kept ones, if the time allows; as many as it allows where nothing is said. */
  readonly inputs?: number;
  readonly seed: number;
  /** Folder of CMS's own files, beside the excerpts. */
  readonly from: string | undefined;
  /** Inputs to try first. */
  readonly kept: readonly Kept[];
}

/** What a session tells whoever watches it. */
export type Word =
  | { readonly kind: "ready"; readonly bases: number }
  | { readonly kind: "begins"; readonly seed: number; readonly run: number }
  | { readonly kind: "ended"; readonly codes: readonly string[] }
  | { readonly kind: "found"; readonly finding: Finding }
  | { readonly kind: "done" };
