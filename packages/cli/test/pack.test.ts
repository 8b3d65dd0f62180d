// The life of a pack of one's own: made, tried, used by a model, released, changed.
import { expect, test } from "vitest";
import { places, workplace } from "./merlon.ts";

const model = "merlon: 1\nid: shop\npacks: [default, ../rules]\ndata: {orders: {levels: {confidentiality: confidential}}}\nelements: {web: {kind: process}, partner: {kind: external}}\nflows: {send: {from: web, to: partner, carries: [orders], acme.approved: no}}\n";

test("a new pack passes its tests and its lint, and a model that names it gets its threats", async () => {
  const { merlon, json, write, files } = await workplace({ "shop/model.yaml": model });
  const made = await merlon("pack", "new", "rules", "--id", "acme", "--title", "Acme: 'rules'");
  expect([made.code, await files()]).toEqual([0, ["rules/README.md", "rules/acme-data-leaves-unapproved.test.yaml", "rules/acme-data-leaves-unapproved.yaml", "rules/characteristics/acme.yaml", "rules/pack.yaml", "shop/model.yaml"]]);
  expect([(await merlon("pack", "test", "rules")).out, (await merlon("pack", "lint", "rules", "--strict", "--quiet")).out]).toEqual(["✓ 1 rule, 5 tests, 2 mutants: all as expected\n", "✓ acme 0.1.0: 1 rule, 5 tests; not locked\n"]);
  const { envelope } = await json<{ readonly threats: readonly { readonly id: string }[] }>("analyze", "shop");
  expect(envelope.result?.threats.map(({ id }) => id)).toContain("acme-data-leaves-unapproved@send");
  await write({ "shop/model.yaml": model.replace("default, ", "") });
  expect((await json<{ readonly threats: readonly { readonly id: string }[] }>("analyze", "shop")).envelope.result?.threats.map(({ id }) => id)).toEqual(["acme-data-leaves-unapproved@send"]);
});

test("nothing is written over, and an id that is taken or no id is told", async () => {
  const { merlon } = await workplace({ "rules/mine.txt": "" });
  const told = async (...args: readonly string[]) => (await merlon("pack", "new", ...args)).err.split("\n")[0]?.replace(/^\S+ error/, "error");
  expect([await told("rules"), await told("rules/mine.txt"), await told("web"), await told("x", "--id", "Acme!")]).toEqual([
    "error A4008 rules is not empty.", "error A4008 rules/mine.txt is no folder.", "error A4008 A pack `web` comes with Merlon.", "error A4015 `Acme!` cannot be a pack's id.",
  ]);
});

test("[PCK-6] [LCK-4] after a release, other content under the same version is refused: by lint, by both locks, by every use of the model", async () => {
  const { merlon, json, read, write } = await workplace({ "shop/model.yaml": model });
  await merlon("pack", "new", "rules", "--id", "acme");
  expect([await merlon("pack", "lock", "rules"), await merlon("pack", "lock", "rules"), (await merlon("lock", "shop")).code].map((ran) => (typeof ran === "number" ? ran : ran.out))).toEqual([
    "Written: rules/pack.lock (acme 0.1.0)\n", "Unchanged: rules/pack.lock (acme 0.1.0)\n", 0,
  ]);
  const rule = "rules/acme-data-leaves-unapproved.yaml";
  const text = await read(rule);
  await write({ [rule]: text.replace("at-least: moderate", "at-least: high") });
  const said = async (...args: readonly string[]) => { const { code, envelope } = await json(...args); return [code, ...places(envelope.diagnostics)].join(" "); };
  expect([await said("analyze", "shop"), await said("check", "shop"), await said("lock", "shop"), await said("pack", "lock", "rules")]).toEqual([
    "2 A4017 shop/merlon.lock:1:1", "2 A4017 shop/merlon.lock:1:1", `2 E3022 rules/pack.yaml:1:1 E3024 ${rule}:1:1`, `2 E3022 rules/pack.yaml:1:1 E3024 ${rule}:1:1`,
  ]);
  const header = (await read("rules/pack.yaml")).replace("0.1.0", "0.2.0");
  await write({ "rules/pack.yaml": header, [rule]: text.replace("at-least: moderate", "at-least: high").replace("revision: 1", "revision: 2") });
  expect([await said("pack", "lock", "rules"), await said("check", "shop"), await said("lock", "shop"), await said("check", "shop")]).toEqual(["0", "1 A4013 shop/merlon.lock:1:1", "0", "0"]);
});

