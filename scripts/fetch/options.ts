import { setTimeout } from "node:timers/promises";
import { CMS_ORIGIN } from "./address.ts";

/** How far the download of one file is. */
export interface DownloadProgress {
  readonly address: string;
  /** Bytes on disk. */
  readonly received: number;
  /** Bytes of the whole file; undefined where CMS does not say. */
  readonly total: number | undefined;
  readonly bytesPerSecond: number;
  /** Undefined where the total is not known, or nothing came yet. */
  readonly secondsLeft: number | undefined;
}

/** How long the client waits, in milliseconds. */
interface WaitingTimes {
  /** For a connection. */
  readonly connect: number;
  /** For the first line of an answer. */
  readonly headers: number;
  /** For the next piece of a body. */
  readonly body: number;
  /** For one try as a whole, however steadily it trickles. */
  readonly whole: number;
}

const WAITING: WaitingTimes = { connect: 10_000, headers: 60_000, body: 60_000, whole: 15 * 60_000 };

/** What a client can be told; everything but the folder has a default. */
export interface ClientOptions {
  /** For the folder with files on their way and finished ones; it is made when it does not exist. */
  readonly folder: string;
  /** Address or mailbox of whoever runs the program, for CMS to write to. */
  readonly contact?: string;
  /** Where CMS is: tests give a server of their own. */
  readonly origin?: string;
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** Waits some milliseconds; tests do not. */
  readonly delay?: (milliseconds: number) => Promise<unknown>;
  readonly timeouts?: Partial<WaitingTimes>;
  /** How often a failed request is sent again. */
  readonly retries?: number;
}

const RETRIES = 4;

/** Every option with its value. */
export type Settings = ReturnType<typeof settingsOf>;

/** Options with their defaults. */
export function settingsOf(options: ClientOptions) {
  return {
    folder: options.folder,
    contact: options.contact,
    origin: new URL(options.origin ?? CMS_ORIGIN).origin,
    onProgress: options.onProgress ?? (() => {}),
    delay: options.delay ?? ((milliseconds: number) => setTimeout(milliseconds)),
    timeouts: { ...WAITING, ...options.timeouts },
    retries: options.retries ?? RETRIES,
  };
}
