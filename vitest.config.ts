// Tests lie beside their source. One process with threads and without isolation, because the code under test is pure:
// this is ten times faster than a process for each file.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/{src,test}/**/*.test.ts", "scripts/**/*.test.ts", "library/**/*.test.ts", "examples/**/*.test.ts", "bench/**/*.test.ts"],
    setupFiles: ["packages/testkit/src/same-chance.ts"],
    pool: "threads",
    isolate: false,
    // By default one core of two would stand idle.
    maxWorkers: "100%",
    testTimeout: 60_000,
  },
});
