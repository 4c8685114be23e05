/** Inputs and reasons with plainer names; any other id is split into its words. */
const NAMES: Readonly<Record<string, string>> = {
  work: "work",
  pe: "PE",
  mp: "MP",
  workGpci: "work GPCI",
  peGpci: "PE GPCI",
  mpGpci: "MP GPCI",
  "source-missing": "file not read",
  "facility-source-missing": "file not read",
  "no-global-row": "CMS's file has no row for the whole service",
  "no-professional-row": "CMS's file has no row for the professional component (26)",
  anesthesia: "paid by base and time units",
};
/** A sum without a figure has the reason of one of its parts. */
const PART = /^(facility|physician)-(?=.)/;

/** "conversion factor" from "conversionFactor", "not covered" from "not-covered". */
export function inWords(name: string): string {
  const [part, who] = NAMES[name] === undefined ? (PART.exec(name) ?? []) : [];
  if (part !== undefined) return `${who}: ${inWords(name.slice(part.length))}`;
  const apart = name.replaceAll("-", " ").replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return NAMES[name] ?? apart.replace(/\b(cms|opps|asc|rvu)\b/g, (letters) => letters.toUpperCase());
}
