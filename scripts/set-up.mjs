// Brings a clone to the state in which everything runs: packages installed as the lock file says, the command built.
// Plain JavaScript on Node's own modules, because it runs before anything is installed. Nothing to do costs a few milliseconds.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfChanged } from "./build.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = join(root, "node_modules");
const stamp = join(modules, ".merlon-set-up");

requireNode(20, 19);
installIfChanged();
await buildIfChanged();

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split(".").map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  stop(`Merlon needs Node ${major}.${minor} or later; this is Node ${process.versions.node}. Get one from https://nodejs.org and run the same command again.`);
}

/** The stamp holds the hash of the lock file that node_modules was made from. */
function installIfChanged() {
  const lockText = readFileSync(join(root, "package-lock.json"), "utf8");
  const wanted = createHash("sha256").update(lockText).digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (!alreadyInstalled(JSON.parse(lockText))) install();
  writeFileSync(stamp, wanted);
}

/** Someone may have run `npm install` by hand; npm's own record inside node_modules then says what is there. */
function alreadyInstalled(lock) {
  const record = join(modules, ".package-lock.json");
  if (!existsSync(record)) return false;
  const have = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(lock.packages).every(([path, entry]) => {
    if (!path.startsWith("node_modules/") || entry.optional || entry.devOptional) return true;
    return entry.link ? existsSync(join(root, path)) : have[path]?.version === entry.version;
  });
}

function install() {
  say("Installing packages as package-lock.json says (once; takes about half a minute) …");
  const first = npm("ci");
  if (first.status === 0) return;
  // Some registries lack packages for platforms other than this one, which `npm ci` refuses and `npm install` does not mind.
  if (first.output.includes("EUSAGE")) {
    say("npm ci finds the lock file incomplete on this registry; trying npm install, which keeps the pinned versions …");
    const second = npm("install");
    if (second.status === 0) return;
    process.stderr.write(second.output);
  } else {
    process.stderr.write(first.output);
  }
  stop("Installing failed; the lines above are npm's own. Without a network this works only after it has worked once.");
}

function npm(verb) {
  const own = process.env.npm_execpath;
  const viaNode = own !== undefined && /npm-cli\.[cm]?js$/.test(own);
  const args = [verb, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = spawnSync(viaNode ? process.execPath : "npm", viaNode ? [own, ...args] : args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: !viaNode && process.platform === "win32",
  });
  return { status: result.status, output: `${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}` };
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
