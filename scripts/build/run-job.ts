import { type BuildOptions, type BuiltRelease, buildRelease, type Stage } from "../../pipelines/build-release.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { rowsByRole } from "../../pipelines/schedules/book.ts";
import { fewerRows } from "../out/fewer-rows.ts";
import { writeRelease } from "../out/out-folder.ts";
import { familyRows } from "../print/summary.ts";
import { codeHash, registryHash } from "../program/code-hash.ts";
import { errorProblem } from "../program/error-problem.ts";
import type { BuildArguments, BuildSettings } from "./build-arguments.ts";
import { chooseCodes } from "./code-selection.ts";
import type { Jobs } from "./jobs.ts";
import { type Outcome, summaryOf } from "./outcome.ts";
import { Stopwatch } from "./timings.ts";

/** What all releases of a run have in common. */
export interface RunContext {
  readonly jobs: Jobs;
  readonly options: BuildArguments;
  readonly settings: BuildSettings;
  readonly out: string;
  /** False when the parent process is gone, and with it the lock of the folder. */
  readonly isWanted?: () => boolean;
}

interface Made {
  readonly built: BuiltRelease;
  readonly codes: readonly string[];
}

async function make(id: string, context: RunContext, onStage: BuildOptions["onStage"] & {}): Promise<Made> {
  const { jobs, options, settings } = context;
  let codes: readonly string[] = [];
  const choose = chooseCodes(settings.codes);
  const { release, downloads } = await jobs.open(id);
  const built = await buildRelease(release, downloads, {
    chooseCodes: (known, found) => {
      codes = choose(known, found);
      return codes;
    },
    required: settings.required,
    without: settings.without(id),
    asked: settings.asked,
    allowChanged: options.allowChanged === true,
    allowUnregistered: options.allowUnregistered === true,
    accepted: settings.accepted,
    format: settings.format,
    folder: options.from,
    code: codeHash(),
    registry: registryHash(),
    onStage,
  });
  return { built, codes };
}

/** Builds one release, and writes it when it has no problem. Never throws: an error becomes part of the outcome. */
export async function runJob(id: string, context: RunContext, onStage: (stage: Stage) => void): Promise<Outcome> {
  const { options } = context;
  const watch = new Stopwatch();
  const problems = new Problems();
  const begin = (stage: Stage): void => {
    watch.begin(stage);
    onStage(stage);
  };
  try {
    const made = await problems.attempt(() => make(id, context, begin));
    problems.add(...(made?.built.problems ?? []));
    if (made === undefined) return { id, problems: problems.list, family: [], spent: watch.stop() };
    if (!problems.any && options.overwrite !== true)
      problems.add(...fewerRows(context.out, id, rowsByRole(made.built.book)));
    if (!problems.any) await writeRelease(context.out, id, made.built.outputs, context.isWanted);
    const summary = summaryOf(made.built);
    return {
      id,
      problems: problems.list,
      unreadable: made.built.book.unreadableBecause,
      summary,
      family: familyRows(made.built, made.codes),
      spent: watch.stop(),
    };
  } catch (error) {
    return {
      id,
      problems: [...problems.list, errorProblem(error, id, "Change the command and run it again")],
      family: [],
      spent: watch.stop(),
    };
  }
}
