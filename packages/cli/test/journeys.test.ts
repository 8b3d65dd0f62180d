// What a person does with the command, from outside: a small model, the reading commands, and what they print.
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Analysis, Explanation, StrideTables } from "@merlon/schema";
import { expect, test } from "vitest";
import { innerCommands, isGroup } from "../src/command.ts";
import { registry } from "../src/registry.ts";
import { workplace } from "./merlon.ts";
import { shop, threat } from "./shop.ts";


test("analyze, then explain the first threats down to a line, then why another place is safe", async () => {
  const { json, merlon } = await workplace(shop);
  const { envelope } = await json<Analysis>("analyze", "shop");
  expect([envelope.schema, envelope.ok, envelope.result?.threats.map((t) => t.id).includes(threat)]).toEqual(["merlon/analyze/1", true, true]);
  const explained = await merlon("explain", threat, "shop");
  expect([explained.code, explained.out.includes("shop/model.yaml:13:")]).toEqual([0, true]);
  const { envelope: not } = await json<Explanation>("why-not", "session-handle-easy-to-steal", "visit", "--model", "shop");
  expect(not.result?.outcome).not.toBe("threat");
});

test("explain names what was probably meant", async () => {
  const { merlon } = await workplace(shop);
  const hint = async (id: string) => (await merlon("explain", id, "shop")).err.split("\n")[1]?.trim();
  expect([await hint("plaintext-flow-acros-boundary@visit"), await hint("plaintext-flow-across-boundary@visits"), await hint("plaintext-flow-across-boundary@web"), await hint("S@visit")]).toEqual([
    "hint: Did you mean `plaintext-flow-across-boundary`?", "hint: Did you mean `visit`?", `hint: Ask about one of these: ${threat}.`, "hint: See `merlon stride` for what is in it.",
  ]);
});

test("[PCK-9] a model on which no rules run is told so, and that nothing is left is not", async () => {
  const { merlon, write } = await workplace(shop);
  const ran = async (packs: string, ...args: readonly string[]) => {
    await write({ "shop/model.yaml": shop["shop/model.yaml"].replace("id: shop\n", `id: shop\npacks: ${packs}\n`) });
    const { code, out, err } = await merlon(...args);
    return [code, `${out}${err}`.includes("E3016"), out.includes("Nothing material is left")];
  };
  expect([await ran("[]", "analyze", "shop", "--fail-on", "low"), await ran("[core, -core]", "analyze", "shop"), await ran("[]", "check", "shop"), await ran("[]", "check", "shop", "--strict"), await ran("[default]", "check", "shop")]).toEqual([
    [0, true, false], [0, true, false], [0, true, false], [1, true, false], [0, false, false],
  ]);
});

test("the gate of analyze ends with 1 and says which threat", async () => {
  const { merlon } = await workplace(shop);
  const strict = await merlon("analyze", "shop", "--fail-on", "low");
  expect([strict.code, strict.err]).toEqual([1, `shop: 1 open threat of severity low or worse: ${threat} (--fail-on low). Clear each with a fix of \`merlon explain <id>\`, or decide with \`merlon decide <id>\`.\n`]);
  expect((await merlon("analyze", "shop", "--fail-on", "critical")).code).toBe(0);
});

test("stride shows one boundary in every form, and refuses an unknown one", async () => {
  const { json, merlon } = await workplace(shop);
  const { envelope } = await json<StrideTables>("stride", "shop", "--boundary", "inside");
  expect(envelope.result?.tables.map(({ boundary, rows }) => [boundary, rows.map((row) => row.kind)])).toEqual([["inside", ["boundary", "request", "response", "member"]]]);
  const starts = await Promise.all(["text", "markdown", "csv", "html", "json"].map(async (format) => (await merlon("stride", "shop", "--format", format)).out.slice(0, 9).split("\n")[0]));
  expect(starts).toEqual(["Shop  STR", "# STRIDE ", "\"boundary", "<!doctype", "{"]);
  expect((await merlon("stride", "shop", "--boundary", "insid")).err).toContain("Did you mean `inside`?");
});

test("[LCK-3] report --all writes every output, and the same bytes again", async () => {
  const { merlon, files, read } = await workplace(shop);
  expect((await merlon("report", "shop", "--all", "--out", "out")).code).toBe(0);
  const names = ["diagram.png", "diagram.svg", "report.html", "stride.md", "threats.json", "threats.sarif"];
  expect(await files()).toEqual([...names.map((name) => `out/${name}`), "shop/model.yaml"]);
  expect((await merlon("report", "shop", "--all", "--out", "again", "--quiet")).out).toMatch(/^Written:\n(?: {2}again\/\S+\n){6}$/);
  const pairs = await Promise.all(names.map(async (name) => (await read(`out/${name}`)) === (await read(`again/${name}`))));
  expect(pairs).toEqual(names.map(() => true));
});

test("pictures come in four forms, by the file's name or by --format", async () => {
  const { merlon, files } = await workplace(shop);
  const starts = await Promise.all(["svg", "png", "mermaid", "dot"].map(async (format) => (await merlon("diagram", "shop", "--format", format)).out.slice(0, 7).trim()));
  expect(starts).toEqual(["<svg xm", expect.stringContaining("PNG"), expect.stringMatching(/^(flowch|---)/), "digraph"]);
  await merlon("diagram", "shop", "--view", "data:order", "-o", "orders.svg");
  expect(await files()).toEqual(["orders.svg", "shop/model.yaml"]);
  expect((await merlon("diagram", "shop", "--view", "data:orders")).err).toContain("Did you mean `order`?");
});

