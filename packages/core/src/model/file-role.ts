// What a file of a model folder is for, by its path from the model's root.

export type FileRole = "model" | "system" | "imported" | "decisions" | "views" | "policy" | "lock";

const patterns: readonly (readonly [FileRole, RegExp])[] = [
  ["model", /^model\.(?:yaml|yml|json)$/],
  ["system", /^model\/.+\.(?:yaml|yml|json)$/],
  ["imported", /^imported\/[^/]+\.(?:yaml|yml|json)$/],
  ["decisions", /^decisions\.(?:yaml|yml|json)$/],
  ["decisions", /^decisions\/[^/]+\.(?:yaml|yml|json)$/],
  ["views", /^views\.(?:yaml|yml|json)$/],
  ["policy", /^policy\.(?:yaml|yml|json)$/],
  ["lock", /^merlon\.lock$/],
];

/** undefined for files that are no part of a model. */
export function fileRole(relativePath: string): FileRole | undefined {
  return patterns.find(([, pattern]) => pattern.test(relativePath))?.[0];
}

/** The path as seen from the model's root. */
export function fromRoot(path: string, root: string): string {
  const prefix = root === "" || root.endsWith("/") ? root : `${root}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
