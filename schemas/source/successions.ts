import * as z from "zod";
import { Citation, Day, HcpcsText } from "../text.ts";

/** `successions.json`. */
export const Successions = z.strictObject({
  note: z.string(),
  successions: z.array(
    z.strictObject({
      deleted: HcpcsText,
      successor: HcpcsText,
      on: Day.describe("First day of service of the successor"),
      scope: z.string().describe("What changed with the code, as the end of a sentence"),
    }),
  ),
  cites: z.array(Citation),
});
export type Successions = z.infer<typeof Successions>;
