import type { z } from "zod";
import type { CodeDocument } from "../../../schemas/out/code.ts";
import type { FileRefs, RuleTexts } from "../../../schemas/out/common.ts";
import type { AscRow, OppsRow } from "../../../schemas/out/facility.ts";
import type { Manifest } from "../../../schemas/out/manifest.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";

/** One code in one release, as its tables have it: another code beside this one, or this one in another release. */
export interface Snapshot {
  readonly hcpcs: string;
  readonly release: string;
  /** First day of service. */
  readonly from: string;
  /** As the release's manifest has it. */
  readonly standing: Manifest["standing"];
  readonly national: NationalRow | undefined;
  readonly opps: OppsRow | undefined;
  readonly asc: AscRow | undefined;
  readonly files: z.infer<typeof FileRefs>;
  readonly rules: z.infer<typeof RuleTexts>;
}

/**
 * The kind of a code, by its last character. Five digits, or a letter and four digits, are services of CPT and HCPCS. A
 * letter at the end is a list of its own, such as U for laboratory tests and T for new technology.
 */
function listOf(hcpcs: string): string {
  return /\d$/.test(hcpcs) ? "" : hcpcs.slice(-1);
}

/** Whether two codes are in one list: 01967 and 01968 (anesthesia) are, 0196U (laboratory tests) is not. */
export function isSameKind(hcpcs: string, other: string): boolean {
  return listOf(hcpcs) === listOf(other);
}

/** What a code's page is made from. */
export interface CodePageSources {
  readonly document: CodeDocument;
  readonly manifest: Manifest;
  /** What is paid together with the code, and what may be billed with it. */
  readonly together: TogetherDocument;
  /** Codes of the same kind that begin with the same four characters, this one included. */
  readonly family: readonly Snapshot[];
  /** This code in every release of the folder that was in force or replaced, and in the page's own, the earliest first. */
  readonly history: readonly Snapshot[];
}
