import { baseName } from "../../pipelines/problems/file-name.ts";
import type { DownloadProgress } from "../fetch/options.ts";
import { harmless } from "./terminal.ts";

/** What a line is written to: stderr. */
interface ErrorStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far downloads are. */
interface DownloadDisplay {
  readonly show: (progress: DownloadProgress) => void;
  /** Removes the line. Must always be called. */
  readonly close: () => void;
}

const MEGABYTE = 1024 * 1024;
const CLEAR = "\r\u001b[K";
const NARROW = 80;

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}

/** "rvu26d.zip  1.2 of 3.9 MB (30 %)  0.8 MB/s  4 s left". */
function lineOf({ address, received, total, bytesPerSecond, secondsLeft }: DownloadProgress): string {
  const name = baseName(new URL(address).pathname);
  const share = total === undefined || total === 0 ? "" : ` (${Math.floor((100 * received) / total)} %)`;
  const size = `${megabytes(received)}${total === undefined ? "" : ` of ${megabytes(total)}`} MB${share}`;
  const left = secondsLeft === undefined ? [] : [`${Math.ceil(secondsLeft)} s left`];
  return [name, size, `${megabytes(bytesPerSecond)} MB/s`, ...left].join("  ");
}

/** One line that is written again and again on a terminal; nothing elsewhere, and nothing when quiet. */
export function downloadDisplayFor(stream: ErrorStream, quiet: boolean): DownloadDisplay {
  if (quiet || stream.isTTY !== true) return { show: () => {}, close: () => {} };
  return {
    show: (progress) => {
      stream.write(CLEAR + harmless(lineOf(progress)).slice(0, (stream.columns ?? NARROW) - 1));
    },
    close: () => {
      stream.write(CLEAR);
    },
  };
}
