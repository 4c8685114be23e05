import type { Command } from "commander";
import { addAudit } from "../commands/audit.ts";
import { addBuild } from "../commands/build.ts";
import { addConformance } from "../commands/conformance.ts";
import { addDiff } from "../commands/diff.ts";
import { addExplain } from "../commands/explain.ts";
import { addExport } from "../commands/export.ts";
import { addFactor } from "../commands/factor.ts";
import { addMcp } from "../commands/mcp.ts";
import { addPack } from "../commands/pack.ts";
import { addPage } from "../commands/page.ts";
import { addPrice } from "../commands/price.ts";
import { addRate } from "../commands/rate.ts";
import { addRefresh } from "../commands/refresh.ts";
import { addRegister } from "../commands/register.ts";
import { addReleases } from "../commands/releases.ts";
import { addReview } from "../commands/review.ts";
import { addSign } from "../commands/sign.ts";
import { addSite } from "../commands/site.ts";
import { addSources } from "../commands/sources.ts";
import { addTimeline } from "../commands/timeline.ts";
import { addTogether } from "../commands/together.ts";
import { addVerify } from "../commands/verify.ts";

/** Declares all commands, in the order of the help text. */
export const ALL_PROGRAMS: readonly ((program: Command) => void)[] = [
  ...[
    addBuild,
    addRate,
    addExplain,
    addTimeline,
    addTogether,
    addPrice,
    addMcp,
    addDiff,
    addAudit,
    addConformance,
    addPage,
    addReview,
    addExport,
    addPack,
    addSite,
  ],
  ...[addReleases, addSources, addRefresh, addRegister, addFactor, addVerify, addSign],
];
