// The paths command: the web shop as people see it, and every form on a small model.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { workplace } from "./merlon.ts";

const webshop = fileURLToPath(new URL("../../../examples/webshop", import.meta.url));

const small = `merlon: 1
id: shop
scales: {confidentiality: [public, internal, confidential, secret]}
data: {card: {title: Card number, kind: user.financial.card, levels: {confidentiality: secret}}}
boundaries: {net: {type: network, trust: untrusted}, in: {type: network, trust: internal}}
elements: {user: {kind: external, actor: customer, in: net}, api: {kind: process, in: in, holds: [card], handles: [], patching: scheduled, input-validation: no, egress-filtering: no}}
flows: {ask: {from: user, to: api, carries: [], response: [], encryption-in-transit: yes, authentication: no}}
`;

test("[PTH-2] the ways to the card numbers of the web shop", async () => {
  const { merlon } = await workplace();
  const { code, out } = await merlon("paths", webshop, "--to", "card-number", "--at", "2026-11-20");
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot(fileURLToPath(new URL("./golden/webshop-paths.txt", import.meta.url)));
});

test("[PTH-11] a goal that is no id is taken for what shares its words, and that is said", async () => {
  const { merlon } = await workplace({ "model.yaml": small });
  const { code, err, out } = await merlon("paths", "--to", "card-data", "--format", "attack-tree");
  expect([code, err, out.split("\n")[0]]).toEqual([0, "There is no `card-data` here; taken for it: card.\n", "Card number becomes known"]);
  const none = await merlon("paths", "--to", "passport");
  expect([none.code, none.err.includes("There is no data or element `passport`.")]).toEqual([2, true]);
});

test("[PTH-9] each form is given, by --format or by the name of the file", async () => {
  const { merlon, files, read, json } = await workplace({ "model.yaml": small });
  for (const name of ["a.svg", "a.png", "a.mmd", "a.dot", "a.md", "a.json", "a.txt"]) expect((await merlon("paths", "-o", name)).code).toBe(0);
  expect((await merlon("paths", "--format", "attack-flow", "-o", "flow.json")).code).toBe(0);
  expect(await files()).toEqual(["a.dot", "a.json", "a.md", "a.mmd", "a.png", "a.svg", "a.txt", "flow.json", "model.yaml"]);
  const starts = await Promise.all(["a.dot", "a.md", "a.mmd", "a.svg", "a.txt"].map(async (name) => (await read(name)).slice(0, 12)));
  expect(starts).toEqual(["digraph path", "# Attack pat", "---\ntitle: \"", "<svg xmlns=\"", "Attack paths"]);
  const { code, envelope } = await json<{ readonly schema: string; readonly paths: readonly { readonly id: string }[] }>("paths", "--from", "anonymous", "-k", "2");
  expect([code, envelope.schema, envelope.result?.schema, envelope.result?.paths.filter(({ id }) => id.includes("confidentiality")).map(({ id }) => id)])
    .toEqual([0, "merlon/paths/1", "merlon/paths/1", ["anonymous..card+confidentiality", "anonymous..card+confidentiality.2"]]);
});

test("what cannot be is refused with what can", async () => {
  const { merlon } = await workplace({ "model.yaml": small });
  const said = async (...args: readonly string[]) => {
    const { code, err } = await merlon("paths", ...args);
    return `${code} ${err.split("\n")[0]!}`;
  };
  expect([await said("-k", "0"), await said("--from", "nobody"), await said("-o", "paths.gif")]).toEqual([
    expect.stringContaining("2 "), expect.stringMatching(/2 .*There is no kind of actor or element `nobody`/), expect.stringMatching(/2 .*It is not clear in which form paths.gif should be/),
  ]);
});
