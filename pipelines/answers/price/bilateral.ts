import { type PhysicianLine, servicesOf } from "./physician-line.ts";

/** Indicators with which both sides together are paid less than two times one side. */
const LESS_FOR_BOTH: Readonly<Record<string, (lines: readonly PhysicianLine[]) => boolean>> = {
  // A second unit may be another place of the body: only sides that are named are both sides
  "0": areBothSides,
  "1": (lines) => areBothSides(lines) || units(lines) > 1,
  "2": (lines) => areBothSides(lines) || units(lines) > 1,
};

function areBothSides(lines: readonly PhysicianLine[]): boolean {
  return ["LT", "RT"].every((side) => lines.some(({ line }) => line.modifiers.includes(side)));
}

function units(lines: readonly PhysicianLine[]): number {
  return lines.reduce((sum, each) => sum + each.line.units, 0);
}

/**
 * Whether both sides may be billed in a way that ratebook does not compute: on two lines or in two units. The record
 * layout pays them by the bilateral indicator "by any other means" of reporting; modifier 50 says it for certain.
 */
export function maySayBothSides(each: PhysicianLine, all: readonly PhysicianLine[]): boolean {
  const same = all.filter(({ line }) => line.hcpcs === each.line.hcpcs);
  if (same.some(({ line }) => line.modifiers.includes("50")))
    return same.reduce((sum, one) => sum + servicesOf(one), 0) > 2;
  return LESS_FOR_BOTH[each.row?.bilateralSurgery ?? ""]?.(same) === true;
}
