import type { ErrorCode } from "./types.ts";

/** A document that is not what it should be, or a question that no release could answer. */
export class ReaderError extends Error {
  /** What is wrong, for programs. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = "ReaderError";
    this.code = code;
  }
}
