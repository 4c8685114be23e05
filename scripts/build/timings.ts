/** What building one release took, and the process that did it. */
export interface Spent {
  readonly pid: number;
  readonly ms: number;
  readonly stagesMs: Readonly<Record<string, number>>;
  /** Most memory that the process has held so far. */
  readonly peakMb: number;
}

/** What a run took, in milliseconds and megabytes. */
export interface TimingReport {
  /** From the start of the process to the first stage: Node, the loader, the modules. */
  readonly startMs: number;
  /** Stages of several releases add up, also where they ran side by side. */
  readonly stagesMs: Readonly<Record<string, number>>;
  /** The peaks of all processes together, as if each had come at the same moment. */
  readonly peakMb: number;
  /** How many processes there were: this one, and each that built a release. */
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

  /** Ends the running stage; everything measured. */
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

/** Adds up what every release took. */
export function timingReport(startMs: number, outcomes: readonly { readonly spent: Spent }[]): TimingReport {
  const all = outcomes.map(({ spent }) => spent);
  const peaks = new Map<number, number>();
  for (const { pid, peakMb: peak } of all) peaks.set(pid, Math.max(peak, peaks.get(pid) ?? 0));
  peaks.set(process.pid, peakMb());
  const together = [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
  return { startMs: Math.round(startMs), stagesMs: summed(all), peakMb: together, processes: peaks.size };
}
