// What the double answers fits Atlassian's own document of the API, read in place. It leaves links and free fields open, and is wrong about the list of remote links, which it calls one object.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { startJiraDouble } from "./start-jira-double.ts";

const file = fileURLToPath(new URL("../../../../../shared/data/jira/jira-cloud-platform-v3.subset.openapi.json", import.meta.url));

const asked: readonly (readonly [method: string, path: string, documented: string, body?: object])[] = [
  ["get", "/myself", "/myself"],
  ["get", "/issuetype", "/issuetype"],
  ["get", "/issueLinkType", "/issueLinkType"],
  ["get", "/field", "/field"],
  ["get", "/project/search", "/project/search"],
  ["get", "/project/VULN", "/project/{projectIdOrKey}"],
  ["post", "/search/jql", "/search/jql", { jql: "project = VULN", fields: ["*all", "-issuelinks"] }],
  ["post", "/issue/bulkfetch", "/issue/bulkfetch", { issueIdsOrKeys: ["VULN-1"], fields: ["summary"] }],
  ["get", "/issue/VULN-1", "/issue/{issueIdOrKey}"],
  ["get", "/issue/VULN-1/transitions", "/issue/{issueIdOrKey}/transitions"],
  ["post", "/issue", "/issue", { fields: { project: { key: "VULN" }, issuetype: { name: "Vulnerability" }, summary: "One" } }],
  ["post", "/issue/bulk", "/issue/bulk", { issueUpdates: [{ fields: { project: { key: "VULN" }, issuetype: { name: "Vulnerability" }, summary: "Two" } }] }],
];

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;
}

test.runIf(existsSync(file))("requests and answers fit the API document (skipped only where ../shared is absent)", async () => {
  const document = JSON.parse(readFileSync(file, "utf8")) as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>; readonly components: object };
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
  const check = (schema: object | undefined, value: unknown): unknown => {
    if (schema === undefined) return "no schema";
    const validate = ajv.compile({ ...schema, components: document.components });
    return validate(value) ? "fits" : validate.errors;
  };
  const double = await startJiraDouble({ seed: 10 });
  const authorization = `Basic ${Buffer.from(`${double.email}:${double.token}`).toString("base64")}`;
  const said: unknown[] = [];
  for (const [method, path, documented, body] of asked) {
    const operation = document.paths[`/rest/api/3${documented}`]?.[method];
    const response = await fetch(`${double.url}/rest/api/3${path}`, { method, headers: { authorization }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    said.push([method, path, body === undefined ? "fits" : check(operation?.requestBody?.content["application/json"]?.schema, body), check(operation?.responses[response.status]?.content?.["application/json"]?.schema, await response.json())]);
  }
  await double.close();
  expect(said).toEqual(asked.map(([method, path]) => [method, path, "fits", "fits"]));
});
