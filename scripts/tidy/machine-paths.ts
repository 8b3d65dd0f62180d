// What is committed says nothing about the machine it was made on: no paths of one, no package registry's address.
import { minimums } from "./budgets.ts";
import type { Guard, Outcome, Problem } from "./guard.ts";
import type { Workspace } from "./workspace.ts";

// Written with classes of one letter so that this file does not find itself.
const machine = /(?:^|[^A-Za-z0-9_.~-])\/(?:[w]ork|[f]arm|[r]oot|[t]mp|[h]ome\/[a-z]+)\/|[r]egistry\.npmjs|[d]eb\.debian/;
const address = /"resolved": *"https?:/;
const binary = /\.(png|ttf|wasm|br|gz|ico|woff2?)$/;

export const machinePaths: Guard = { name: "machine paths", minimum: minimums["machine paths"], check };

function check(workspace: Workspace): Outcome {
  const files = workspace.files.filter((path) => !binary.test(path));
  return { seen: files.length, problems: files.flatMap((path) => found(path, workspace.read(path))) };
}

function found(path: string, text: string): Problem[] {
  const lock = path.endsWith("package-lock.json");
  return text.split("\n").flatMap((line, index) => {
    if (machine.test(line)) return [{ path, line: index + 1, message: "names a place on one machine or a registry: write it relative, or leave it out" }];
    if (lock && address.test(line)) return [{ path, line: index + 1, message: "records a download address: set omit-lockfile-registry-resolved=true in .npmrc and install again" }];
    return [];
  });
}
