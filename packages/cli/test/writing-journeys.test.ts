// What a person does with the commands that write, from outside and without a terminal: from nothing to a decided model.
import { expect, test } from "vitest";
import { registry } from "../src/registry.ts";
import { isGroup } from "../src/command.ts";
import { places, workplace } from "./merlon.ts";

interface Written {
  readonly written: boolean;
  readonly files: readonly { readonly path: string }[];
}

test("init, ask, decide, threat, rename, fmt and check go together", async () => {
  const { merlon, json, files, read } = await workplace();
  const made = await merlon("init", "shop");
  expect([made.code, await files()]).toEqual([0, ["shop/.merlon/merlon.schema.json", "shop/decisions.yaml", "shop/merlon.lock", "shop/model.yaml"]]);
  expect((await read("shop/model.yaml")).split("\n")[0]).toBe("# yaml-language-server: $schema=.merlon/merlon.schema.json");
  const again = await json("init", "shop");
  expect([again.code, places(again.envelope.diagnostics)]).toEqual([2, ["A4008 shop/model.yaml:1:1"]]);

  const { envelope: analysis } = await json<{ readonly threats: readonly { readonly id: string }[]; readonly questions: readonly { readonly id: string }[] }>("analyze", "shop");
  expect([(analysis.result?.threats.length ?? 0) > 0, (analysis.result?.questions.length ?? 0) > 0]).toEqual([true, true]);
  const asked = await json<Written & { readonly questionsLeft: number }>("ask", "shop", "--answer", "authentication@web-to-database=password");
  expect([asked.code, asked.envelope.schema, asked.envelope.result?.written, asked.envelope.result?.files.map(({ path }) => path)]).toEqual([0, "merlon/ask/1", true, ["shop/model.yaml"]]);

  const decided = await json<Written>("decide", "sensitive-store-not-encrypted@database", "shop", "--state", "accept", "--reason", "Test only", "--owner", "ops", "--until", "2099-01-01", "--ticket", "A-1", "--ticket", "A-2");
  expect([decided.code, decided.envelope.diagnostics]).toEqual([0, []]);
  expect(await read("shop/decisions.yaml")).toContain("    tickets: [A-1, A-2]\n");
  const added = await json<{ readonly id: string }>("threat", "add", "Staff sell the list of customers", "shop", "--about", "database", "--stride", "I");
  expect([added.code, added.envelope.schema, added.envelope.result?.id]).toEqual([0, "merlon/threat-add/1", "staff-sell-the-list-of-customers"]);

  expect((await merlon("rename", "database", "store", "shop")).code).toBe(0);
  expect([(await read("shop/decisions.yaml")).includes("sensitive-store-not-encrypted@store:"), (await read("shop/model.yaml")).includes("at: store")]).toEqual([true, true]);
  const list = await json<{ readonly decisions: readonly { readonly key: string; readonly state: string }[] }>("decide", "--list", "shop");
  expect(list.envelope.result?.decisions.map(({ key, state }) => `${key} ${state}`)).toEqual(["sensitive-store-not-encrypted@store valid"]);
  expect([(await merlon("fmt", "--check", "shop")).code, (await merlon("check", "--strict", "shop")).code]).toEqual([0, 0]);
});

test("a model from answers; the example of the answers is one", async () => {
  const { merlon, write, json } = await workplace();
  const example = await merlon("init", "--example-answers");
  await write({ "answers.json": example.out });
  const dry = await merlon("init", "portal", "--answers", "answers.json", "--dry-run");
  expect([dry.code, dry.out.startsWith("# yaml-language-server:"), dry.err]).toEqual([0, true, "Would be written: portal/model.yaml, portal/decisions.yaml, portal/merlon.lock, portal/.merlon/merlon.schema.json\n"]);
  const made = await json<{ readonly id: string; readonly counts: { readonly threats: number } }>("init", "portal", "--answers", "answers.json");
  expect([made.code, made.envelope.result?.id, (made.envelope.result?.counts.threats ?? 0) > 2]).toEqual([0, "membership-portal", true]);
});

