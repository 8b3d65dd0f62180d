// C12xx: conflicts of a three-way merge. Ours stays in place, and nothing of theirs that depends on the conflict is taken.
import type { Code } from "./code.ts";

const start = "merlon: 1\nid: shop\n";

/** Three versions of one file. */
function versions(base: string, ours: string, theirs: string): Readonly<Record<string, string>> {
  return { "base.yaml": start + base, "ours.yaml": start + ours, "theirs.yaml": start + theirs };
}

export const mergeCodes = {
  C1201: {
    name: "merge-field-field", severity: "error",
    message: "Both sides changed {object}, each in another way.",
    fix: "Write the value that is right; ours is in place.",
    example: versions("title: Shop\n", "title: Our shop\n", "title: Their shop\n"),
  },
  C1202: {
    name: "merge-delete-modify", severity: "error",
    message: "{object} was deleted by {deleter} and changed by {changer}.",
    fix: "Decide whether it is still needed; our version is in place.",
    example: versions("elements: {web: {kind: process}}\n", "elements: {web: {kind: process, title: Web}}\n", "elements: {}\n"),
  },
  C1203: {
    name: "merge-delete-referenced", severity: "error",
    message: "{object} and `{other}` do not go together: one needs what the other side deleted or could not bring.",
    fix: "Bring back what is referred to, or drop the reference; our version is in place.",
    example: versions("elements: {web: {kind: process}, db: {kind: store}}\n", "elements: {web: {kind: process}}\n", "elements: {web: {kind: process}, db: {kind: store}}\nflows: {query: {from: web, to: db}}\n"),
  },
  C1204: {
    name: "merge-rename-rename", severity: "error",
    message: "{object} got another id on either side: `{ours}` and `{theirs}`.",
    fix: "Choose one; it has our id now.",
    example: versions("elements: {web: {kind: process}}\n", "elements: {app: {kind: process, formerly: [web]}}\n", "elements: {site: {kind: process, formerly: [web]}}\n"),
  },
  C1205: {
    name: "merge-rename-reuse", severity: "error",
    message: "The id `{other}`, which {object} got on one side, was given to something new on the other.",
    fix: "Give one of the two another id; our version is in place.",
    example: versions("elements: {web: {kind: process}}\n", "elements: {app: {kind: process, formerly: [web]}}\n", "elements: {web: {kind: process}, app: {kind: store}}\n"),
  },
  C1206: {
    name: "merge-add-add", severity: "error",
    message: "Both sides added {object}, and not as the same thing.",
    fix: "Make one of the two, or give one another id; ours is in place.",
    example: versions("", "elements: {mail: {kind: process}}\n", "elements: {mail: {kind: external}}\n"),
  },
  C1207: {
    name: "merge-kind-kind", severity: "error",
    message: "Both sides made something else of {object}.",
    fix: "Decide what it is; ours is in place.",
    example: versions("elements: {web: {kind: process}}\n", "elements: {web: {kind: store}}\n", "elements: {web: {kind: external}}\n"),
  },
  C1208: {
    name: "merge-boundary-cycle", severity: "error",
    message: "{object} would lie inside of itself: each side put one of two boundaries into the other.",
    fix: "Decide which one is inside; our nesting is in place.",
    example: versions("boundaries: {a: {type: network}, b: {type: network}}\n", "boundaries: {a: {type: network, in: b}, b: {type: network}}\n", "boundaries: {a: {type: network}, b: {type: network, in: a}}\n"),
  },
  C1209: {
    name: "merge-decision-decision", severity: "error",
    message: "Both sides decided about {object}, each in another way.",
    fix: "Let whoever is responsible decide again; our decision is in place.",
    example: versions("decisions: {S@web: {state: open}}\n", "decisions: {S@web: {state: accept}}\n", "decisions: {S@web: {state: mitigate}}\n"),
  },
  C1210: {
    name: "merge-not-writable", severity: "error",
    message: "{object} was changed by theirs but cannot be changed by a program here: {reason}",
    fix: "Change it by hand.",
    example: versions("elements:\n  web: &web {kind: process}\n", "elements:\n  web: &web {kind: process}\n", "elements:\n  web: {kind: process, title: Web}\n"),
  },
  C1211: {
    name: "merge-invalid", severity: "error",
    message: "Taking theirs at {object} would make the model wrong: {reason}",
    fix: "Both sides are right alone; decide which of them gives way. Our version is in place.",
    example: versions("data: {a: {}, b: {}}\n", "data: {a: {part-of: b}, b: {}}\n", "data: {a: {}, b: {part-of: a}}\n"),
  },
} as const satisfies Record<string, Code>;
