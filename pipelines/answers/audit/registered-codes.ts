import { unpackKeys } from "../../sources/packed-text.ts";
import { profilesOf } from "../../sources/profiles.ts";

/** Characters of a code at the beginning of a key. */
const CODE = 5;

/** Codes of the relative value files that are registered, built or not. Read when a code is asked for. */
export class RegisteredCodes {
  private files: readonly { readonly id: string; readonly from: string; readonly codes: ReadonlySet<string> }[] = [];

  /** The last file from before a day that has a code; undefined where none has it. */
  lastWith(code: string, before: string): string | undefined {
    if (this.files.length === 0) this.files = this.read();
    return this.files.findLast(({ from, codes }) => from < before && codes.has(code))?.id;
  }

  private read(): typeof this.files {
    const files = profilesOf("pfs").flatMap(({ id, window, tables }) => {
      const table = tables.find(({ role }) => role === "rvu");
      const keys = table === undefined ? [] : unpackKeys(table.keys);
      return keys.length === 0
        ? []
        : [{ id, from: window.from, codes: new Set(keys.map((key) => key.slice(0, CODE))) }];
    });
    return files.sort((left, right) => (left.from < right.from ? -1 : 1));
  }
}