test("what needs a person says so where there is none", async () => {
  const { merlon } = await workplace({ "m.yaml": "merlon: 1\nid: m\nboundaries:\n  b: {type: network, trust: internal}\nelements:\n  a: {kind: process, in: b}\n" });
  const calls = [["init", "x", "--from-questions"], ["ask", "m.yaml"], ["think", "b", "m.yaml"], ["decide", "x@a", "m.yaml"]];
  for (const call of calls) {
    const { code, err } = await merlon(...call);
    expect([call[0], code, /error A4015/.test(err), err.includes("hint: ")]).toEqual([call[0], 2, true, true]);
  }
});

test("--dry-run of every command that has it writes nothing", async () => {
  const { merlon, read } = await workplace();
  await merlon("init", "shop");
  const before = [await read("shop/model.yaml"), await read("shop/decisions.yaml")];
  const calls = [
    ["ask", "shop", "--all-like-it", "authentication=password"], ["decide", "sensitive-store-not-encrypted@database", "shop", "--state", "mitigate"], ["decide", "shop", "--match", "rule=sensitive-store-not-encrypted", "--state", "mitigate"],
    ["threat", "add", "Something happens", "shop"], ["rename", "web", "front", "shop"],
  ];
  for (const call of calls) {
    const { code, out } = await merlon(...call, "--dry-run");
    expect([call[0], code, /^ +\d+ \+ /m.test(out)]).toEqual([call[0], 0, true]);
  }
  expect([await read("shop/model.yaml"), await read("shop/decisions.yaml")]).toEqual(before);
});

test("think compares ideas from a file, and shows the boundary alone", async () => {
  const { merlon, json, write, read } = await workplace();
  await merlon("init", "shop");
  await write({ "ideas.yaml": "ideas:\n  - {text: A stolen disk of the database is read, by: Ana}\n  - {text: Staff sell the list, by: Ben, stride: [I]}\n" });
  const card = await merlon("think", "our-network", "shop", "--card");
  expect([card.code, card.out.split("\n").slice(0, 3)]).toEqual([0, ["our network", "A network boundary, trusted as internal.", "Inside:"]]);
  const { envelope } = await json<{ readonly perhaps: readonly { readonly by: string }[]; readonly added: readonly string[] }>("think", "our-network", "shop", "--answers", "ideas.yaml", "--at", "2026-06-01");
  expect([envelope.result?.perhaps.map(({ by }) => by), envelope.result?.added]).toEqual([["Ana"], ["staff-sell-the-list"]]);
  expect(await read("shop/model.yaml")).toContain("  staff-sell-the-list:\n    title: Staff sell the list\n    at: our-network\n    stride: [I]\n    by: Ben\n    found: think session 2026-06-01\n");
});

test("wrong words are answered with the right ones", async () => {
  const { merlon } = await workplace();
  await merlon("init", "shop");
  const hint = async (...call: readonly string[]) => (await merlon(...call)).err.split("\n").slice(0, 2).map((line) => line.trim());
  expect([
    await hint("decide", "sensitive-store-not-encrypted@databse", "shop", "--state", "open"), await hint("decide", "--match", "rul=x", "shop", "--state", "open"), await hint("ask", "shop", "--answer", "x"),
    await hint("threat", "add", "x", "shop", "--stride", "X"), await hint("think", "our-netwrk", "shop", "--card"), await hint("rename", "web", "Web", "shop"), await hint("decide", "shop", "--state", "accept"),
  ]).toEqual([
    ["error A4009 There is no element `databse`.", "hint: Did you mean `database`?"], ["error A4015 `rul=x` matches nothing.", "hint: Write rule=…, at=…, stride=… or severity=…."],
    ["error A4015 `x` is no answer.", "hint: Write it as --answer key@object=value."], ["error A4015 `X` is no letter of STRIDE.", "hint: See --help."], ["error A4009 There is no boundary `our-netwrk`.", "hint: Did you mean `our-network`?"],
    [expect.stringContaining("C1092"), expect.any(String)], [expect.stringContaining("error A4"), expect.any(String)],
  ]);
});

test("every command that writes can be tried without writing, except those that say what they would", () => {
  return Promise.all(registry.filter(({ group }) => group === "Change a model").map(async ({ name, load }) => {
    const command = await load();
    const options = (isGroup(command) ? command.commands : [command]).flatMap((one) => one.options ?? []).map(({ flags }) => flags);
    expect([name, options.some((flags) => /--dry-run|--check/.test(flags)) || ["import", "lock", "git-setup", "git-diff", "merge"].includes(name)]).toEqual([name, true]);
  }));
});
