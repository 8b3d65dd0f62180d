// Places of a model's files, and words of a model, as SARIF wants them.
import type { Where } from "@merlon/schema";
import { oneLine } from "../escape/visible.ts";
import { repositoryPath } from "../pipeline/repository-path.ts";
import type { SarifPlace } from "./sarif-log.ts";

/** `root`: folder that the file's path starts from, as seen from the root of the repository. */
export function sarifPlace({ file, line, column }: Where, root: string): SarifPlace {
  return { physicalLocation: { artifactLocation: { uri: repositoryPath(file, root).split("/").map(encodePart).join("/"), uriBaseId: "%SRCROOT%" }, region: { startLine: line, startColumn: column } } };
}

/** In SARIF `[text](address)` is a reference and `{0}` a blank to fill even in plain text: a model's words must not become either. */
export function plain(text: string): string {
  return oneLine(text).replaceAll("](", "] (").replace(/\{(?=\d+\})/g, "{ ");
}

/** Lone surrogates have no encoding. */
function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"));
}