test("[LCK-4] a model is not locked with a pack that `pack lock` refuses, and anew with one that was never released", async () => {
  const { merlon, json, read, write } = await workplace({ "shop/model.yaml": model });
  await merlon("pack", "new", "rules", "--id", "acme");
  const rule = "rules/acme-data-leaves-unapproved.yaml";
  const [header, text] = [await read("rules/pack.yaml"), await read(rule)];
  const said = async (...args: readonly string[]) => { const { code, envelope } = await json(...args); return [code, ...places(envelope.diagnostics)].join(" "); };
  await merlon("pack", "lock", "rules");
  await write({ "rules/pack.yaml": header.replace("0.1.0", "0.2.0"), [rule]: text.replace("at-least: moderate", "at-least: high") });
  expect([await said("lock", "shop"), await said("pack", "lock", "rules")]).toEqual([`2 E3024 ${rule}:1:1`, `2 E3024 ${rule}:1:1`]);
  await write({ [rule]: text });
  const before = await said("lock", "shop");
  await write({ [rule]: text.replace("at-least: moderate", "at-least: high").replace("revision: 1", "revision: 2") });
  expect([before, await said("analyze", "shop"), await said("lock", "shop"), await said("analyze", "shop")]).toEqual(["0", "2 A4017 shop/merlon.lock:1:1", "0", "0"]);
});

test("[PCK-7] a version with a hyphen may change under a lock", async () => {
  const { merlon, read, write } = await workplace({ "shop/model.yaml": model });
  await merlon("pack", "new", "rules", "--id", "acme");
  const header = (await read("rules/pack.yaml")).replace("0.1.0", "0.1.0-draft");
  await write({ "rules/pack.yaml": header });
  const codes = [await merlon("pack", "lock", "rules"), await merlon("lock", "shop")].map(({ code }) => code);
  await write({ "rules/pack.yaml": header.replace("title: ", "title: New ").replace("New \"", "\"New ") });
  expect([...codes, (await merlon("analyze", "shop")).code, (await merlon("check", "shop")).code, (await merlon("pack", "lock", "rules")).code]).toEqual([0, 0, 0, 1, 0]);
});

test("lint tells what tests, catalogues and other rules have to say", async () => {
  const { merlon, json, read, write } = await workplace();
  await merlon("pack", "new", "rules", "--id", "acme");
  const rule = "rules/acme-data-leaves-unapproved.yaml";
  const text = await read(rule);
  await write({
    [rule]: `${text.replace("stride: [I]", "stride: [I]\ncwe: [CWE-3190]\nattack: [{id: T1034, role: exploitation, why: W}]")}supersedes: [acme-older]\n`.replace('text: "Have', 'nist: [SC-99], asvs: [V12.1], text: "Have'),
    "rules/acme-data-leaves-unapproved.test.yaml": (await read("rules/acme-data-leaves-unapproved.test.yaml")).split("- name: near miss, everybody")[0] ?? "",
  });
  const { code, envelope } = await json("pack", "lint", "rules");
  expect([code, ...places(envelope.diagnostics)]).toEqual([
    1, "E3020 rules/acme-data-leaves-unapproved.test.yaml:1:1", `E3021 ${rule}:18:7`, `E3102 ${rule}:19:15`, `E3021 ${rule}:23:57`, `E3009 ${rule}:26:14`, "E3025 rules/pack.yaml:1:1",
  ]);
});
