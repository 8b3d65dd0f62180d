// C109x: edits. Nothing is written when one cannot be made.
import type { Code } from "./code.ts";

export const editCodes = {
  C1090: {
    name: "edit-refused", severity: "error",
    message: "`{path}` cannot be changed safely by a program here: {reason}.",
    fix: "Change it by hand.",
    example: "merlon: 1\nid: shop\nelements:\n  web: &web {kind: process}\n",
  },
  C1091: {
    name: "edit-of-nothing", severity: "error",
    message: "There is no `{path}` in this file.",
    fix: "Check the path.",
    example: "merlon: 1\nid: shop\n",
  },
  C1092: {
    name: "rename-to-taken-id", severity: "error",
    message: "`{id}` cannot be the new id: {reason}.",
    fix: "Choose another id.",
    example: "merlon: 1\nid: shop\nelements:\n  web: {kind: process}\n  api: {kind: process}\n",
  },
  C1093: {
    name: "rename-of-nothing", severity: "error",
    message: "No element, flow, boundary, data, control, assumption, threat or risk has the id `{id}`.",
    fix: "Check the id.",
    example: "merlon: 1\nid: shop\n",
  },
  C1094: {
    name: "comments-not-kept", severity: "info",
    message: "The file was written anew in schema version {known}; its comments inside, from here on, have no place in the new form and were left out.",
    fix: "Take what is still true from the old file into descriptions.",
    example: "merlon: 0\nid: shop\n# about the parts\ncomponents: []\n",
  },
} as const satisfies Record<string, Code>;
