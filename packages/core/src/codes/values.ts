// C105x to C107x: characteristics, catalogue words, levels, and how they fit together.
import type { Code } from "./code.ts";

const header = "merlon: 1\nid: shop\n";
const web = `${header}elements:\n  web: {kind: process`;

export const valueCodes = {
  C1050: {
    name: "unknown-word", severity: "warning",
    message: "`{value}` in {object} is not a known {catalogue}, so rules know nothing about it.",
    fix: "Use a known one, or add it to a pack of your own.",
    example: `${web}, type: web.aplication}\n`,
  },
  C1051: {
    name: "unknown-characteristic", severity: "warning",
    message: "No loaded pack declares the characteristic `{key}` in {object}.",
    fix: "Load the pack that declares it, or correct the name.",
    example: `${web}, other.thing: yes}\n`,
  },
  C1052: {
    name: "characteristic-elsewhere", severity: "error",
    message: "`{key}` in {object} describes {applies}, not {target}.",
    fix: "Move it to an object of that kind.",
    example: `${web}, encryption-in-transit: yes}\n`,
  },
  C1053: {
    name: "characteristic-value", severity: "error",
    message: "`{value}` is not a value of `{key}` in {object}; it takes {expected}.",
    fix: "Use one of the values it takes; `unknown` says that nobody knows.",
    example: `${web}, input-validation: maybe}\n`,
  },
  C1054: {
    name: "kind-does-not-fit", severity: "warning",
    message: "`{value}` of {object} is made for {expected}, but this is {found}.",
    fix: "Correct the kind or the value.",
    example: `${web}, type: datastore.sql}\n`,
  },
  C1055: {
    name: "unknown-level", severity: "error",
    message: "`{level}` in {object} is not a level of the scale `{scale}`; it has {expected}.",
    fix: "Use one of its levels.",
    example: `${header}data:\n  card: {levels: {confidentiality: secrt}}\n`,
  },
  C1056: {
    name: "unknown-scale", severity: "error",
    message: "`{scale}` in {object} is not a scale of this model.",
    fix: "Declare it under `scales:`, or use the name of one that is.",
    example: `${header}data:\n  card: {levels: {confidentialty: secret}}\n`,
  },
  C1057: {
    name: "unusable-scale", severity: "error",
    message: "The scale `{scale}` cannot be used: {reason}.",
    fix: "List its levels from least to most, and say which property it protects.",
    example: `${header}scales:\n  importance: [low, high]\n`,
  },
  C1058: {
    name: "contradiction", severity: "warning",
    message: "`{key}` of {object} is `{value}` ({source}), but also `{other}` ({against}); `{value}` counts.",
    fix: "Find out which is true and correct the other.",
    example: `${header}elements:\n  a: {kind: process}\n  b: {kind: process}\nflows:\n  f: {from: a, to: b, protocol: https, encryption-in-transit: no}\n`,
  },
  C1060: {
    name: "secret-in-model", severity: "error",
    message: "This looks like a secret ({kind}); a model is read by many.",
    fix: "Take it out and replace the secret itself, because it has been written down.",
    example: `${header}description: "The key is AKIA${"ABCDEFGHIJKLMNOP"}."\n`,
  },
  C1061: {
    name: "personal-value", severity: "warning",
    message: "This looks like a real person's data ({kind}).",
    fix: "Describe the kind of data instead of giving an instance.",
    example: `${header}description: "Pay with 4111 1111 1111 1111."\n`,
  },
  C1062: {
    name: "vulnerability-in-model", severity: "warning",
    message: "`{value}` names a vulnerability of one version; a model says what can go wrong by design.",
    fix: "Refer to the scan or ticket as evidence instead.",
    example: `${header}description: "See CVE-2021-44228."\n`,
  },
  C1070: {
    name: "exposure-without-flow", severity: "info",
    message: "{object} is said to be internet-facing, but no path from outside is drawn to it.",
    fix: "Draw the flows, so that what comes in over it is looked at.",
    example: `${web}, internet-facing: yes}\n`,
  },
  C1071: {
    name: "exposure-denied", severity: "warning",
    message: "{object} is said not to be internet-facing, but `{flow}` comes from {source} in `{boundary}`; the drawn path counts.",
    fix: "Correct the characteristic or the flow.",
    example: `${header}boundaries:\n  internet: {type: network, trust: untrusted}\nelements:\n  visitor: {kind: external, in: internet}\n  web: {kind: process, internet-facing: no}\nflows:\n  visit: {from: visitor, to: web}\n`,
  },
  C1080: {
    name: "decision-key", severity: "error",
    message: "`{key}` is no threat id, no human threat and no cell.",
    fix: "Use `rule@target`, the slug of a human threat, a cell such as `S@checkout`, or add `match` for a bulk decision.",
    example: `${header}decisions:\n  "what is this": {state: accept}\n`,
  },
} as const satisfies Record<string, Code>;
