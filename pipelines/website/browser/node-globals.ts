export { Buffer } from "buffer/index.js";

/** As much of Node's process as packages ask for. */
export const process = {
  browser: true,
  env: {},
  version: "",
  nextTick: (act: (...given: unknown[]) => void, ...given: unknown[]): void => queueMicrotask(() => act(...given)),
};
