/** The notice above CMS's tables, in words of ours: one quoted record of several lines. */
const NOTICE = '"A notice of several lines,\n\nwhich names codes, ""terms"" and rights.\n"';

/** Add-on code edits as csv in CMS's layout, of the family of 22511 and of two made-up add-ons. */
export const ADD_ON_ROWS = [
  "1,22512,,22510,,2015001,,",
  "1,22512,,22511,,2015001,,",
  "1,22515,,22513,,2015001,,",
  "2,0054T,,CCCCC,,2013091,,Contractor Defined Primary Codes",
  "3,99998,2024366,99997,,2014001,2024366,",
] as const;

const ADD_ON_HEADINGS =
  "AOC_Edit_Type,Add-On_Code,AOC_DelDT,Primary_Code,Primary_Code_DelDT,AOC_Edit_EffDT,AOC_Edit_DelDT,Special_Instruction_Notes";

/** A csv of add-on code edits: the notice in row 1, the headings in row 2, rows from 3 on. */
export function addOnText(rows: readonly string[] = ADD_ON_ROWS): string {
  return [`${NOTICE},,,,,,,`, ADD_ON_HEADINGS, ...rows, ""].join("\r\n");
}

/** Medically unlikely edits of the family, and of a code that is not payable. */
export const MUE_ROWS = [
  "22511,1,2 Date of Service Edit: Policy,Anatomic Consideration",
  "22512,3,3 Date of Service Edit: Clinical,Anatomic Consideration",
  "99997,0,1 Line Edit,CMS Policy",
] as const;

const VALUES = {
  practitioner: "Practitioner Services MUE Values",
  hospital: "Outpatient Hospital Services MUE Values",
  dme: "DME Supplier Services MUE Values",
} as const;

/** A csv of medically unlikely edits: the first heading has a line feed, as CMS's has. */
export function mueText(setting: keyof typeof VALUES, rows: readonly string[] = MUE_ROWS): string {
  const headings = `"HCPCS/\nCPT Code",${VALUES[setting]},MUE Adjudication Indicator,MUE Rationale`;
  return [`${NOTICE},,,`, headings, ...rows, ""].join("\r\n");
}
