import type { Command } from "commander";
import { addBuild } from "./build-program.ts";
import { addConformance } from "./conformance-program.ts";
import { addDiff } from "./diff-program.ts";
import { addExplain } from "./explain-program.ts";
import { addPages } from "./pages-program.ts";
import { addProofCommands } from "./proof-program.ts";
import { addRate } from "./rate-program.ts";
import { addRegistryCommands } from "./registry-program.ts";
import { addReleases } from "./releases-program.ts";
import { addTimeline } from "./timeline-program.ts";

/** Everything that declares commands, in the order in which help lists them. */
export const ALL_PROGRAMS: readonly ((program: Command) => void)[] = [
  addBuild,
  addExplain,
  addRate,
  addReleases,
  addTimeline,
  addRegistryCommands,
  addProofCommands,
  addDiff,
  addPages,
  addConformance,
];
