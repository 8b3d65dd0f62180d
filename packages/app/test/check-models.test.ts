import { expect, test } from "vitest";
import { checkModels } from "../src/check-models.ts";
import { lockModels } from "../src/lock/lock-model.ts";
import { place } from "./place.ts";

test("[DOC-1] files that look as if they were part of the model get a note; others are none of its business", async () => {
  const { session } = await place({
    "model.yaml": "merlon: 1\nid: shop\n", "README.md": "# Shop\n", "compose.yaml": "services: {}\n", "more.yaml": "elements:\n  web: {kind: process}\n",
    "model/notes.txt": "Hello.\n", "decisions/old/mine.yaml": "decisions: {}\n", "src/model.yaml": "merlon: 1\nid: other\n",
  });
  const [model] = await checkModels(undefined, session);
  expect(model?.diagnostics.map(({ code, where }) => [code, where?.file])).toEqual([["C1014", "decisions/old/mine.yaml"], ["C1014", "model/notes.txt"], ["C1014", "more.yaml"]]);
});

test("what no rule and no decision reads is listed with its place", async () => {
  const { session } = await place({
    "model.yaml": [
      "merlon: 1", "id: shop", "packs: [default, ./rules]", "data:", "  idle: {title: Idle}", "  order: {title: Order}",
      "boundaries:", "  empty: {type: network}", "elements:", "  web: {kind: process, input-validation: yes, acme.colour: yes, acme.read: yes, handles: [order]}", "",
    ].join("\n"),
    "decisions.yaml": "decisions:\n  S@web: {state: accept, owner: me, reason: r, until: 2027-01-01, facts: {web.acme.read: yes}}\n",
    "rules/pack.yaml": "id: acme\nversion: 1.0.0\ntitle: Acme\n",
    "rules/characteristics/own.yaml": ["colour", "read"].map((id) => [
      `acme.${id}:`, `  title: ${id}`, "  kind: flag", "  applies-to: [element]", "  safer: yes", "  question: Is {title} so?", "  help: Look.", "  why: It matters.", "  examples: [yes]", "",
    ].join("\n")).join(""),
  });
  const [model] = await checkModels(undefined, session, { unused: true });
  expect(model?.diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  expect(model?.unused?.map(({ object, key, where }) => [object, key, where.file, where.line])).toEqual([
    ["idle", undefined, "model.yaml", 5], ["empty", undefined, "model.yaml", 8], ["web", "acme.colour", "model.yaml", 10],
  ]);
});

test("[LCK-1] [LCK-2] a model that speaks ATT&CK locks the catalogues too", async () => {
  const { session, files, write } = await place({ "shop/model.yaml": 'merlon: 1\nid: shop\nattack-version: "19.1"\nadversaries: [G0016]\n' });
  const told = async () => (await checkModels("shop", session)).flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message));
  await lockModels("shop", session);
  expect(await told()).toEqual([]);
  await write({ "shop/merlon.lock": ((await files())["shop/merlon.lock"] ?? "").replace(/(attack-ics:\n.*version: ["']?)19.1/, "$118.1") });
  expect(await told()).toEqual(["The catalogue attack-ics is locked at 18.1; 19.1 is used."]);
});

test("[LCK-1] [LCK-2] a lock is written, agrees, and differs when the rules or Merlon do", async () => {
  const { session, files, write } = await place({ "shop/model.yaml": "merlon: 1\nid: shop\n" });
  const lockState = async (version: string) => (await checkModels("shop", { ...session, version })).map(({ lock, diagnostics }) => [lock, ...diagnostics.map((d) => d.message)]);
  expect(await lockState("1.0.0")).toEqual([["absent"]]);
  expect((await lockModels("shop", session)).map(({ path }) => path)).toEqual(["shop/merlon.lock"]);
  expect([await lockState("1.0.0"), await lockState("1.1.0")]).toEqual([[["same"]], [["differs", "The lock is of Merlon 1.0.0; this is 1.1.0."]]]);
  await write({ "shop/merlon.lock": ((await files())["shop/merlon.lock"] ?? "").replace(/sha256:../, "sha256:00") });
  expect((await lockState("1.0.0"))[0]?.[1]).toMatch(/^The pack administration \S+ has other content than the one that was locked\.$/);
});
