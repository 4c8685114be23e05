import type { PostingSchedule, PostingWindow } from "../../schemas/source/publication-schedule.ts";
import type { Family } from "../../schemas/source/release.ts";
import { sourceAsItIs } from "./read-source.ts";

/** When CMS posts a family's publications of a quarter, 1 to 4; undefined where the family has none of that quarter. */
export function postingWindow(family: Family, quarter: number): PostingWindow | undefined {
  const { families } = sourceAsItIs<PostingSchedule>("publication-schedule.json");
  return families[family].find(({ quarters }) => quarters.includes(quarter));
}
