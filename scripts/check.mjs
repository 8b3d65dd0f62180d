// Everything that must hold before a change is taken in: `npm run check`. Runs two checks at a time, goes on after a
// failure, and ends with a summary. With --skip-tests it leaves the tests out, for a run that has just made them.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lanes = 2;
/** All of it, on two cores that have nothing else to do. Above that, making it faster is the next task. */
const budgetSeconds = 90;
/** A test file that takes longer is named. */
const slowFileMs = 5000;

/** `seen` finds in the output how much a check looked at; below `atLeast` it has gone blind and fails. */
const checks = [
  { name: "lint", run: ["oxlint/bin/oxlint"], seen: /on (\d+) files/, atLeast: 400 },
  { name: "types", run: ["typescript7/bin/tsc", "-p", "tsconfig.json"] },
  { name: "types of the pure packages", run: ["typescript7/bin/tsc", "-p", "tsconfig.pure.json"] },
  { name: "layers", run: ["tsx/dist/cli.mjs", "scripts/layers/layers.ts"], seen: /^(\d+) source files/m, atLeast: 400 },
  { name: "unused", run: ["knip/bin/knip.js", "--treat-config-hints-as-errors"] },
  { name: "generated is fresh", run: ["tsx/dist/cli.mjs", "scripts/gen/gen.ts", "--check"] },
  { name: "tidy", run: ["tsx/dist/cli.mjs", "scripts/tidy/tidy.ts"], notes: true },
  { name: "tests", run: ["vitest/vitest.mjs", "run"], seen: /^\s*Tests .*?(\d+) passed/m, atLeast: 800, notes: true },
];

const chosen = process.argv.includes("--skip-tests") ? checks.filter((check) => check.name !== "tests") : checks;
const started = Date.now();
const results = await inLanes(chosen);
summarise(results);
if (results.some((result) => result.problem !== undefined)) process.exitCode = 1;

async function inLanes(all) {
  const waiting = [...all.entries()];
  const done = [];
  async function lane() {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, check] = next;
      done[index] = await runCheck(check);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

async function runCheck(check) {
  const begun = Date.now();
  const { code, output } = await runTool(check.run);
  const result = { name: check.name, seconds: (Date.now() - begun) / 1000, problem: problemOf(check, code, output) };
  process.stdout.write(`${line(result)}\n`);
  if (result.problem !== undefined || check.notes) process.stdout.write(`${indented(result.problem === undefined ? brief(output) : output)}\n`);
  return result;
}

function problemOf({ seen, atLeast }, code, output) {
  if (code !== 0) return `exit code ${code}`;
  if (seen === undefined) return undefined;
  const count = Number(seen.exec(output)?.[1] ?? 0);
  return count < atLeast ? `saw only ${count}, at least ${atLeast} expected` : undefined;
}

function runTool([tool, ...args]) {
  return new Promise((resolve) => {
    // `npm test` follows 5,000 random edits; here fewer have to do, since people wait for this one.
    const env = { MERLON_EDITS: "1000", ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn(process.execPath, [join(root, "node_modules", tool), ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (bytes) => (output += bytes));
    child.stderr.on("data", (bytes) => (output += bytes));
    child.on("error", (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

function summarise(all) {
  const failed = all.filter((result) => result.problem !== undefined);
  const total = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`\n${all.map(line).join("\n")}\n`);
  if (total > budgetSeconds) process.stdout.write(`\nSlower than ${budgetSeconds} s: on a machine that is not busy otherwise, making this faster is the next task.\n`);
  process.stdout.write(failed.length === 0 ? `\nAll ${all.length} checks hold (${total} s).\n` : `\n${failed.length} of ${all.length} checks fail (${total} s).\n`);
}

function line({ name, seconds, problem }) {
  return `${problem === undefined ? "ok  " : "FAIL"} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(5)} s${problem === undefined ? "" : `  ${problem}`}`;
}

/** The last lines say how many there were; of the tests, the slow files are named too. */
function brief(output) {
  const lines = output.trimEnd().split("\n");
  const slow = lines.filter((text) => Number(/\.test\.ts \(.* (\d+)ms$/.exec(text)?.[1] ?? 0) > slowFileMs);
  return [...slow, ...lines.slice(-24).filter((text) => !/^ *✓/.test(text))].join("\n");
}

function indented(text) {
  return text.trimEnd().split("\n").map((part) => `    ${part}`).join("\n");
}