test("[DOC-12] a saved view is drawn where people put everything, or says why not", async () => {
  const views = "views:\n  flat: {shows: dfd, positions: {shopper: {x: 0, y: 0}, web: {x: 900, y: 0}}}\n  part: {shows: dfd, positions: {web: {x: 900, y: 0}}}\n";
  const { merlon, read } = await workplace({ ...shop, "shop/views.yaml": views });
  const [flat, part] = await Promise.all(["flat", "part"].map((view) => merlon("diagram", "shop", "--view", view, "-o", `${view}.svg`)));
  expect([flat?.err, part?.err]).toEqual(["Written: flat.svg\n", "The positions of the view part are not used: nobody gave a place to shopper.\nWritten: part.svg\n"]);
  const [, width = "0", height = "0"] = /viewBox="0 0 (\d+) (\d+)"/.exec(await read("flat.svg")) ?? [];
  expect(Number(width) / Number(height)).toBeGreaterThan(2.5);
  expect((await merlon("diagram", "shop", "--view", "flat", "--format", "dot")).err).toContain("this format leaves the layout to others");
});

test("data, rules and schema answer for people and for programs", async () => {
  const { json, merlon } = await workplace(shop);
  const whole = (await merlon("data", "shop")).out;
  const ran = await Promise.all([["order", "shop"], ["shop", "order"], ["order", "./shop/model.yaml"]].map((args) => merlon("data", ...args)));
  expect(ran.map(({ code, out }) => [code, out !== whole && out.includes("shopper → web")])).toEqual([[0, true], [0, true], [0, true]]);
  expect((await merlon("data", "oder", "shop")).err).toContain("Did you mean `order`?");
  const { envelope: rules } = await json<{ readonly rules: readonly { readonly id: string; readonly tests: object }[] }>("rules", "list", "--text", "plaintext");
  expect(rules.result?.rules.map(({ id, tests }) => [id, tests])).toContainEqual(["plaintext-flow-across-boundary", { fires: expect.any(Number), nearMiss: expect.any(Number), unknown: expect.any(Number) }]);
  expect((await merlon("rules", "show", "plaintext-flow-across-boundary")).out).toMatch(/Avoid[^]*Prefer[^]*Fix/);
  expect(JSON.parse((await merlon("schema", "shop")).out)).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
});

test("words are found by what people call things", async () => {
  const { json, merlon } = await workplace();
  const found = async (...args: readonly string[]) => (await json<{ readonly words: readonly { readonly id: string }[] }>("words", ...args)).envelope.result?.words.map(({ id }) => id);
  expect([await found("django"), await found("technology", "fastapi"), await found("protocol", "mtls"), await found("data-kind", "shipping")]).toEqual([["python.django"], ["python.flask"], ["tls.mutual"], ["user.contact.address"]]);
  expect((await merlon("words", "protocol", "postgrs")).out).toBe("No word fits. The nearest is `postgres`.\n");
  expect([(await merlon("words", "colour", "red")).code, (await merlon("words")).out.includes("public-internal-confidential-secret")]).toEqual([2, true]);
});

test("a model of its own rules is tested and listed with them", async () => {
  const { merlon } = await workplace({ "rules/pack.yaml": "id: acme\nversion: 1.0.0\ntitle: Acme\n", "rules/spoofing/no-name.yaml": "id: no-name\n" });
  const tested = await merlon("rules", "test", "rules");
  expect([tested.code, tested.out.match(/error E3002/g)?.length !== undefined]).toEqual([1, true]);
});

test("words that are not understood are told with what was meant, exit code 2", async () => {
  const { merlon } = await workplace(shop);
  const tell = async (...args: readonly string[]) => { const { code, out, err } = await merlon(...args); return [code, out, err.split("\n")[0]]; };
  expect([await tell("analyse"), await tell("analyze", "--jsn"), await tell("stride", "--format", "pdf"), await tell("explain"), await tell("rules"), await tell("analyze", "shop", "--at", "2026-02-30")]).toEqual([
    [2, "", "error A4015 Unknown command 'analyse'; did you mean analyze?"],
    [2, "", "error A4015 Unknown option '--jsn'; did you mean --json?"],
    [2, "", "error A4015 Option '--format <format>' argument 'pdf' is invalid. Allowed choices are text, markdown, csv, html, json."],
    [2, "", "error A4015 Missing required argument 'threat'."],
    [2, "", "error A4015 `rules` needs a further word."],
    [2, "", "error A4015 `2026-02-30` is not a day."],
  ]);
});

test("every command explains itself with examples that name it", async () => {
  const { merlon } = await workplace();
  for (const { name, load } of registry) {
    const command = await load();
    const lines = [...innerCommands(command).flatMap((inner) => inner.examples.map(({ line }) => [line, `${name} ${inner.name}`])), ...(isGroup(command) ? [] : command.examples.map(({ line }) => [line, name]))];
    expect(lines.filter(([line, start]) => !`${line ?? ""} `.startsWith(`${start ?? ""} `)), name).toEqual([]);
    expect(lines.length, name).toBeGreaterThan(0);
    const help = await merlon(name, "--help");
    expect([help.code, help.err, help.out.startsWith(`Usage: merlon ${name}`)], name).toEqual([0, "", true]);
  }
  expect((await merlon()).out).toBe((await merlon("--help")).out);
});

test("a reader that stops early is no fault", async () => {
  const { folder } = await workplace(shop);
  const main = join(import.meta.dirname, "../src/main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", main, "stride", join(folder, "shop"), "--all"], { cwd: join(import.meta.dirname, "../../.."), stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let errors = "";
  child.stderr.on("data", (bytes) => { errors += String(bytes); });
  const code = await new Promise((resolve) => { child.on("close", resolve); });
  expect([code, errors]).toEqual([0, ""]);
}, 30_000);
