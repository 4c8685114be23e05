/** Exit codes of a command that a signal ended: 128 plus the number of the signal. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Cleans up after an interrupt: the first one waits for `stop`, a second one ends the process at once.
 *
 * @returns a function that removes the handlers
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
