import type { CodeDocument } from "../../schemas/out/code.ts";
import { type Derivation, derive, deriveLocality } from "../explain/derivation.ts";
import { dollars } from "../shared/money-text.ts";
import { physicianDollars } from "../shared/na-mark.ts";
import { figure } from "./figure.ts";
import type { Html } from "./html.ts";
import { isNa, isNaAt } from "./na.ts";
import { cellText, reasonText, sourceText } from "./source-text.ts";

const asPrinted = (value: string): string => (value === "" ? "blank" : value);

function rulesIn({ rule, inputs }: Derivation): string[] {
  return [...(rule === undefined ? [] : [rule.id]), ...inputs.flatMap(rulesIn)];
}

/** Figures of a code document, each with where it comes from. It remembers the rules of those that it has shown. */
export class Traced {
  readonly document: CodeDocument;
  private readonly rules = new Set<string>();

  constructor(document: CodeDocument) {
    this.document = document;
  }

  /** An amount of money, or the reason why there is none; marked where CMS marks its site NA. */
  money(pointer: string): Html {
    const na = isNa(this.document, pointer);
    return this.shown(derive(this.document, pointer), (amount) => physicianDollars(amount, na));
  }

  /** A figure as CMS prints it, or in words of ours. */
  plain(pointer: string, write: (value: string) => string = asPrinted): Html {
    return this.shown(derive(this.document, pointer), write);
  }

  /** The rate of a facility's row as its cell has it; a blank cell says no more than that it is blank. */
  printedRate(pointer: string): Html {
    const derivation = derive(this.document, pointer);
    return derivation.value === null
      ? figure(cellText(derivation), sourceText(derivation))
      : this.shown(derivation, dollars);
  }

  /** The amount of one locality. */
  local(position: number, setting: "nonFacility" | "facility", locality: string): Html {
    const na = isNaAt(this.document.pfs[position], setting);
    const derivation = deriveLocality(this.document, position, setting, locality);
    return this.shown(derivation, (amount) => physicianDollars(amount, na));
  }

  /** The value itself; null where there is none. */
  value(pointer: string): string | null {
    return derive(this.document, pointer).value;
  }

  /** The value that is paid: null also where CMS marks the site NA. */
  payable(pointer: string): string | null {
    return isNa(this.document, pointer) ? null : this.value(pointer);
  }

  /** Ids of the rules by which the figures that were shown so far were computed. */
  rulesShown(): ReadonlySet<string> {
    return this.rules;
  }

  private shown(derivation: Derivation, write: (value: string) => string): Html {
    for (const id of rulesIn(derivation)) this.rules.add(id);
    const text = derivation.value === null ? reasonText(derivation) : write(derivation.value);
    return figure(text, sourceText(derivation));
  }
}
