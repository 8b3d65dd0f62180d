// `merlon impact` from words to exit codes: what if a value, an object or a whole file were otherwise, with nothing on disk changed.
import type { Impact } from "@merlon/schema";
import { expect, test } from "vitest";
import { workplace } from "./merlon.ts";
import { shop, threat } from "./shop.ts";

const secure = { "shop/model.yaml": `${shop["shop/model.yaml"].replace("protocol: http,", "protocol: https,")}  log: {from: web, to: logs, carries: [order], response: []}\n`.replace("flows:", "  logs: {kind: store, type: datastore, in: inside, holds: [order]}\nflows:") };

test("[WIF-1] [WIF-4] another value is judged as if it stood in the model, told with its place there, and the gate judges it", async () => {
  const { json, merlon, files, read } = await workplace(secure);
  const { code, envelope: { schema, result } } = await json<Impact>("impact", "shop", "--set", "visit.protocol=http");
  expect([code, schema, result?.base.name, result?.head.name, result?.operations.map(({ object, key, before, after, where }) => `${object}.${key ?? ""} ${before ?? ""} ${after ?? ""} ${where?.file ?? ""}:${where?.line ?? ""}`)])
    .toEqual([1, "merlon/impact/1", "as it is", "if visit.protocol=http", ["visit.protocol https http shop/model.yaml:14"]]);
  expect(result?.threats.filter(({ id }) => id === threat).map(({ change, cause }) => [change, cause.operations])).toEqual([["added", [1]]]);
  expect((await merlon("impact", "shop", "--set", "visit.protocol=http", "--no-gate")).code).toBe(0);
  expect([await files(), await read("shop/model.yaml")]).toEqual([["shop/model.yaml"], secure["shop/model.yaml"]]);
});

test("[WIF-1] fields of every kind of object and of the model, lists, fields inside of fields, and none at all", async () => {
  const { json } = await workplace(secure);
  const words = ["web.technology=nodejs,react", "order.levels.confidentiality=public", "inside.trust=edge", "model.stage=operate", "logs.holds=[]", "log.response="].flatMap((text) => ["--set", text]);
  const { envelope: { result } } = await json<Impact>("impact", "shop", "--no-gate", ...words);
  expect(result?.operations.map(({ object, key, after }) => `${object} ${key ?? ""} ${after ?? "-"}`)).toEqual([
    "model stage operate", "logs holds []", 'web technology ["nodejs","react"]', "log response -", "inside trust edge", 'order levels {"confidentiality":"public"}',
  ]);
});

test("[WIF-2] what is removed takes along what cannot be without it, what named it forgets it, and both are told", async () => {
  const { merlon, json } = await workplace(secure);
  expect((await merlon("impact", "shop", "--remove", "logs")).err).toBe("Goes too: log (goes to `logs`).\n");
  const { code, envelope: { result } } = await json<Impact>("impact", "shop", "--remove", "logs", "--remove", "visit");
  expect([code, result?.head.name, result?.operations.map(({ kind, object }) => `${kind} ${object}`)]).toEqual([0, "without logs, without visit", ["remove logs", "remove log", "remove visit"]]);
  expect((await merlon("impact", "shop", "--remove", "order")).err).toBe("No longer named in: logs › holds, log › carries, visit › carries.\n");
});

const proposal = { "proposal.yaml": "elements:\n  mailer: {kind: external, type: saas.mail, in: internet}\n  logs:\n    encryption-at-rest: no\nflows:\n  send: {from: web, to: mailer, protocol: http, carries: [order], response: []}\n" };

