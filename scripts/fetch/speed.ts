import type { DownloadProgress } from "./options.ts";

/** Tells how fast a file comes. */
export function meterOf(address: string, onProgress: (progress: DownloadProgress) => void) {
  const begun = performance.now();
  let counted = 0;
  let before = 0;
  return (received: number, total: number | undefined): void => {
    // A try that begins again takes back what came, and the time has passed all the same
    counted += received < before ? received : received - before;
    before = received;
    const seconds = (performance.now() - begun) / 1000;
    const bytesPerSecond = seconds === 0 ? 0 : counted / seconds;
    const isKnown = total !== undefined && bytesPerSecond > 0;
    const secondsLeft = isKnown ? (total - received) / bytesPerSecond : undefined;
    onProgress({ address, received, total, bytesPerSecond, secondsLeft });
  };
}
