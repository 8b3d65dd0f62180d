// Every code of this package, declared once: name, severity, message, how to fix it, and an example that a test runs. Problems of the text itself (syntax, size, depth) have core's codes.
import type { DiagnosticSeverity } from "@merlon/schema";

export interface FormatCode {
  readonly name: string;
  readonly severity: DiagnosticSeverity;
  /** One sentence; `{name}` is filled from the diagnostic's data. */
  readonly message: string;
  readonly fix: string;
  /** Files by path; the first is the one to import. */
  readonly example: Readonly<Record<string, string>>;
}

function dragon(cells: string): Readonly<Record<string, string>> {
  return { "model.json": `{"version": "2.3.0", "summary": {"title": "Shop"}, "detail": {"diagrams": [{"id": 0, "title": "Main", "cells": [${cells}]}]}}` };
}

function otm(parts: string): Readonly<Record<string, string>> {
  return { "model.yaml": `otmVersion: 0.2.0\nproject: {id: shop, name: Shop}\n${parts}` };
}

export const codes = {
  F2001: {
    name: "unknown-format", severity: "error",
    message: "This is no format that can be imported.",
    fix: "Give a file of a format that `merlon help import` lists.",
    example: { "notes.json": `{"hello": "world"}` },
  },
  F2002: {
    name: "other-format", severity: "error",
    message: "This is {what}; that cannot be imported.",
    fix: "{advice}",
    example: { "bom.json": `{"bomFormat": "CycloneDX", "specVersion": "1.6"}` },
  },
  F2003: {
    name: "missing-part", severity: "error",
    message: "The file has no usable `{part}`, so there is nothing to import.",
    fix: "Open the file in the tool that wrote it and save it again.",
    example: { "model.json": `{"version": "2.1.3", "summary": {"title": "Shop"}, "details": {"diagrams": []}}` },
  },
  F2004: {
    name: "wrong-type", severity: "warning",
    message: "`{key}` should be {expected}, not {found}; it is left out.",
    fix: "Correct the value in the tool that wrote the file, then import again.",
    example: dragon(`{"id": "a1", "shape": "actor", "data": {"name": ["Shopper"]}}`),
  },
  F2005: {
    name: "dangling-reference", severity: "warning",
    message: "{what} refers to `{target}`, which does not exist in the file.",
    fix: "Correct the reference in the tool that wrote the file, then import again.",
    example: otm("components: [{id: web, name: Web, type: web-service, parent: {trustZone: nowhere}}]\n"),
  },
  F2006: {
    name: "duplicate-foreign-id", severity: "warning",
    message: "The id `{id}` is used more than once for {what}.",
    fix: "Give each its own id in the tool that wrote the file, then import again.",
    example: dragon(`{"id": "a1", "shape": "actor", "data": {"name": "A"}}, {"id": "a1", "shape": "actor", "data": {"name": "B"}}`),
  },
  F2007: {
    name: "newer-version", severity: "warning",
    message: "The file says version {version}; this reader knows up to {known}.",
    fix: "Read the loss report: what the reader does not know is listed there.",
    example: { "model.yaml": "otmVersion: 1.0.0\nproject: {id: shop, name: Shop}\n" },
  },
  F2008: {
    name: "containment-cycle", severity: "warning",
    message: "{what} contains itself, through {through}; it is taken as the outermost.",
    fix: "Correct the parents in the tool that wrote the file, then import again.",
    example: otm("trustZones:\n  - {id: a, name: A, risk: {trustRating: 10}, parent: {trustZone: b}}\n  - {id: b, name: B, risk: {trustRating: 90}, parent: {trustZone: a}}\n"),
  },
  F2009: {
    name: "unknown-shape", severity: "warning",
    message: "Nothing is known about the shape `{shape}`; it is left out.",
    fix: "Draw it with one of Threat Dragon's own shapes, then import again.",
    example: dragon(`{"id": "a1", "shape": "cloud", "data": {"name": "A"}}`),
  },
  F2010: {
    name: "nothing-drawn", severity: "info",
    message: "The file has no elements.",
    fix: "Nothing needs to be done if the model is new.",
    example: otm("components: []\n"),
  },
  F2011: {
    name: "too-many-objects", severity: "error",
    message: "The file has {count} {what}; at most {limit} are read.",
    fix: "Split the model, and import the parts one by one.",
    example: otm(`components: [${[1, 2, 3, 4, 5, 6].map((number) => `{id: c${number}, name: C${number}}`).join(", ")}]\n`),
  },
  F2050: {
    name: "stix-no-attack", severity: "error",
    message: "This is no STIX bundle of ATT&CK: {why}.",
    fix: "Give the bundle of one domain, as MITRE publishes it for each release (enterprise-attack.json, mobile-attack.json, ics-attack.json).",
    example: { "bundle.json": `{"type": "bundle", "objects": [{"type": "identity", "name": "Nobody"}]}` },
  },
  F2051: {
    name: "stix-no-version", severity: "error",
    message: "The bundle does not say which release of ATT&CK it is.",
    fix: "Say it with --attack-version, such as 19.1.",
    example: { "bundle.json": `{"type": "bundle", "objects": [{"type": "attack-pattern", "id": "attack-pattern--1", "name": "Sniffing", "x_mitre_domains": ["enterprise-attack"], "external_references": [{"source_name": "mitre-attack", "external_id": "T1040"}]}]}` },
  },
  F2052: {
    name: "stix-other-tactic", severity: "warning",
    message: "{count} techniques name tactics that the bundle does not hold: {words}.",
    fix: "Use a complete bundle; the tactics are kept as they are named.",
    example: { "bundle.json": `{"type": "bundle", "objects": [{"type": "x-mitre-collection", "x_mitre_version": "19.1"}, {"type": "attack-pattern", "id": "attack-pattern--1", "name": "Sniffing", "x_mitre_domains": ["enterprise-attack"], "kill_chain_phases": [{"kill_chain_name": "mitre-attack", "phase_name": "discovery"}], "external_references": [{"source_name": "mitre-attack", "external_id": "T1040"}]}]}` },
  },
  F2060: {
    name: "xml-malformed", severity: "error",
    message: "This is no well-formed XML: {why}.",
    fix: "Open the file in the tool that wrote it and save it again.",
    example: { "model.tm7": "<ThreatModel><DrawingSurfaceList></ThreatModel>" },
  },
  F2061: {
    name: "xml-document-type", severity: "error",
    message: "The file declares a document type, which can make a reader fetch or build far more than the file holds; it is not read.",
    fix: "The tools whose files are read never write one. If the file comes from somebody you trust, delete everything from <!DOCTYPE to its end.",
    example: { "model.tm7": "<!DOCTYPE ThreatModel [<!ENTITY a \"a\">]><ThreatModel>&a;</ThreatModel>" },
  },
  F2062: {
    name: "xml-too-much", severity: "error",
    message: "The file has more than {limit} {what}.",
    fix: "Split the model, and import the parts one by one.",
    example: { "model.tm7": `<ThreatModel>${"<a>".repeat(101)}` },
  },
  F2063: {
    name: "template-expression", severity: "warning",
    message: "The {part} of the threat type `{id}` cannot be understood: {why}; the threat type is left out.",
    fix: "Correct the expression in the template, then import again.",
    example: { "model.tm7": `<ThreatModel><DrawingSurfaceList/><KnowledgeBase><Manifest><Name>Own</Name></Manifest><ThreatTypes><ThreatType><GenerationFilters><Include>source is</Include></GenerationFilters><Id>T1</Id></ThreatType></ThreatTypes></KnowledgeBase></ThreatModel>` },
  },
  F2070: {
    name: "unread-line", severity: "warning",
    message: "This line is left out, since {why}: {text}.",
    fix: "Write it as `name [label = ...]` or `from -> to [label = ...]`, as the other lines are.",
    example: { "model.txt": `@startuml\ndigraph dfd2{\n web [label = "{Service: web | --internal--\\n}"];\n web is fine\n}\n@enduml\n` },
  },
  F2080: {
    name: "jira-web-page", severity: "error",
    message: "This is a web page, not an export of Jira.",
    fix: "A proxy or a sign-in page has probably answered instead of Jira: export again while you are signed in.",
    example: { "export.json": "<!DOCTYPE html><html><title>Sign in</title></html>" },
  },
  F2081: {
    name: "jira-no-issues", severity: "error",
    message: "There are no issues of Jira in it: {why}.",
    fix: "Give pages of a search (`issues`), a list of issues, or a CSV export with all fields.",
    example: { "export.json": `{"total": 0}` },
  },
  F2082: {
    name: "jira-unknown-type", severity: "warning",
    message: "Nothing is known about the type `{type}`: {count} left out, the first is {key}.",
    fix: "Say in jira.map.yaml under `types` what it is: `{type}: ticket`, or vulnerability, risk, incident, element, person or left-out.",
    example: { "export.json": `[{"key": "SEC-1", "fields": {"summary": "Look at it", "status": {"name": "Open"}, "issuetype": {"name": "Look"}}}]` },
  },
  F2083: {
    name: "jira-unknown-field", severity: "warning",
    message: "The map names the field `{field}`, which no issue of the export has.",
    fix: "Correct it in jira.map.yaml under `fields`, or export with this field; JSON names fields by id unless it holds `names`.",
    example: { "export.json": `[{"key": "SEC-1", "fields": {"summary": "Look at it", "status": {"name": "Open"}, "issuetype": {"name": "Task"}}}]`, "jira.map.yaml": "jira-map: 1\nfields: {place: [Asset]}\n" },
  },
  F2084: {
    name: "jira-broken-issue", severity: "warning",
    message: "{what} is left out, since {why}.",
    fix: "Export again with the fields summary, status, issuetype and issuelinks.",
    example: { "export.json": `[{"key": "SEC-1", "fields": {"summary": "Look at it"}}]` },
  },
  F2085: {
    name: "ticket-line", severity: "error",
    message: "This line is no ticket: {why}.",
    fix: "The file is written by `merlon jira import`: take it back from your version control, or delete it and import again.",
    example: { "tickets.jsonl": "SEC-1\n" },
  },
} as const satisfies Readonly<Record<string, FormatCode>>;

export type CodeId = keyof typeof codes;
