// C103x and C104x: ids, and what refers to them.
import type { Code } from "./code.ts";

const header = "merlon: 1\nid: shop\n";

export const referenceCodes = {
  C1030: {
    name: "duplicate-id", severity: "error",
    message: "The id `{id}` is used twice: by {object} here and by {other} in {place}.",
    fix: "Give one of them another id; elements, flows, boundaries, data, controls, risks, assumptions and threats share one id space.",
    example: { "model.yaml": `${header}elements:\n  web: {kind: process}\n`, "model/more.yaml": "elements:\n  web: {kind: store}\n" },
  },
  C1031: {
    name: "formerly-in-use", severity: "error",
    message: "{object} says that it was `{id}` before, but {other} has that id now.",
    fix: "Remove the old id from `formerly`, or rename the other object.",
    example: `${header}elements:\n  web: {kind: process, formerly: [api]}\n  api: {kind: process}\n`,
  },
  C1032: {
    name: "formerly-claimed-twice", severity: "error",
    message: "Both {object} and {other} say that they were `{id}` before.",
    fix: "Keep it at the one that decisions about the old id should follow.",
    example: `${header}elements:\n  web: {kind: process, formerly: [old]}\n  api: {kind: process, formerly: [old]}\n`,
  },
  C1033: {
    name: "comes-from-itself", severity: "error",
    message: "{object} leads back to itself by `{key}`: {cycle}.",
    fix: "Name the element that was there before, or the one that takes over.",
    example: `${header}elements:\n  web: {kind: process, merged-into: api}\n  api: {kind: process, merged-into: web}\n`,
  },
  C1034: {
    name: "split-from-nothing", severity: "info",
    message: "`split-from` in {object} names `{id}`, which is no element, and no decision is about it.",
    fix: "Correct the id, or remove the line when everything that was decided is settled.",
    example: `${header}elements:\n  web: {kind: process, split-from: shop-front}\n`,
  },
  C1040: {
    name: "dangling-reference", severity: "error",
    message: "`{key}` in {object} names `{id}`, but there is no {expected} of that id.",
    fix: "Correct the id, or add what it names.",
    example: `${header}elements:\n  shopper: {kind: external}\n  web: {kind: process}\nflows:\n  visit: {from: shoper, to: web}\n`,
  },
  C1041: {
    name: "wrong-kind-of-reference", severity: "error",
    message: "`{key}` in {object} names `{id}`, which is {found}; it takes {expected}.",
    fix: "Name something of the right kind.",
    example: `${header}data:\n  card: {}\nelements:\n  web: {kind: process, in: card}\n`,
  },
  C1042: {
    name: "containment-cycle", severity: "error",
    message: "{object} contains itself by `{key}`: {cycle}.",
    fix: "Remove one of these steps.",
    example: `${header}boundaries:\n  a: {type: network, in: b}\n  b: {type: network, in: a}\n`,
  },
  C1043: {
    name: "two-boundaries-of-one-type", severity: "error",
    message: "{object} is in `{first}` and in `{second}`, which are both of type {type}.",
    fix: "Keep the innermost one; an element is in at most one boundary of each type.",
    example: `${header}boundaries:\n  a: {type: network}\n  b: {type: network}\nelements:\n  web: {kind: process, in: [a, b]}\n`,
  },
  C1044: {
    name: "forbidden-crossing", severity: "info",
    message: "{object} goes {direction} {boundary}, whose policy allows {allowed}.",
    fix: "Change the flow or the policy; the crossing is reported as a threat.",
    example: `${header}boundaries:\n  vault: {type: network, policy: {in: none}}\nelements:\n  web: {kind: process}\n  keys: {kind: store, in: vault}\nflows:\n  read: {from: web, to: keys}\n`,
  },
  C1045: {
    name: "view-of-nothing", severity: "warning",
    message: "`{key}` in {object} names `{id}`, but there is no {expected} of that id; the view is drawn without it.",
    fix: "Remove it from the view.",
    example: `${header}views:\n  old: {shows: dfd, collapsed: [gone]}\n`,
  },
  C1046: {
    name: "flow-to-itself", severity: "info",
    message: "{object} goes from `{element}` to itself.",
    fix: "Correct one end; where one instance talks to another, draw the two as elements of their own, so that what lies between them is looked at.",
    example: `${header}elements:\n  web: {kind: process}\nflows:\n  call: {from: web, to: web}\n`,
  },
  C1047: {
    name: "boundaries-too-deep", severity: "error",
    message: "{object} is nested more than {limit} deep; what encloses it there is left out.",
    fix: "Take boundaries out that enclose nothing but one other.",
    example: `${header}boundaries:\n  b0: {type: network}\n${Array.from({ length: 100 }, (_, at) => `  b${at + 1}: {type: network, in: b${at}}\n`).join("")}`,
  },
} as const satisfies Record<string, Code>;
