// A file's path as the platform that holds the repository knows it.

/** `root`: folder that the path starts from, as seen from the root of the repository. */
export function repositoryPath(file: string, root: string): string {
  const path: string[] = [];
  for (const part of [...root.split("/"), ...file.replaceAll("\\", "/").split("/")]) {
    if (part === ".." && path.length > 0 && path.at(-1) !== "..") path.pop();
    else if (part !== "" && part !== ".") path.push(part);
  }
  return path.join("/");
}
