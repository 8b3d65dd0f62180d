// The jira commands as people use them: an export beside a shop's model, the landscape with it, and what people get wrong.
import { expect, test } from "vitest";
import { workplace } from "./merlon.ts";
import { shop, threat } from "./shop.ts";

const issue = (key: string, type: string, fields: object = {}) => ({ key, fields: { summary: `About ${key}`, issuetype: { name: type }, status: { name: "Open", statusCategory: { key: "new" } }, ...fields } });
const hasVuln = { name: "Vuln", outward: "VULN affects", inward: "has VULN" };
const creates = { name: "Risk", outward: "creates RISK", inward: "is created by VULN" };
const site = [
  issue("IA-1", "IT Asset", { labels: ["web"], issuelinks: [{ type: hasVuln, inwardIssue: { key: "VULN-1" } }] }),
  issue("VULN-1", "Vulnerability", { labels: ["CWE-319"], priority: { name: "High" }, assignee: { emailAddress: "dan@acme.example" }, issuelinks: [{ type: hasVuln, outwardIssue: { key: "IA-1" } }, { type: creates, outwardIssue: { key: "RISK-1" } }] }),
  issue("RISK-1", "Risk", { labels: ["R4"] }),
];
const files = { ...shop, "shop/jira.map.yaml": "jira-map: 1\npreset: photobox\nurl: https://acme.example\n", "export.json": JSON.stringify({ isLast: true, issues: site }) };

test("[JIR-5] [JIR-7] an export becomes the mirror, a second one brings it up to date, and the landscape of a ticket goes from the threat to the risk and its people", async () => {
  const { merlon, json, read, write } = await workplace(files);
  expect(await merlon("jira", "import", "export.json", "shop")).toEqual({ code: 0, err: "", out: "shop/tickets.jsonl holds 3 tickets.\n    3 new: IA-1, RISK-1 and VULN-1\n" });
  const mirror = await read("shop/tickets.jsonl");
  expect(mirror.split("\n").map((line) => /"key":"([^"]+)"/.exec(line)?.[1])).toEqual(["IA-1", "RISK-1", "VULN-1", undefined]);
  await write({ "export.csv": "Issue key,Issue Type,Summary,Status,Labels,Security Level\nRISK-1,Risk,Cards leak,Open,R3,\nVULN-1,Vulnerability,Secret,Open,,Security team\nODD-1,Riddle,?,Open,,\n" });
  const { envelope } = await json("jira", "import", "export.csv", "shop");
  expect([envelope.result, envelope.diagnostics.map(({ code, where, hint }) => [code, where?.line, hint])]).toEqual([
    { mirror: "shop/tickets.jsonl", count: 2, added: [], changed: ["IA-1", "RISK-1"], unchanged: [], older: [], removed: ["VULN-1"], skipped: [{ key: "VULN-1", why: "restricted" }, { key: "ODD-1", why: "unknown-type" }] },
    [["F2082", 4, "Say in jira.map.yaml under `types` what it is: `Riddle: ticket`, or vulnerability, risk, incident, element, person or left-out."]],
  ]);
  await merlon("jira", "import", "export.json", "shop");
  const { out } = await merlon("landscape", "vuln-1", "shop", "--format", "json");
  const found = JSON.parse(out) as { readonly objects: readonly { readonly id: string; readonly url?: string; readonly where?: { readonly line: number } }[]; readonly relations: readonly { readonly from: string; readonly type: string; readonly to: string }[] };
  expect(found.relations.filter(({ from }) => from === "vulnerability:VULN-1").map(({ type, to }) => `${type} ${to}`)).toEqual(["affects element:web", `confirms threat:${threat}`, "feeds risk:RISK-1", "rests-on weakness:CWE-319"]);
  expect(found.objects.filter(({ id }) => id === "vulnerability:VULN-1" || id.startsWith("person:")).map(({ id, url, where }) => [id, url, where?.line])).toEqual([["vulnerability:VULN-1", "https://acme.example/browse/VULN-1", 3], ["person:dan@acme.example", undefined, undefined]]);
  expect((await merlon("landscape", "IA-1", "shop", "--walk", "up")).out).toContain("1 vulnerability\n  ▲ About VULN-1 (open)  VULN-1\n");
});

