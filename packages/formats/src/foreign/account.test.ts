import { expect, test } from "vitest";
import { closeAccount, lose, loseEach, openAccount, settleAs } from "./account.ts";

const root = { at: "", value: { title: "Shop", cells: [{ x: 1, name: "a" }, { x: 2, name: "b" }], extra: { deep: [1, 2], none: null, empty: "" } } };

test("what nobody claimed is listed as dropped, at the highest place that nothing was claimed below", () => {
  const account = openAccount();
  settleAs(account, "carried", "/title");
  settleAs(account, "carried", "/cells/0");
  settleAs(account, "carried", "/cells/1/name");
  expect(closeAccount(account, root)).toEqual([
    { kind: "dropped", at: "/cells/1/x", what: "`x`: 2", why: "The reader does not know this field." },
    { kind: "dropped", at: "/extra", what: '`extra`: {"deep":[1,2],"none":null,"empty":""}', why: "The reader does not know this field." },
  ]);
});

test("the same loss of many objects is one line, layout is one number, and a remark claims nothing", () => {
  const account = openAccount();
  settleAs(account, "carried", "/title");
  for (const index of [0, 1]) {
    settleAs(account, "layout", `/cells/${index}`);
    loseEach(account, { kind: "kept", at: `/cells/${index}/name`, what: "a name", why: "So it is." });
  }
  lose(account, { kind: "guessed", at: "/extra", what: "extra", why: "A remark.", claims: false, object: "shop" });
  expect(closeAccount(account, root)).toEqual([
    { kind: "dropped", at: "/extra", what: '`extra`: {"deep":[1,2],"none":null,"empty":""}', why: "The reader does not know this field." },
    { kind: "dropped", at: "/**", what: "layout and styling: 2 values", why: "A model says nothing about its drawing; pictures are laid out anew." },
    { kind: "guessed", at: "/extra", what: "extra", why: "A remark.", object: "shop" },
    { kind: "kept", at: "/cells/*/name", what: "a name (2 times)", why: "So it is." },
  ]);
});