test("[WIF-3] [WIF-4] a file is laid over the model, and what it brings has its place there", async () => {
  const { json } = await workplace({ ...secure, ...proposal });
  const { code, envelope: { result } } = await json<Impact>("impact", "shop", "--add-file", "proposal.yaml");
  expect([code, result?.operations.map(({ kind, object, where }) => `${kind} ${object} ${where?.file ?? ""}:${where?.line ?? ""}`)])
    .toEqual([1, ["set logs proposal.yaml:4", "add mailer proposal.yaml:2", "add send proposal.yaml:6"]]);
  expect(result?.threats.some(({ id, change }) => id === "plaintext-flow-across-boundary@send" && change === "added")).toBe(true);
  // What the file brings may be set and removed like everything else.
  const mended = await json<Impact>("impact", "shop", "--add-file", "proposal.yaml", "--set", "send.protocol=https", "--remove", "logs");
  expect([mended.envelope.result?.threats.some(({ id }) => id === "plaintext-flow-across-boundary@send"), mended.envelope.result?.head.name]).toEqual([false, "with proposal.yaml, without logs, if send.protocol=https"]);
});

test("[WIF-5] what cannot be is refused with the nearest thing that can", async () => {
  const { merlon } = await workplace({ ...secure, "plan.json": '{"resource_changes": []}', "bad.yaml": "elements: {web: {knd: store}}\n" });
  const told = async (...words: readonly string[]) => (await merlon("impact", "shop", ...words)).err.trimEnd();
  const set = async (text: string) => told("--set", text);
  expect([
    await set("wbe.input-validation=no"), await set("web.input-validaton=no"), await set("web.input-validation=maybe"), await set("visit.carries=ordr"), await set("visit.port=abc"), await set("visit.to="), await set("model.id=other"),
  ]).toEqual([
    "error A4009 There is no object `wbe`.\n  hint: Did you mean `web`?",
    "error A4015 `--set web.input-validaton=no` cannot be: There is no key `input-validaton` in element `web`.\n  hint: Did you mean `input-validation`?",
    "error A4015 `--set web.input-validation=maybe` cannot be: `maybe` is not a value of `input-validation` in element `web`; it takes `yes` or `no`.\n  hint: Use one of the values it takes; `unknown` says that nobody knows.",
    "error A4015 `--set visit.carries=ordr` cannot be: `carries` in flow `visit` names `ordr`, but there is no data of that id.\n  hint: Did you mean `order`?",
    "error A4015 `--set visit.port=abc` cannot be: `port` in flow `visit` takes a number, not the text `abc`.\n  hint: For example: `port: 443`.",
    "error A4015 `--set visit.to=` cannot be: Flow `visit` has no `to`, which it needs.\n  hint: Add it, for example `to: orders`.",
    "error A4015 `id` of a model cannot be something else in a what if.\n  hint: Change it in a copy, and compare the two with `merlon diff`.",
  ]);
  expect([await told("--remove", "lgs"), await told("--remove", "logs", "--set", "logs.holds=[]"), await told("--add-file", "bad.yaml"), await told("--add-file", "plan.json")]).toEqual([
    "error A4009 There is no object `lgs`.\n  hint: Did you mean `logs`?",
    "error A4015 `--set logs.holds=[]` is about what --remove takes away.\n  hint: Leave one of the two out.",
    expect.stringContaining("bad.yaml:1:18 error C1020 There is no key `knd` in element `web`."),
    expect.stringContaining("error A4015 plan.json is a Terraform plan, which cannot be read yet."),
  ]);
});

test("[WIF-5] what changes nothing, what rules know nothing about, and nothing at all is said", async () => {
  const { merlon } = await workplace(secure);
  expect(await merlon("impact", "shop", "--set", "visit.protocol=https")).toEqual({ code: 0, out: expect.stringMatching(/\nNothing changed\.\n$/), err: "--set visit.protocol=https changes nothing: the model says so already.\n" });
  expect((await merlon("impact", "shop", "--set", "web.technology=nodjs")).err).toBe("--set web.technology=nodjs: warning C1050 `nodjs` in element `web` is not a known technology, so rules know nothing about it. Did you mean `nodejs`?\n");
  expect(await merlon("impact", "shop")).toEqual({
    code: 2, out: "", err: "error A4015 What if what? Say it with --set, --add-file or --remove.\n  hint: For example: `merlon impact shop --remove logs`, `merlon impact shop --set model.stage=operate`.\n",
  });
});
