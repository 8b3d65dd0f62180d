// C101x: which files a model consists of, and what version they are.
import type { Code } from "./code.ts";

export const fileCodes = {
  C1010: {
    name: "no-model", severity: "error",
    message: "There is no `model.yaml` or `model.json` in {folder}.",
    fix: "Name the folder that holds `model.yaml`, or make one with `merlon init`.",
    example: { "decisions.yaml": "decisions: {}\n", "views.yaml": "views: {}\n" },
  },
  C1011: {
    name: "two-model-files", severity: "error",
    message: "There is more than one model file: `{file}` and `{other}`.",
    fix: "Keep one of them; further maps go into files under `model/`.",
    example: { "model.yaml": "merlon: 1\nid: shop\n", "model.json": "{\"merlon\": 1, \"id\": \"shop\"}\n" },
  },
  C1012: {
    name: "unsupported-version", severity: "error",
    message: "This file says `merlon: {version}`, but this program knows version {known} and older.",
    fix: "Use a newer Merlon, or correct the version.",
    example: "merlon: 2\nid: shop\n",
  },
  C1013: {
    name: "no-header", severity: "error",
    message: "The file does not start a model: it has no `merlon: {known}`.",
    fix: "Add the two lines `merlon: 1` and `id: …` at the top.",
    example: "elements:\n  web: {kind: process}\n",
  },
  C1014: {
    name: "ignored-file", severity: "info",
    message: "The file is not part of a model and is ignored.",
    fix: "Put maps into `model/`, decisions into `decisions/`, and keep other files elsewhere.",
    example: { "model.yaml": "merlon: 1\nid: shop\n", "notes.txt": "Hello.\n" },
  },
  C1015: {
    name: "old-version", severity: "info",
    message: "The file follows schema version {version} and was read as version {known}.",
    fix: "Rewrite it with `merlon fmt` to bring it up to date.",
    example: "merlon: 0\nid: shop\n",
  },
  C1016: {
    name: "key-in-wrong-file", severity: "error",
    message: "`{key}` does not belong in this file; it goes into {home}.",
    fix: "Move it there.",
    example: { "model.yaml": "merlon: 1\nid: shop\n", "model/more.yaml": "decisions: {}\n" },
  },
  C1018: {
    name: "not-a-model-file", severity: "error",
    message: "`{file}` is no model: its name ends in neither `.yaml`, `.yml` nor `.json`.",
    fix: "Name a model file or a folder that holds `model.yaml`; `merlon import` reads the files of other tools.",
    example: { "README.md": "# Shop\n" },
  },
} as const satisfies Record<string, Code>;
