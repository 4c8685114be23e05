import { defineConfig } from "vitest/config";

/**
 * Whole releases and child processes take seconds; a slow machine is no failure, only a test that hangs is. Every
 * processor has a worker, since many tests wait for processes of their own.
 */
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: "100%" } });
