/** What a run took, in milliseconds and megabytes. */
export interface TimingReport {
  /** From the start of the process to the first stage: Node, the loader, the modules. */
  readonly startMs: number;
  readonly stagesMs: Readonly<Record<string, number>>;
  readonly peakMb: number;
}

/** A stopwatch over the stages of a build. Stages of several releases add up. */
export class Timings {
  private readonly start = performance.now();
  private readonly stages = new Map<string, number>();
  private current: { stage: string; since: number } | undefined;

  /** Ends the running stage and begins the next. */
  begin(stage: string): void {
    this.end();
    this.current = { stage, since: performance.now() };
  }

  /** Ends the running stage. */
  end(): void {
    if (this.current === undefined) return;
    const { stage, since } = this.current;
    this.stages.set(stage, (this.stages.get(stage) ?? 0) + performance.now() - since);
    this.current = undefined;
  }

  /** Everything measured so far. */
  report(): TimingReport {
    const rounded = [...this.stages].map(([stage, ms]) => [stage, Math.round(ms)] as const);
    return {
      startMs: Math.round(this.start),
      stagesMs: Object.fromEntries(rounded),
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  }
}
