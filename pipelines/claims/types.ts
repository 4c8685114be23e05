import type { PriceDocument } from "../../schemas/out/price.ts";
import type { TogetherDocument } from "../../schemas/out/together.ts";

/** What is wrong with a file or a question, as the command line says it with `--json`. */
export interface ClaimsProblem {
  /** `document.changed`, `code.unknown`, `release.not-built`, `question.malformed`, ... */
  readonly code: string;
  readonly place: { readonly file: string };
  readonly message: string;
  /** What to do. */
  readonly cure: string;
}

/** Where built releases are: the folder with `index.json` as a path (Node only) or a URL; or who reads its files. */
export type ClaimsSource =
  | string
  | URL
  | {
      /** Bytes of a file by its path in the folder, such as `2026A/manifest.json`; undefined where there is none. */
      readonly read: (path: string) => Promise<Uint8Array | undefined>;
    };

/** Which release answers: the one in force on a day, one by name, or without both the latest. */
export type WhichRelease =
  | { readonly on?: undefined; readonly release?: undefined }
  /** Day of service: `"2026-02-14"`. */
  | { readonly on: string; readonly release?: undefined }
  /** `"2026A"`. */
  | { readonly release: string; readonly on?: undefined };

/** The place of the physician's amounts; without one they are national. */
export type ClaimPlace =
  | { readonly locality?: undefined; readonly zip?: undefined }
  /** A key, `"0111205"`, or a name. */
  | { readonly locality: string; readonly zip?: undefined }
  | { readonly zip: string; readonly locality?: undefined };

/** What is paid together with a code, or for two codes. */
export type TogetherQuestion = WhichRelease & {
  readonly code: string;
  readonly other?: string | undefined;
};

/** What the lines of one claim are paid: one patient, one day, one physician, one facility. */
export type PriceQuestion = WhichRelease &
  ClaimPlace & {
    /** HCPCS codes with their modifiers and units: `["22511", "22512x2", "77012-26"]`. */
    readonly lines: readonly string[];
    /** Without it: all three. */
    readonly setting?: "office" | "hopd" | "asc" | undefined;
  };

/** Built releases that answer questions about claims. Files are read when an answer first needs them, each once. */
export interface OpenedClaims {
  /**
   * The document that `ratebook together --json` prints.
   *
   * @throws ClaimsError for a file that is not as built, and for a question without an answer
   */
  together(question: TogetherQuestion): Promise<TogetherDocument>;
  /**
   * The document that `ratebook price --json` prints.
   *
   * @throws ClaimsError for a file that is not as built, and for a question without an answer
   */
  price(question: PriceQuestion): Promise<PriceDocument>;
}
