import { defineConfig } from "vitest/config";

/** Whole releases and child processes take seconds; a slow machine is no failure, only a test that hangs is. */
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } });
