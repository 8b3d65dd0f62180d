import { expect, test } from "vitest";
import { codes, detectFormat, jiraWords, readJiraExport, readStixAttack, readTickets } from "./index.ts";

test.each(Object.entries(codes))("%s: its example triggers it, with its message and advice filled in", (code, { name, severity, example }) => {
  const [[path, text] = ["", ""]] = Object.entries(example);
  const result = code >= "F2080" ? jira(path, text) : code >= "F2050" && code < "F2060" ? stix(path, text) : model(path, text);
  const found = result.diagnostics.filter((diagnostic) => diagnostic.code === code);
  expect(found).toHaveLength(1);
  expect({ name, severity: found[0]?.severity }).toEqual({ name: expect.stringMatching(/^[a-z-]+$/), severity });
  expect(`${found[0]?.message} ${found[0]?.hint}`).not.toMatch(/[{}]/);
  expect(result.document === undefined).toBe(severity === "error");
});

function model(path: string, text: string) {
  const { format, diagnostics } = detectFormat(path, text);
  const result = format?.read(text, { path, most: { objects: 5, boundaries: 5 } });
  return { document: result?.document, diagnostics: [...diagnostics, ...(result?.diagnostics ?? [])] };
}

function stix(path: string, text: string) {
  const { catalogue, diagnostics } = readStixAttack(text, { path });
  return { document: catalogue, diagnostics };
}

/** With a map that names a field, as people may. */
function jira(path: string, text: string) {
  if (path.endsWith(".jsonl")) return { document: undefined, diagnostics: readTickets({ path, text }).diagnostics };
  const { tickets, diagnostics } = readJiraExport(text, { path, words: jiraWords({ "jira-map": 1, fields: { place: ["Asset"] } }) });
  return { document: tickets, diagnostics };
}
