// The layer rules: schema <- core <- {engine, formats, reports} <- app <- cli.
// One rule per sentence; each comment says what to do instead. scripts/layers runs them and counts the files seen.
import { readFileSync, readdirSync } from "node:fs";

const source = "^packages/[^/]+/src/";
/** Tests, and what only tests need. */
const test = ["\\.test\\.ts$", "/src/testing[-/]", "/src/.*/testing[-/]"];
const entries = readdirSync("packages").flatMap(entriesOf);

/** The files a package may be entered through: those it exports, and the one the bundle starts from. */
function entriesOf(name) {
  const { exports } = JSON.parse(readFileSync(`packages/${name}/package.json`, "utf8"));
  const files = [...Object.values(exports), "./src/main.ts"];
  return files.map((file) => `^packages/${name}/${file.slice(2).replaceAll(".", "\\.")}$`);
}

function inside(...names) {
  return `^packages/(${names.join("|")})/src/`;
}

function mayImportOnly(name, allowed) {
  return {
    name: `${name}-imports-only-${allowed.join("-") || "nothing"}`,
    severity: "error",
    comment: `${name} may import ${allowed.join(", ") || "none of our packages"}. Move what it needs down to a package it may import, or hand it in as an argument.`,
    from: { path: inside(name), pathNot: test },
    to: { path: "^packages/", pathNot: inside(name, ...(allowed.length > 0 ? allowed : ["-"])) },
  };
}

const layers = [
  mayImportOnly("schema", []),
  mayImportOnly("core", ["schema"]),
  mayImportOnly("engine", ["schema", "core"]),
  mayImportOnly("formats", ["schema", "core"]),
  mayImportOnly("reports", ["schema", "core"]),
  mayImportOnly("app", ["schema", "core", "engine", "formats", "reports"]),
  mayImportOnly("cli", ["schema", "core", "engine", "formats", "reports", "app"]),
];

const others = [
  {
    name: "no-deep-imports",
    severity: "error",
    comment: "A package is entered through its name only. Export what you need from its src/index.ts.",
    from: { path: "^(?:packages/([^/]+)|scripts|bench|library)/" },
    to: { path: source, pathNot: ["^packages/$1/", ...entries] },
  },
  {
    name: "no-inner-barrels",
    severity: "error",
    comment: "The entry file is for the outside. Inside a package import the file that has what you need.",
    from: { path: "^packages/([^/]+)/src/", pathNot: test },
    to: { path: "^packages/$1/src/index\\.ts$" },
  },
  {
    name: "no-cycles",
    severity: "error",
    comment: "Files may not import each other in a circle. Put what both need into a third file.",
    from: {},
    to: { circular: true },
  },
  {
    name: "no-orphans",
    severity: "error",
    comment: "A source file that the package's entry does not reach is dead. Export or import it, or delete it.",
    from: { path: entries },
    to: { path: source, pathNot: [...test, ...entries, "^packages/testkit/"], reachable: false },
  },
  {
    name: "only-app-and-cli-touch-the-world",
    severity: "error",
    comment: "Only app and cli may import Node's modules. Take text, bytes or time in as an argument; app has the ports.",
    from: { path: inside("schema", "core", "engine", "formats", "reports"), pathNot: test },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "pure-packages-need-only-zod-and-js-yaml",
    severity: "error",
    comment: "The five inner packages use no other package. Do it by hand, or do it in app.",
    from: { path: inside("schema", "core", "engine", "formats", "reports"), pathNot: test },
    to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"], pathNot: "node_modules/(zod|js-yaml)/" },
  },
  {
    name: "declared-packages-only",
    severity: "error",
    comment: "Product source may import a package only when its own package.json lists it under dependencies.",
    from: { path: source, pathNot: [...test, "^packages/testkit/"] },
    to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "tests-are-not-imported",
    severity: "error",
    comment: "A test is a leaf. Move what two tests share into packages/testkit, or into a folder called testing.",
    from: { pathNot: test },
    to: { path: test },
  },
  {
    name: "testkit-is-for-tests",
    severity: "error",
    comment: "The testkit is never shipped. Move what the product needs into the package it belongs to.",
    from: { path: source, pathNot: [...test, "^packages/testkit/"] },
    to: { path: "^packages/testkit/" },
  },
  {
    name: "everything-resolves",
    severity: "error",
    comment: "This import leads nowhere. Write the file's full name with its .ts ending, or the package's name.",
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...layers, ...others],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|out|\\.cache)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"], extensions: [".ts", ".mjs", ".js", ".json"] },
  },
};
