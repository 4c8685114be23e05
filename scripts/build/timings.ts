/** Time and memory of building one release, and the process that built it. */
export interface Spent {
  readonly pid: number;
  readonly ms: number;
  readonly stagesMs: Readonly<Record<string, number>>;
  /** Peak memory of the process so far. */
  readonly peakMb: number;
}

/** Time and memory of a run, in milliseconds and megabytes. */
export interface TimingReport {
  /** From the start of the process to the first stage: Node, the loader, the modules. */
  readonly startMs: number;
  /** Sum over all releases, even when they ran at the same time. */
  readonly stagesMs: Readonly<Record<string, number>>;
  /** Sum of the peaks of all processes, as if they were at the same moment. */
  readonly peakMb: number;
  /** This process, and each that built a release. */
  readonly processes: number;
}

function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** A stopwatch over the stages of one release. */
export class Stopwatch {
  private readonly start = performance.now();
  private readonly stages = new Map<string, number>();
  private current: { stage: string; since: number } | undefined;

  /** Ends the running stage and begins the next. */
  begin(stage: string): void {
    this.end();
    this.current = { stage, since: performance.now() };
  }

  private end(): void {
    if (this.current === undefined) return;
    this.stages.set(this.current.stage, performance.now() - this.current.since);
    this.current = undefined;
  }

  /** Ends the running stage and returns all times. */
  stop(): Spent {
    this.end();
    const ms = performance.now() - this.start;
    return { pid: process.pid, ms, stagesMs: Object.fromEntries(this.stages), peakMb: peakMb() };
  }
}

function summed(all: readonly Spent[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { stagesMs } of all) {
    for (const [stage, ms] of Object.entries(stagesMs)) sums.set(stage, (sums.get(stage) ?? 0) + ms);
  }
  return Object.fromEntries([...sums].map(([stage, ms]) => [stage, Math.round(ms)]));
}

/** Adds up the time and memory of every release. */
export function timingReport(startMs: number, outcomes: readonly { readonly spent: Spent }[]): TimingReport {
  const all = outcomes.map(({ spent }) => spent);
  const peaks = new Map<number, number>();
  for (const { pid, peakMb: peak } of all) peaks.set(pid, Math.max(peak, peaks.get(pid) ?? 0));
  peaks.set(process.pid, peakMb());
  const together = [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
  return { startMs: Math.round(startMs), stagesMs: summed(all), peakMb: together, processes: peaks.size };
}
