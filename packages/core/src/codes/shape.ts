// C102x: a document that is readable but not shaped as the schema says.
import type { Code } from "./code.ts";

export const shapeCodes = {
  C1020: {
    name: "unknown-key", severity: "error",
    message: "There is no key `{key}` in {object}.",
    fix: "Remove it, correct it, or start it with `x-` when it is an extension of your own.",
    example: "merlon: 1\nid: shop\nelements:\n  web: {kind: process, tecnology: [nodejs]}\n",
  },
  C1021: {
    name: "wrong-type", severity: "error",
    message: "`{key}` in {object} takes {expected}, not {found}.",
    fix: "Write the value in the expected form.",
    example: "merlon: 1\nid: shop\nversion: 1.10\n",
  },
  C1022: {
    name: "missing-key", severity: "error",
    message: "{object} has no `{key}`, which it needs.",
    fix: "Add it.",
    example: "merlon: 1\nid: shop\nelements:\n  web: {title: Web}\n",
  },
  C1023: {
    name: "not-among-values", severity: "error",
    message: "`{value}` is not a value of `{key}` in {object}; it takes {expected}.",
    fix: "Use one of the values it takes.",
    example: "merlon: 1\nid: shop\nelements:\n  web: {kind: proces}\n",
  },
  C1024: {
    name: "bad-id", severity: "error",
    message: "`{id}` cannot be an id: it takes the letters `a` to `z`, digits and hyphens, starts with a letter and has at most 63 characters.",
    fix: "Rename it; `title` takes any letters.",
    example: "merlon: 1\nid: shop\nelements:\n  Web_Server: {kind: process}\n",
  },
  C1025: {
    name: "bad-format", severity: "error",
    message: "`{value}` is not in the form that `{key}` in {object} takes ({expected}).",
    fix: "Write it in that form.",
    example: "merlon: 1\nid: shop\nassumptions:\n  safe: {text: It is safe., until: soon}\n",
  },
  C1026: {
    name: "out-of-range", severity: "error",
    message: "`{key}` in {object} takes {expected}, not {value}.",
    fix: "Use a value within the range.",
    example: "merlon: 1\nid: shop\nelements:\n  a: {kind: process}\n  b: {kind: process}\nflows:\n  f: {from: a, to: b, port: 70000}\n",
  },
  C1027: {
    name: "more-problems", severity: "error",
    message: "{count} more problems of this kind are not listed.",
    fix: "Correct the ones that are listed first; they may have one cause.",
    example: `merlon: 1\nid: shop\nowners: [${"1, ".repeat(1_100)}]\n`,
  },
  C1028: {
    name: "map-inside-map", severity: "error",
    message: "`{key}` stands inside {object}; it belongs at the top of the file.",
    fix: "Move it to the left edge, with what belongs to it; other problems there may have the same cause.",
    example: "merlon: 1\nid: shop\nelements:\n  a: {kind: process}\n  flows:\n    f: {from: a, to: a}\n",
  },
  C1029: {
    name: "wrong-column", severity: "error",
    message: "Too far left, among {among}: {keys}; this belongs to {object}.",
    fix: "Indent it below that; other problems there may have the same cause.",
    example: "merlon: 1\nid: shop\nelements:\n  web:\n  kind: process\n  title: Web\n",
  },
} as const satisfies Record<string, Code>;
