// Builds the command into packages/cli/dist: the bundle, the compiled library, and the fonts and WASM file it reads.
// Plain JavaScript; does nothing when no source changed since the last build. The folder appears whole or not at all.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { throughBarrels } from "./through-barrels.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = join(root, "packages/cli/dist");
const stampName = ".built-from";

const assets = [
  "node_modules/@resvg/resvg-wasm/index_bg.wasm",
  "node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf",
  "node_modules/dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf",
];

export async function buildIfChanged() {
  const wanted = fingerprint();
  const stamp = join(dist, stampName);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stdout.write("Building the command …\n");
  await build(wanted);
}

/** Sizes and times, not contents: a needless rebuild takes a second, a needless read of every source would be paid each time. */
function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  for (const file of inputs()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\t${size}\t${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function inputs() {
  const packages = readdirSync(join(root, "packages")).map((name) => join(root, "packages", name));
  const sources = packages.flatMap((folder) => [join(folder, "package.json"), ...filesUnder(join(folder, "src"))]);
  const others = ["package-lock.json", "packages/cli/bin/run-bundle.mjs", "scripts/build.mjs", "scripts/code-cache.mjs", "scripts/through-barrels.mjs", "scripts/build-library.ts"].map((path) => join(root, path));
  return [...sources, ...filesUnder(join(root, "library")), ...others].filter((file) => existsSync(file) && !file.endsWith(".test.ts"));
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

async function build(stampText) {
  const fresh = join(root, ".cache", `dist-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await fill(fresh);
    writeFileSync(join(fresh, stampName), stampText);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
    writeCodeCache(dist);
  } catch (error) {
    process.stderr.write(`The command could not be built. ${error.message}\n`);
    process.exit(1);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function fill(folder) {
  const { inputs: bundled } = await bundle(folder);
  writeFileSync(join(folder, "THIRD-PARTY.txt"), licencesOf(Object.keys(bundled)));
  for (const path of assets) copyFileSync(join(root, path), join(folder, path.split("/").at(-1)));
  compileLibrary(folder);
  copyCatalogues(folder);
}

/** What V8 compiled while a model was analysed: the command starts in half the time. It fits this version of Node; any other compiles anew. */
function writeCodeCache(folder) {
  const result = spawnSync(process.execPath, [join(root, "scripts/code-cache.mjs"), folder, join(root, "examples/webshop")], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  if (result.status !== 0) throw new Error("The bundle does not run; the lines above say why.");
}

/** What is known about ATT&CK, weaknesses and what stands against them, read only when it is asked about. */
function copyCatalogues(folder) {
  const from = join(root, "library/catalogues");
  mkdirSync(join(folder, "catalogues"));
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(folder, "catalogues", name));
}

/**
 * One plain script, so that V8 can keep its compiled form (writeCodeCache). Parts that few commands need (layout, PNG, prompts)
 * are imported where they are used, and do not run before.
 */
async function bundle(folder) {
  const { build: esbuild } = await import("esbuild");
  const { metafile } = await esbuild({
    absWorkingDir: root,
    entryPoints: { merlon: join(root, "packages/cli/src/main.ts") },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    treeShaking: true,
    minifyWhitespace: true,
    minifySyntax: true,
    format: "cjs",
    platform: "node",
    target: "node20.19",
    legalComments: "none",
    plugins: [throughBarrels(root)],
    logLevel: "error",
    metafile: true,
    define: { "import.meta.url": "__bundleUrl" },
    banner: { js: 'const __bundleUrl=require("node:url").pathToFileURL(__filename).href;' },
  });
  writeAsAscii(join(folder, "merlon.cjs"));
  return metafile;
}

/**
 * Letters outside ASCII, which esbuild leaves in templates and patterns, as escapes: a script with one of them takes two bytes for each
 * letter and is read more slowly. In a raw template and behind a backslash an escape would mean something else.
 */
function writeAsAscii(path) {
  const text = readFileSync(path, "utf8");
  const raw = /(?:String\.raw`[^`]*|\\)[^\0-\x7f`]/.exec(text);
  if (raw !== null) throw new Error(`The bundle has a letter outside ASCII in a raw template or behind a backslash: ${raw[0].slice(0, 80)}`);
  writeFileSync(path, text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`));
}

/** What is bundled travels with its licence. */
function licencesOf(files) {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file === undefined ? "" : readFileSync(join(root, folder, file), "utf8").trim()}\n`;
  }).join(`\n${"-".repeat(80)}\n\n`);
}

function compileLibrary(folder) {
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const result = spawnSync(process.execPath, [tsx, join(root, "scripts/build-library.ts"), folder], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (result.status !== 0) throw new Error("The library does not compile; the lines above say where.");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfChanged();
