/** Exit codes of a command that a signal ended: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Cleans up when the user interrupts: the first interrupt waits for `stop`, a second one ends everything at once.
 *
 * @returns a function that takes the arrangement back
 */
export function onInterrupt(stop: () => Promise<void>): () => void {
  const signals = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[];
  const handlers = signals.map(
    (signal) => [signal, () => void stop().finally(() => process.exit(EXIT_CODES[signal]))] as const,
  );
  for (const [signal, handler] of handlers) process.once(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
