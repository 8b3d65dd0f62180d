// C109x: edits that cannot be made. Nothing is written then.
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
} as const satisfies Record<string, Code>;
