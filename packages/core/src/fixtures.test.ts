// The fixtures of the standard, read with the characteristics that the standard is generated from.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Characteristic, Library, ScalePreset } from "@merlon/schema";
import { readModel } from "./model/read-model.ts";
import { testingLibrary } from "./testing-library.ts";
import { readYaml } from "./text/read-yaml.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const places: Readonly<Record<string, string>> = {
  system: "model/more.yaml", decisions: "decisions.yaml", views: "views.yaml", policy: "policy.yaml", lock: "merlon.lock", v0: "model.yaml", model: "model.yaml",
};
const library: Library = { ...testingLibrary, scales: [...read<ScalePreset>("scales")], characteristics: [...read<Characteristic>("characteristics"), ...testingLibrary.characteristics.filter(({ id }) => id.includes("."))] };

function read<T extends { readonly id: string }>(part: string): readonly T[] {
  const folder = `${root}/library/${part}`;
  return readdirSync(folder).flatMap((path) => {
    const { value } = readYaml({ path, text: readFileSync(`${folder}/${path}`, "utf8") });
    return Object.entries(value as Readonly<Record<string, object>>).map(([id, rest]) => ({ id, ...rest }) as T);
  });
}

function fixtures(kind: "valid" | "invalid"): readonly (readonly [string, string])[] {
  const folder = `${root}/spec/${kind}`;
  return readdirSync(folder).filter((name) => name.endsWith(".yaml") && !/^rules?[.-]/.test(name)).sort()
    .map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")] as const);
}

function diagnosticsOf(name: string, text: string) {
  const place = places[/^[a-z0-9]+/.exec(name)?.[0] ?? ""] ?? "model.yaml";
  const header = place === "model.yaml" ? [] : [{ path: "model.yaml", text: "merlon: 1\nid: shop\nthreats: {a-written-threat: {title: T}}\n" }];
  return readModel([...header, { path: place, text }], library).diagnostics;
}

describe("[CNF-1] fixtures of the standard", () => {
  test("there are some", () => {
    expect([existsSync(`${root}/spec/valid`), fixtures("invalid").length > 40, fixtures("valid").length > 8]).toEqual([true, true, true]);
  });
  test.each(fixtures("valid"))("%s has no error", (name, text) => {
    expect(diagnosticsOf(name, text).filter(({ severity }) => severity === "error")).toEqual([]);
  });
  test.each(fixtures("invalid"))("%s has the error that it says, and no other", (name, text) => {
    const expected = /^# expect: (C\d{4}) at ?(.*)$/m.exec(text);
    const errors = diagnosticsOf(name, text).filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, where }) => `${code} at ${where?.path ?? ""}`)).toEqual([`${expected?.[1]} at ${expected?.[2]}`]);
  });
});
