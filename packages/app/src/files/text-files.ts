// Where the texts of a model are read from: the disk, or a commit. Paths are absolute, as if the commit were checked out.
import type { SourceFile } from "@merlon/core";
import { readFolder, type FolderOptions } from "./read-folder.ts";
import { readText } from "./read-text.ts";

export interface TextFiles {
  readonly folder: (path: string, options: FolderOptions) => Promise<readonly SourceFile[]>;
  readonly text: (path: string, shown: string) => Promise<string>;
}

export const onDisk: TextFiles = { folder: readFolder, text: readText };
