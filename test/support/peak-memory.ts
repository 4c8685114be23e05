import { readFileSync } from "node:fs";

/**
 * The most memory that this process has held, in MB. On Linux a new process begins with the peak of the one that started
 * it in its resource usage, and with its own in /proc.
 */
export function peakMegabytes(): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // Another system
  }
  return process.resourceUsage().maxRSS / 1024;
}
