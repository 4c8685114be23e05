import { fileURLToPath } from "node:url";
import { RateDocument, type RateSettingName } from "../../schemas/out/rate.ts";
import { ratePartsOf, type SettingParts } from "../../schemas/out/rate-parts.ts";
import { type RateArguments, rate } from "../../scripts/commands/rate.ts";
import { fakeTerminal } from "./fake-terminal.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

/** What `ratebook rate` prints, from `out/` unless the options name another folder. */
export function said(code: string, options: Partial<RateArguments> = {}): string {
  const terminal = fakeTerminal();
  rate(code, { out: OUT, ...options }, terminal);
  return terminal.results.join("\n");
}

/** The same as data. */
export function answer(code: string, options: Partial<RateArguments> = {}): RateDocument {
  return RateDocument.parse(JSON.parse(said(code, { ...options, json: true })));
}

/** One setting of a rate, by what its amounts are. */
export function setting(document: RateDocument, name: RateSettingName): SettingParts {
  const found = document.settings.find((each) => each.setting === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return ratePartsOf(found);
}