test("[JIR-9] lint names what to repair, and --strict fails for it", async () => {
  const { merlon, json, write } = await workplace(files);
  await merlon("jira", "import", "export.json", "shop");
  expect((await merlon("jira", "lint", "shop")).out).toBe("✓ 3 tickets, nothing wrong with them.\n");
  await write({ "more.json": JSON.stringify([issue("VULN-2", "Vulnerability", { issuelinks: [{ type: { name: "Odd", outward: "oddly", inward: "is odd" }, outwardIssue: { key: "VULN-1" } }] })]) });
  await merlon("jira", "import", "more.json", "shop");
  const { code, out } = await merlon("jira", "lint", "shop", "--strict");
  expect([code, out.split("\n").slice(0, 6)]).toEqual([1, ["! 4 tickets.", "", "Open vulnerabilities at no part of the model", "  VULN-2 About VULN-2", expect.stringMatching(/^ {2}Name an id/), ""]]);
  const { envelope } = await json("jira", "lint", "shop");
  expect(envelope.result).toEqual({ count: 4, problems: [{ kind: "no-place", keys: ["VULN-2"] }], unknown: [{ what: "link", word: "oddly", count: 1, key: "VULN-2" }] });
  expect((await merlon("landscape", "web", "shop")).err).toBe("1 word of shop/tickets.jsonl means nothing yet: `merlon jira lint` tells more.\n");
});

test("[JIR-4] a slip in the map, in the mirror, in the export or in the place is told where it is, and nothing is written", async () => {
  const { merlon, json, write, files: all, read } = await workplace({ ...files, "page.json": "<html>Sign in</html>", "one.yaml": shop["shop/model.yaml"] });
  const errors: string[][] = [];
  const note = async (...words: readonly string[]) => {
    const { code, err } = await merlon(...words);
    errors.push([String(code), ...err.split("\n").slice(0, 2)]);
  };
  await note("jira", "import", "page.json", "shop");
  await note("jira", "import", "nowhere.json", "shop");
  await note("jira", "import", "export.json", "one.yaml");
  await note("jira", "lint", "shop");
  await write({ "shop/jira.map.yaml": "jira-map: 1\npresett: photobox\ntypes: {Riddle: vulnerabilty}\nlinks: {asks: sometimes}\n" });
  const { code, envelope } = await json("jira", "import", "export.json", "shop");
  errors.push([String(code), ...envelope.diagnostics.map((found) => `${found.where?.line}:${found.where?.column} ${found.code} ${found.hint ?? ""}`)]);
  expect(await all()).not.toContain("shop/tickets.jsonl");
  await write({ "shop/jira.map.yaml": "jira-map: 1\n", "shop/tickets.jsonl": "{}\n" });
  await note("landscape", "web", "shop");
  expect(errors).toEqual([
    ["2", "page.json:1:1 error F2080 This is a web page, not an export of Jira.", expect.stringMatching(/^ {2}hint: A proxy/)],
    ["2", "error A4001 There is no file or folder nowhere.json.", expect.anything()],
    ["2", "error A4015 one.yaml is a model in one file, which has no place for tickets.", "  hint: Move it to model.yaml in a folder of its own."],
    ["2", "error A4001 There is no shop/tickets.jsonl.", "  hint: Make it with `merlon jira import <export>`."],
    ["2", "2:1 C1020 Did you mean `preset`?", "3:17 C1023 Did you mean `vulnerability`?", "4:15 C1025 Write it in that form."],
    ["2", expect.stringMatching(/^shop\/tickets.jsonl:1:1 error F2085 This line is no ticket: key: /), expect.stringMatching(/^ {2}hint: The file is written by `merlon jira import`/)],
  ]);
  expect(await read("shop/tickets.jsonl")).toBe("{}\n");
});

test("[JIR-10] [JIR-13] a pull says what it lacks before it asks anybody: an account, which issues, a folder", async () => {
  const { json, files: all } = await workplace({ ...files, "one.yaml": shop["shop/model.yaml"] });
  const codes: (readonly string[])[] = [];
  for (const args of [["shop"], ["shop", "--jql", "project=SEC"], ["one.yaml"]]) {
    const { code, envelope } = await json("jira", "pull", ...args);
    codes.push([String(code), ...envelope.diagnostics.map((d) => `${d.code} ${d.message}`)]);
  }
  expect(codes).toEqual([
    ["2", "A4027 Nothing says which issues to read."], ["2", "A4027 There is no MERLON_JIRA_EMAIL in the environment."], ["2", expect.stringMatching(/^A4015 /)],
  ]);
  expect(await all()).not.toContain("shop/tickets.jsonl");
});
