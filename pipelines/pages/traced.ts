import type { CodeDocument } from "../../schemas/out/code.ts";
import { type Derivation, derive, deriveLocality } from "../explain/derivation.ts";
import { dollars } from "../shared/money-text.ts";
import { figure } from "./figure.ts";
import type { Html } from "./html.ts";
import { inWords, sourceText } from "./source-text.ts";

const asPrinted = (value: string): string => (value === "" ? "blank" : value);

function shown(derivation: Derivation, write: (value: string) => string): Html {
  const text = derivation.value === null ? inWords(derivation.reason ?? "none") : write(derivation.value);
  return figure(text, sourceText(derivation));
}

/** Figures of a code document, each with where it comes from. */
export class Traced {
  readonly document: CodeDocument;

  constructor(document: CodeDocument) {
    this.document = document;
  }

  /** An amount of money, or the reason why there is none. */
  money(pointer: string): Html {
    return shown(derive(this.document, pointer), dollars);
  }

  /** A figure as CMS prints it, or in words of ours. */
  plain(pointer: string, write: (value: string) => string = asPrinted): Html {
    return shown(derive(this.document, pointer), write);
  }

  /** The amount of one locality. */
  local(position: number, setting: "nonFacility" | "facility", locality: string): Html {
    return shown(deriveLocality(this.document, position, setting, locality), dollars);
  }

  /** The value itself; null where there is none. */
  value(pointer: string): string | null {
    return derive(this.document, pointer).value;
  }
}
