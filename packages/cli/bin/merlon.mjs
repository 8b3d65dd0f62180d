#!/usr/bin/env node
// The command `merlon`. It answers --version without loading the bundle, so that this costs no more than
// starting Node, and otherwise hands over to the bundle that the set-up script builds.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const bundle = fileURLToPath(new URL("../dist/merlon.cjs", import.meta.url));

if (major < 20 || (major === 20 && minor < 19)) {
  stop(`Merlon needs Node 20.19 or later; this is Node ${process.versions.node}.`);
} else if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  process.stdout.write(`${version}\n`);
} else if (existsSync(bundle)) {
  const { runBundle } = await import("./run-bundle.mjs");
  runBundle(bundle);
} else {
  stop(`Merlon is not built yet: run "npm start" in ${fileURLToPath(new URL("../../..", import.meta.url))}`);
}

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
