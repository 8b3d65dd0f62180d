// The main job on one command: `npm start` analyses examples/webshop, `npm start -- path/to/model` the user's own model,
// and writes every report into out/<name>. The work itself is the command's; this only names its arguments.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const startedIn = process.env.INIT_CWD ?? process.cwd();
const [given] = process.argv.slice(2);
const model = given === undefined ? join(root, "examples/webshop") : resolve(startedIn, given);

if (existsSync(model)) {
  const name = basename(model).replace(/\.(ya?ml|json)$/, "");
  process.exitCode = report(model, join(root, "out", name));
} else {
  process.stderr.write(`There is no model at ${model}. Give the path of a model folder or file: npm start -- path/to/model\n`);
  process.exitCode = 2;
}

function report(path, out) {
  const command = [join(root, "packages/cli/bin/merlon.mjs"), "report", shown(path), "--all", "--out", shown(out)];
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" });
  return status ?? 3;
}

/** Paths inside the repository are shown, and printed by the command, as a person standing in it would type them. */
function shown(path) {
  const short = relative(root, path);
  return short === "" || short.startsWith("..") ? path : short;
}
