import type { CodeDocument } from "../../../schemas/out/code.ts";
import type { Setting } from "../../../schemas/setting.ts";

import { type Derivation, derive, deriveLocality } from "../../answers/explain/derivation.ts";
import { atPointer } from "../../answers/explain/pointer.ts";
import { dollars } from "../../words/money-text.ts";
import { physicianDollars } from "../../words/na.ts";
import { cellText, derivationText, reasonText } from "./source-text.ts";
import { type Figure, figure } from "./view.ts";

/** Amounts of one row of the relative value file: its position, and the setting. */
const AMOUNT_OF_ROW = /^\/pfs\/(\d+)\/.+\/(nonFacility|facility)$/;

/** Whether CMS marks a setting of one row as rarely or never used. */
export function isNaAt(row: CodeDocument["pfs"][number] | undefined, setting: string): boolean {
  return (setting === "facility" ? row?.facilityNa : row?.nonFacilityNa) === true;
}

/**
 * Whether an amount belongs to a site that CMS marks NA: it is computed from the printed RVUs, and is not drawn or
 * summed.
 *
 * @param pointer JSON pointer to an amount of the document
 */
export function isNa(document: CodeDocument, pointer: string): boolean {
  const [, position, setting = ""] = AMOUNT_OF_ROW.exec(pointer) ?? [];
  if (position !== undefined) return isNaAt(document.pfs[Number(position)], setting);
  const found = atPointer(document, pointer) as { na?: true } | undefined;
  return found?.na === true;
}

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
  money(pointer: string): Figure {
    const na = isNa(this.document, pointer);
    return this.shown(derive(this.document, pointer), (amount) => physicianDollars(amount, na));
  }

  /** A figure as CMS prints it, or in words of ours. */
  plain(pointer: string, write: (value: string) => string = asPrinted): Figure {
    return this.shown(derive(this.document, pointer), write);
  }

  /** The rate of a facility's row as its cell has it; a blank cell says only that it is blank. */
  printedRate(pointer: string): Figure {
    const derivation = derive(this.document, pointer);
    return derivation.value === null
      ? figure(cellText(derivation), derivationText(derivation))
      : this.shown(derivation, dollars);
  }

  /** The amount of one locality. */
  local(position: number, setting: Setting, locality: string): Figure {
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

  private shown(derivation: Derivation, write: (value: string) => string): Figure {
    for (const id of rulesIn(derivation)) this.rules.add(id);
    const text = derivation.value === null ? reasonText(derivation) : write(derivation.value);
    return figure(text, derivationText(derivation));
  }
}
