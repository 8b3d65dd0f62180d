import { describe, expect, test } from "vitest";
import { readModel } from "../model/read-model.ts";
import { testingLibrary } from "../testing-library.ts";
import { declareRename, renameId } from "./rename-id.ts";

function rename(files: Readonly<Record<string, string>>, from: string, to: string) {
  const renamed = renameId(Object.entries(files).map(([path, text]) => ({ path, text })), from, to);
  return { ...renamed, text: Object.fromEntries(renamed.files.map(({ path, text }) => [path, text])) };
}

const files = {
  "model.yaml": `merlon: 1
id: shop
imports:
  pay: {model: pay, as: web}
elements:
  # the front
  web: # keep me
    kind: external
  app: {kind: process, part-of: "web"}
  webby: {kind: process, title: web, tags: [web]}
flows:
  in: {from: app, to: 'web', via: [web]}
threats:
  t: {title: T, at: web}
assumptions:
  a: {text: web is fine, about: [web, t], facts: {web.rate-limiting: yes, app.rate-limiting: yes}}
`,
  "model/more.yaml": "controls:\n  c: {type: sign-in, at: [web], state: planned, mitigates: [some-rule@web+web, other@webby]}\nrisks:\n  r: {title: R, at: [web], from: [x@app..web, y@web..app]}\n",
  "imported/x.yaml": "elements:\n  web: {kind: external, description: web}\n",
  "decisions.yaml": `decisions:
  S@web: {state: open}
  I@web+response: {state: open}
  "rule@web+web": {state: open, reason: web}
  web: {state: accept, match: {at: web}, expanded: [a-rule@web, b-rule@webby]}
evidence:
  e: {kind: test, ref: {uri: web}, about: [web, S@web]}
`,
  "views.yaml": "views:\n  v: {shows: dfd, positions: {web: {x: 1, y: 2}}}\n",
  "merlon.lock": "web",
};

describe("[EDT-3] a rename", () => {
  const renamed = rename(files, "web", "front");

  test("changes the key, every reference and every decision, and nothing else", () => {
    expect([renamed.diagnostics, renamed.changed]).toEqual([[], ["model.yaml", "model/more.yaml", "imported/x.yaml", "decisions.yaml", "views.yaml"]]);
    expect(renamed.text).toEqual({
      "model.yaml": `merlon: 1
id: shop
imports:
  pay: {model: pay, as: front}
elements:
  # the front
  front: # keep me
    kind: external
    formerly: [web]
  app: {kind: process, part-of: "front"}
  webby: {kind: process, title: web, tags: [web]}
flows:
  in: {from: app, to: 'front', via: [front]}
threats:
  t: {title: T, at: front}
assumptions:
  a: {text: web is fine, about: [front, t], facts: {front.rate-limiting: yes, app.rate-limiting: yes}}
`,
      "model/more.yaml": "controls:\n  c: {type: sign-in, at: [front], state: planned, mitigates: [some-rule@front+web, other@webby]}\nrisks:\n  r: {title: R, at: [front], from: [x@app..front, y@web..app]}\n",
      "imported/x.yaml": "elements:\n  front: {kind: external, description: web}\n",
      "decisions.yaml": `decisions:
  S@front: {state: open}
  I@front+response: {state: open}
  "rule@front+web": {state: open, reason: web}
  web: {state: accept, match: {at: front}, expanded: [a-rule@front, b-rule@webby]}
evidence:
  e: {kind: test, ref: {uri: web}, about: [front, S@front]}
`,
      "views.yaml": "views:\n  v: {shows: dfd, positions: {front: {x: 1, y: 2}}}\n",
      "merlon.lock": "web",
    });
  });
  test("and back again leaves only what was learned", () => {
    const back = rename(renamed.text, "front", "web");
    expect(back.text).toEqual({ ...files, "model.yaml": files["model.yaml"].replace("    kind: external\n", "    kind: external\n    formerly: [front]\n") });
  });
  test("does not break the model: references lead on, the old id leads to the new one", () => {
    const before = { "model.yaml": "merlon: 1\nid: s\ndata:\n  d: {}\nelements:\n  a: {kind: process, holds: [d]}\n  b: {kind: process}\nflows:\n  f: {from: a, to: b, carries: [d]}\ndecisions:\n  r@f+d: {state: open}\n" };
    const after = rename(before, "d", "card");
    const { model, diagnostics } = readModel(after.files, testingLibrary);
    expect([diagnostics, model.elements.get("a")?.holds, [...model.decisions.keys()], [...model.formerly]]).toEqual([[], ["card"], ["r@f+card"], [["d", "card"]]]);
  });
});

test("a rename that cannot be is refused with the reason, and nothing changes", () => {
  const refusal = (from: string, to: string) => rename(files, from, to).diagnostics.map(({ code, message, hint }) => `${code} ${message} ${hint?.startsWith("Did") === true ? hint : ""}`.trim());
  expect([refusal("wep", "x"), refusal("web", "Web"), refusal("web", "app")]).toEqual([
    ["C1093 No element, flow, boundary, data, control, assumption, threat or risk has the id `wep`. Did you mean `web`?"],
    ["C1092 `Web` cannot be the new id: an id is a lower-case letter, then letters, digits and hyphens, at most 63 characters."],
    ["C1092 `app` cannot be the new id: element `app` has it."],
  ]);
  expect(rename({ "model.yaml": "merlon: 1\nid: s\nx: &a web\nelements:\n  web: {kind: process}\n  b: {kind: process, part-of: *a}\n" }, "web", "new").diagnostics.map(({ code }) => code)).toEqual(["C1090"]);
});

test("[EDT-3] a rename that was made by hand is declared, once, and refused where the old id still lives", () => {
  const before = { "model.yaml": "merlon: 1\nid: s\nelements:\n  # the store\n  store: {kind: store} # new\n  web: {kind: process}\n", "decisions.yaml": "decisions:\n  S@db: {state: open}\n" };
  const declare = (texts: Readonly<Record<string, string>>, from: string, to: string) => declareRename(Object.entries(texts).map(([path, text]) => ({ path, text })), from, to);
  const once = declare(before, "db", "store");
  expect([once.changed, once.diagnostics, once.files[0]?.text]).toEqual([["model.yaml"], [], before["model.yaml"].replace("{kind: store}", "{kind: store, formerly: [db]}")]);
  expect(declare({ ...before, "model.yaml": once.files[0]!.text }, "db", "store").changed).toEqual([]);
  expect([declare(before, "web", "store"), declare(before, "db", "stor")].map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([["C1031"], ["C1093"]]);
});
