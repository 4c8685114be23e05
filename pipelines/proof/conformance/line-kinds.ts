/** Lines of a payment amount file by what they are. */
export interface LineCounts {
  records: number;
  header: number;
  trailer: number;
  blank: number;
  endMark: number;
}

/**
 * CMS's trailers begin `"TRL- ` and say one sentence. A line of several cells is a record, whatever its
 * beginning: damaged records must not be skipped.
 */
const PASSED_OVER = [
  ["header", (line: string) => /^"?HDR[- ](?!.*",")/.test(line)],
  ["trailer", (line: string) => /^"?TRL-(?!.*",")/.test(line)],
  ["endMark", (line: string) => line === "\u001a"],
] as const;

/** The kind of a line that is not a record. */
export function kindOfLine(line: string): Exclude<keyof LineCounts, "records"> | undefined {
  const first = line.charCodeAt(0);
  // A record begins with a quote and the year's digit; a million of them need no further check.
  if (first === 34 && line.charCodeAt(1) === 50) return undefined;
  const text = line.trim();
  return text === "" ? "blank" : PASSED_OVER.find(([, isOne]) => isOne(text))?.[0];
}
