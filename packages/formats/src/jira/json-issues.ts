// Issues from JSON: pages of a search, one or several, or a list of issues, in the shape of Jira's REST API version 3.
import { whereIs, type ParsedFile, type Path } from "@merlon/core";
import type { TicketLink } from "@merlon/schema";
import { isMap, type ForeignMap } from "../foreign/place.ts";
import { oneLine } from "../foreign/excerpt.ts";
import { adfText } from "./adf-text.ts";
import { fieldValues, firstValue } from "./field-values.ts";
import { plainWord } from "./jira-words.ts";
import type { RawIssue } from "./raw-issue.ts";

interface Found {
  readonly path: Path;
  readonly issue: ForeignMap;
  readonly names: ForeignMap;
}

/** undefined: there is nothing like issues in it. */
export function jsonIssues(parsed: ParsedFile, file: string): readonly RawIssue[] | undefined {
  const found = issuesIn(parsed.value, [], {});
  return found?.map(({ path, issue, names }) => rawIssue(issue, names, { ...whereIs(parsed, path), file }));
}

function issuesIn(value: unknown, path: Path, names: ForeignMap): readonly Found[] | undefined {
  if (Array.isArray(value)) {
    const parts = value.map((item, i) => issuesIn(item, [...path, i], names));
    return parts.length > 0 && parts.every((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  if (!isMap(value)) return undefined;
  const { issues, fields, key } = value;
  const own = isMap(value["names"]) ? value["names"] : names;
  if (Array.isArray(issues)) return issuesIn(issues, [...path, "issues"], own) ?? [];
  return isMap(fields) || typeof key === "string" ? [{ path, issue: value, names: own }] : undefined;
}

function rawIssue(issue: ForeignMap, names: ForeignMap, where: RawIssue["where"]): RawIssue {
  const fields = isMap(issue["fields"]) ? issue["fields"] : {};
  const status = isMap(fields["status"]) ? fields["status"] : {};
  const { description, parent } = fields;
  return {
    where, key: firstValue(issue["key"]) ?? "", type: nameOf(fields["issuetype"]), title: firstValue(fields["summary"]), status: nameOf(status),
    category: isMap(status["statusCategory"]) ? firstValue(status["statusCategory"]["key"]) : undefined,
    created: firstValue(fields["created"]), updated: firstValue(fields["updated"]), priority: nameOf(fields["priority"]), owner: firstValue(fields["assignee"]), due: firstValue(fields["duedate"]),
    parent: isMap(parent) ? firstValue(parent["key"]) : undefined, labels: fieldValues(fields["labels"]), components: fieldValues(fields["components"]), restricted: nameOf(fields["security"]),
    description: typeof description === "string" ? description.trim() : adfText(description), links: Array.isArray(fields["issuelinks"]) ? fields["issuelinks"].flatMap(linkOf) : [],
    field: (name) => {
      const id = [name, ...Object.keys(names).filter((one) => plainWord(String(names[one])) === plainWord(name))].find((one) => Object.hasOwn(fields, one));
      return id !== undefined ? fieldValues(fields[id]) : Object.values(names).some((one) => plainWord(String(one)) === plainWord(name)) ? [] : undefined;
    },
  };
}

function nameOf(value: unknown): string | undefined {
  return isMap(value) ? firstValue(value["name"]) : firstValue(value);
}

/** Each side of a link shows the other end only: `outwardIssue` stands at the link's source. */
function linkOf(link: unknown): readonly TicketLink[] {
  if (!isMap(link) || !isMap(link["type"])) return [];
  const way = isMap(link["outwardIssue"]) ? "out" : "in";
  const other = link[way === "out" ? "outwardIssue" : "inwardIssue"];
  const to = isMap(other) ? firstValue(other["key"]) : undefined;
  const label = firstValue(link["type"][way === "out" ? "outward" : "inward"]);
  const type = firstValue(link["type"]["name"]) ?? label;
  return to === undefined || type === undefined ? [] : [{ type: oneLine(type), way, ...(label === undefined ? {} : { label }), to }];
}
