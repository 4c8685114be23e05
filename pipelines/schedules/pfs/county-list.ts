/** How much of a state a locality covers. */
type Coverage = "all" | "all-other" | "listed";

/** Counties in another state. */
interface ElsewhereCounties {
  readonly state: string;
  readonly counties: readonly string[];
}

/** The counties in CMS's cell, name by name, in CMS's spelling. */
export interface CountyList {
  readonly coverage: Coverage;
  /** Named counties of the state itself; none when the locality has all, or all other, counties. */
  readonly counties: readonly string[];
  /** Counties that are left out of "all" or "all other". */
  readonly except: readonly string[];
  /** Counties of other states: the locality of Washington includes some of Maryland and Virginia. */
  readonly elsewhere: readonly ElsewhereCounties[];
}

/** "ALL COUNTIES", "ALL COUNTY EQUIVALENTS", "ALL OTHER COUNTIES", and what is left out of them. */
const ALL = /^ALL (?<other>OTHER )?COUNT(?:IES|Y EQUIVALENTS)(?:,? EXCEPT (?<except>.+))?$/;
/** Words of a rule, not of a name: a list of names that contains one was not understood. */
const NO_NAME = /\b(?:ALL|OTHER|COUNTIES|STATE|STATEWIDE|EXCEPT)\b/;
const IN_STATE = /^(?<names>.+) IN (?<state>[A-Z ]+)$/;

/** Names between commas and slashes; the last two of a list may be joined by AND. */
function namesOf(list: string): string[] {
  return list
    .replace(/,? AND (?!.* AND )/, ", ")
    .split(/[,/]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function elsewhereOf(part: string): ElsewhereCounties | undefined {
  const { names, state } = IN_STATE.exec(part)?.groups ?? {};
  return names === undefined || state === undefined ? undefined : { state, counties: namesOf(names) };
}

function listed(text: string): CountyList {
  const parts = text.split(";").map((part) => part.trim());
  const own = parts.filter((part) => !IN_STATE.test(part));
  return {
    coverage: "listed",
    counties: own.flatMap(namesOf),
    except: [],
    elsewhere: parts.flatMap((part) => elsewhereOf(part) ?? []),
  };
}

/**
 * Splits CMS's cell of counties: "CLAY, JACKSON AND PLATTE", "ALL OTHER COUNTIES EXCEPT MONTGOMERY AND PRINCE
 * GEORGE'S", "DISTRICT OF COLUMBIA; ... FALLS CHURCH CITY IN VIRGINIA; ... IN MARYLAND".
 *
 * @returns undefined for any other rule
 */
export function countyList(cell: string): CountyList | undefined {
  const text = cell.trim().replace(/\s+/g, " ");
  const all = ALL.exec(text);
  if (all !== null) {
    const { other, except = "" } = all.groups ?? {};
    const coverage = other === undefined ? "all" : "all-other";
    return { coverage, counties: [], except: namesOf(except), elsewhere: [] };
  }
  return NO_NAME.test(text) ? undefined : listed(text);
}
