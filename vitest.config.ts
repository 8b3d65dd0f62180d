import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/{src,test}/**/*.test.ts", "scripts/**/*.test.ts", "library/**/*.test.ts"],
    pool: "threads",
    isolate: false,
  },
});
