// `--view`: every command that looks at a model says which view it is of and what that leaves out, and two views are compared.
import type { Analysis, AttackPaths, Impact, StrideTables } from "@merlon/schema";
import { expect, test } from "vitest";
import { workplace } from "./merlon.ts";
import { shop } from "./shop.ts";

/** The shop, with a store that comes and the plain flow to one that goes. */
const planned = {
  "shop/model.yaml": [
    shop["shop/model.yaml"],
    "  to-old: {from: web, to: old, protocol: http, carries: [order], response: [], encryption-in-transit: no}",
    "  to-new: {from: web, to: new, protocol: https, carries: [order], response: []}", "",
  ].join("\n").replace("flows:\n", [
    "  old: {kind: store, type: datastore, in: internet, holds: [order], lifecycle: {state: deprecated, until: 2027-03-31}}",
    "  new: {kind: store, type: datastore, in: inside, holds: [order], lifecycle: {state: planned, since: 2027-03-01}}", "flows:", "",
  ].join("\n")).replaceAll("\n\n", "\n"),
};
const live = "View live: without 1 element (new: planned for 2027-03-01), 1 flow (to-new: goes to `new`).\n";
const inLive = { name: "live", leftOut: [{ map: "elements", id: "new", title: "new", because: "planned for 2027-03-01" }, { map: "flows", id: "to-new", title: "to new", because: "goes to `new`" }] };

test("[PLN-7] each command says which view it shows and what is not in it", async () => {
  const { merlon, json, read } = await workplace(planned);
  const told = async (...words: readonly string[]) => (await merlon(...words, "shop", "--view", "live")).err;
  expect(await Promise.all([told("stride"), told("data"), told("paths"), told("diagram", "--format", "mermaid"), told("report", "--format", "markdown")])).toEqual([live, live, live, live, live]);
  expect((await merlon("analyze", "shop", "--view", "live")).out).toContain(live);
  expect((await merlon("analyze", ".", "--view", "live")).err).toBe(live);
  await merlon("report", "shop", "--view", "live", "-o", "report.html");
  const page = await read("report.html");
  expect(["<dd>live</dd>", "<li>new: planned for 2027-03-01</li>"].filter((part) => !page.includes(part))).toEqual([]);
  const views = [await json<Analysis>("analyze", "shop", "--view", "live"), await json<StrideTables>("stride", "shop", "--view", "live"), await json<AttackPaths>("paths", "shop", "--view", "live")];
  expect(views.map(({ envelope }) => envelope.result?.view)).toEqual([inLive, inLive, inLive]);
});

test("[PLN-8] without a view all that is written counts", async () => {
  const { json } = await workplace(planned);
  const { envelope: { result } } = await json<Analysis>("analyze", "shop");
  expect([result?.view, result?.model.title, result?.elements.map(({ id }) => id)]).toEqual([undefined, "Shop", ["new", "old", "shopper", "web"]]);
});

test("[PLN-9] two views of one version are compared like two versions, each difference with its cause", async () => {
  const { json, merlon } = await workplace(planned);
  const { code, envelope: { result } } = await json<Impact>("diff", "--view", "live..target", "--model", "shop");
  expect([code, result?.base.name, result?.head.name, result?.base.view, result?.operations.map(({ object, kind, where }) => `${kind} ${object} ${where?.line ?? "?"}`)]).toEqual([
    0, "live", "target", inLive, ["add new 13", "remove old 12", "add to-new 17", "remove to-old 16"],
  ]);
  const gone = result?.threats.find(({ id }) => id === "plaintext-flow-across-boundary@to-old");
  expect([gone?.change, gone?.cause?.operations.length]).toEqual(["removed", 1]);
  const back = await json<Impact>("diff", "--view", "at:2027-05-01..live", "shop");
  expect([back.code, back.envelope.result?.threats.filter(({ change }) => change === "added").map(({ id }) => id).includes("plaintext-flow-across-boundary@to-old")]).toEqual([1, true]);
  expect((await merlon("diff", "shop", "shop", "--view", "live")).out).toMatch(/Nothing changed\.\n$/);
});

test("a diagram takes a view in time beside what it draws", async () => {
  const { json } = await workplace(planned);
  const { envelope: { result } } = await json<{ readonly view: string; readonly inTime: unknown; readonly content: string }>("diagram", "shop", "--format", "mermaid", "--view", "personal-data", "--view", "live");
  expect([result?.view, result?.inTime, result?.content.includes("m_old"), result?.content.includes("m_new")]).toEqual(["personal-data", inLive, true, false]);
});

test("views that are none are told", async () => {
  const { merlon } = await workplace(planned);
  const told = async (...words: readonly string[]) => (await merlon(...words)).err.split("\n")[0];
  expect([
    await told("analyze", "shop", "--view", "later"), await told("stride", "shop", "--view", "at:2027-02-31"), await told("diff", "--view", "live..at:2027-01-01..target", "shop"),
    await told("diff", "shop", "shop", "--view", "live..target"), await told("diagram", "shop", "--view", "live", "--view", "target"),
  ]).toEqual([
    "error A4015 There is no view in time `later`.", "error A4015 There is no view in time `at:2027-02-31`.", "error A4015 live..at:2027-01-01..target names more than two views.",
    "error A4015 Two views are of one version of a model.", "error A4015 live and target cannot be drawn in one picture.",
  ]);
});
