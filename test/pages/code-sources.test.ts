import { expect, it } from "vitest";
import { isSameKind } from "../../pipelines/reports/views/code-sources.ts";

it.each([
  ["01967", "01968", true],
  ["01967", "0196U", false],
  ["0196T", "0196U", false],
  ["0196U", "0197U", true],
  ["G0463", "G0466", true],
])("takes %s and %s for one kind: %s", (hcpcs, other, same) => {
  expect(isSameKind(hcpcs, other)).toBe(same);
});
