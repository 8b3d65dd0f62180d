// Lets the bundle import what a command needs straight from its file instead of through a package's entry file: esbuild decides
// by whole files which chunk needs what, and an entry file leads to everything. Plain JavaScript, used by build.mjs only.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** `root` ends with a slash. */
export function throughBarrels(root) {
  const barrels = new Map();
  return {
    name: "through-barrels",
    setup(build) {
      build.onLoad({ filter: /\/packages\/[a-z]+\/src\/.*\.ts$/ }, ({ path }) => {
        const contents = readFileSync(path, "utf8").replace(/^import \{([^}]*)\} from "@merlon\/([a-z]+)";/gm, (whole, names, name) => direct(names, name) ?? whole);
        return { contents, loader: "ts" };
      });
    },
  };

  /** undefined when a name is not found, which leaves the import as it is. */
  function direct(names, name) {
    if (!barrels.has(name)) barrels.set(name, exportsOf(join(root, "packages", name, "src/index.ts")));
    const values = names.split(",").map((part) => part.trim()).filter((part) => part !== "" && !part.startsWith("type "));
    const found = values.map((part) => part.split(" as ").map((word) => word.trim())).map(([own, local = own]) => ({ local, from: barrels.get(name).get(own) }));
    if (found.some(({ from }) => from === undefined)) return undefined;
    return found.map(({ local, from }) => `import { ${from.name} as ${local} } from ${JSON.stringify(from.file)};`).join(" ");
  }
}

/** What an entry file exports, by name: the file that declares it and its name there. */
function exportsOf(barrel) {
  const text = readFileSync(barrel, "utf8");
  const found = new Map();
  for (const [, names, path] of text.matchAll(/^export \{([^}]*)\} from "([^"]+)";/gm)) {
    for (const part of names.split(",").map((one) => one.trim()).filter((one) => one !== "" && !one.startsWith("type "))) {
      const [name, as = name] = part.split(" as ").map((word) => word.trim());
      found.set(as, { file: join(dirname(barrel), path), name });
    }
  }
  for (const [, path] of text.matchAll(/^export \* from "([^"]+)";/gm)) {
    const file = join(dirname(barrel), path);
    for (const [, name] of readFileSync(file, "utf8").matchAll(/^export (?:async )?(?:const|function|class) ([\w$]+)/gm)) found.set(name, { file, name });
  }
  return found;
}
