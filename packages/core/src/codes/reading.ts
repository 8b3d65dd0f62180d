// C10xx: problems of the text itself, before it means anything.
import type { Code } from "./code.ts";

export const readingCodes = {
  C1001: {
    name: "file-too-large", severity: "error",
    message: "The file has {size} characters; at most {limit} are read.",
    fix: "Split the model into several files under `model/`.",
    example: `merlon: 1\nid: shop\ndescription: ${"long ".repeat(30)}\n`,
  },
  C1002: {
    name: "not-text", severity: "error",
    message: "The file is not text: it contains a zero byte.",
    fix: "Give a YAML or JSON file in UTF-8.",
    example: "merlon: 1\nid: shop\u0000\n",
  },
  C1003: {
    name: "syntax", severity: "error",
    message: "This cannot be read as {language}: {reason}.",
    fix: "Correct the text at this place; indentation, quotes and brackets are the usual causes.",
    example: "merlon: 1\nid: shop\nelements: {web: {kind: process}\n",
  },
  C1004: {
    name: "too-deep", severity: "error",
    message: "Maps and lists are nested more than {limit} deep.",
    fix: "A model never needs that much nesting; remove it.",
    example: `merlon: 1\nid: shop\nx-deep: ${"[".repeat(101)}${"]".repeat(101)}\n`,
  },
  C1005: {
    name: "too-many-aliases", severity: "error",
    message: "Aliases repeat too much: {reason}.",
    fix: "Write the values out instead of using YAML anchors and aliases.",
    example: `merlon: 1\nid: shop\nx-a: &a [1]\nx-b: [${Array.from({ length: 51 }, () => "*a").join(", ")}]\n`,
  },
  C1006: {
    name: "duplicate-key", severity: "error",
    message: "The key `{key}` is written twice in one map, first in line {first}.",
    fix: "Keep one of the two.",
    example: "merlon: 1\nid: shop\nelements:\n  web: {kind: process}\n  web: {kind: store}\n",
  },
  C1007: {
    name: "refused-key", severity: "error",
    message: "The key `{key}` is not allowed anywhere.",
    fix: "Use another name.",
    example: "merlon: 1\nid: shop\nelements:\n  __proto__: {kind: process}\n",
  },
  C1008: {
    name: "several-documents", severity: "error",
    message: "The file holds {count} YAML documents; only one can be read.",
    fix: "Put each document (`---`) into a file of its own.",
    example: "merlon: 1\nid: shop\n---\nmerlon: 1\nid: other\n",
  },
  C1009: {
    name: "not-a-map", severity: "error",
    message: "The file must hold a map of keys, not {found}.",
    fix: "Start the file with `merlon: 1` and `id: …`, or with a map such as `elements:`.",
    example: "- merlon: 1\n",
  },
  C1017: {
    name: "merge-conflict", severity: "error",
    message: "A merge left its conflict markers here: `<<<<<<<`, `=======` and `>>>>>>>`.",
    fix: "Keep one of the two sides, or join them, and remove the three marker lines.",
    example: "merlon: 1\nid: shop\nelements:\n<<<<<<< ours\n  web: {kind: process}\n=======\n  web: {kind: store}\n>>>>>>> theirs\n",
  },
} as const satisfies Record<string, Code>;
