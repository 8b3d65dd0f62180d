import { expect, test } from "vitest";
import { detectFormat, formats, type Format } from "./index.ts";

function detected(text: string): string {
  const { format, diagnostics } = detectFormat("file", text);
  return format?.id ?? diagnostics.map(({ code, where, message }) => `${code} ${where?.line}:${where?.column} ${message}`).join(" ");
}

test("a format is told by what the file holds", () => {
  const v2 = `{"version": "2.0", "summary": {"title": "T"}, "detail": {"diagrams": [{"cells": []}]}}`;
  expect([v2, `{"templateMetadata": {"name": "t"}, "model": ${v2}}`, "otmVersion: 0.2.0", `{"otmVersion": "0.2.0"}`, `\uFEFF${v2}`].map(detected)).toEqual(["threat-dragon", "threat-dragon", "otm", "otm", "threat-dragon"]);
});

test("what cannot be read is named", () => {
  const others = [
    `{"summary": {"title": "T"}, "detail": {"diagrams": [{"diagramJson": {}}]}}`, `{"version": "1.6.1", "summary": {}, "detail": {}}`, `{"bomFormat": "CycloneDX"}`,
    `{"scope": {}, "trust_zones": []}`, "<mxfile>", `{"$schema": "http://json-schema.org/draft-07/schema#"}`, "threagile_version: 1.0.0", "merlon: 1", "just words", "",
  ];
  expect(others.map((text) => /This is (.*?)(?:;|\.$|, )/.exec(detected(text))?.[1])).toEqual([
    "a Threat Dragon version 1 model", "a Threat Dragon version 1 model", "a CycloneDX bill of materials", "an OWASP Threat Model Library file (TM-BOM)",
    "an XML file", "a JSON Schema", "a Threagile model", "a Merlon model already", "no format that can be imported", "no format that can be imported",
  ]);
});

test("broken text is told with its place", () => {
  expect(detected(`{"version": "2.0",\n "summary": {"title" "T"}}`)).toBe("C1003 2:22 This cannot be read as JSON: a colon is expected after the key.");
  expect(detected("otmVersion: 0.2.0\nproject: [")).toMatch(/^C1003 \d+:\d+ This cannot be read as YAML/);
});

test("every format is asked, and the first that can read a file has it", () => {
  const sunny = { id: "sunny", title: "Sunny", extensions: [], read: () => { throw new Error("not read here"); }, recognises: ({ text }) => (text.startsWith("<sunny>") ? true : text === "sunny: old" && { what: "an old Sunny file", advice: "Save it anew." }) } satisfies Format;
  const found = ["<sunny>", "sunny: old", "otmVersion: 0.2.0"].map((text) => detectFormat("file", text, [...formats, sunny]));
  expect(found.map(({ format, diagnostics }) => format?.id ?? diagnostics.map(({ message, hint }) => [message, hint]))).toEqual([
    "sunny", [["This is an old Sunny file; that cannot be imported.", "Save it anew."]], "otm",
  ]);
});
