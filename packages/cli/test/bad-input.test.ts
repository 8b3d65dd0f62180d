import { symlink, truncate } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { places, workplace, type Workplace } from "./merlon.ts";

const header = "merlon: 1\nid: shop\n";
const model = `${header}elements:\n  web: {kind: process}\n`;

interface Case {
  readonly name: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly prepare?: (place: Workplace) => Promise<void>;
  readonly args?: readonly string[];
  /** `code file:line:column`; the only problem that may be told. */
  readonly error: string;
}

const cases: readonly Case[] = [
  { name: "a value of the wrong type", files: { "model.yaml": `${header}elements:\n  web: {kind: process, title: [a]}\n` }, error: "C1021 model.yaml:4:31" },
  { name: "an unknown key", files: { "model.yaml": `${header}elements:\n  web: {kind: process, tecnology: [nodejs]}\n` }, error: "C1020 model.yaml:4:24" },
  { name: "a reference to nothing", files: { "model.yaml": `${model}flows:\n  visit: {from: shopper, to: web}\n` }, error: "C1040 model.yaml:6:17" },
  { name: "an id that is used twice", files: { "model.yaml": model, "model/more.yaml": "elements:\n  web: {kind: store}\n" }, error: "C1030 model/more.yaml:2:3" },
  { name: "a key that is written twice", files: { "model.yaml": `${model}  web: {kind: store}\n` }, error: "C1006 model.yaml:5:3" },
  { name: "an alias bomb", files: { "model.yaml": bomb() }, error: "C1005 model.yaml:8:41" },
  { name: "a file of 50 MB", files: { "model.yaml": model }, prepare: ({ folder }) => truncate(join(folder, "model.yaml"), 50_000_000), error: "A4004 model.yaml:1:1" },
  { name: "a binary file", files: { "model.yaml": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]) }, error: "A4011 model.yaml:1:1" },
  { name: "a text with a zero byte", files: { "model.yaml": `${model}# \u0000\n` }, error: "C1002 model.yaml:5:3" },
  { name: "deep nesting", files: { "model.yaml": `${header}x-deep: ${"[".repeat(5000)}${"]".repeat(5000)}\n` }, error: "C1004 model.yaml:3:109" },
  { name: "an unclosed bracket in JSON", files: { "model.json": '{"merlon": 1, "id": "shop"' }, error: "C1003 model.json:1:27" },
  { name: "an empty file", files: { "model.yaml": "" }, error: "C1013 model.yaml:1:1" },
  { name: "a folder without a model", files: { "README.md": "# Shop\n" }, error: "A4002 ::" },
  { name: "a path that does not exist", args: ["nowhere"], error: "A4001 ::" },
  { name: "an unreadable file", files: { "model.yaml": model, "model/a.yaml": "" }, prepare: ({ folder }) => symlink("loop.yaml", join(folder, "model/loop.yaml")), error: "A4003 model/loop.yaml:1:1" },
  { name: "a link that leads out", files: { "model.yaml": model, "model/a.yaml": "" }, prepare: ({ folder }) => symlink("/etc/hosts", join(folder, "model/out.yaml")), error: "A4014 model/out.yaml:1:1" },
  { name: "an unknown rule pack", files: { "model.yaml": `${header}packs: [core, cor]\n` }, error: "A4005 model.yaml:3:15" },
  { name: "a rule pack that is not there", files: { "model.yaml": `${header}packs: [core, ./rules]\n` }, error: "A4005 model.yaml:3:15" },
  { name: "a newer schema version", files: { "model.yaml": "merlon: 7\nid: shop\n" }, error: "C1012 model.yaml:1:9" },
];

for (const { name, files = {}, prepare, args = [], error } of cases) {
  test(`${name} is told once with its place, exit code 2, and nothing is written`, async () => {
    const place = await workplace(files);
    await prepare?.(place);
    const before = await place.files();
    const { code, envelope } = await place.json("analyze", ...args);
    const people = await place.merlon("analyze", ...args);
    expect({ code, places: places(envelope.diagnostics), result: envelope.result, files: await place.files() }).toEqual({ code: 2, places: [error], result: null, files: before });
    expect({ code: people.code, out: people.out, errors: people.err.match(/error [A-Z]\d{4}/g) }).toEqual({ code: 2, out: "", errors: [`error ${error.slice(0, 5)}`] });
  });
}

test("work that takes too long is stopped with A4012", async () => {
  const place = await workplace({ "model.yaml": model });
  expect((await place.merlon("analyze", "--time", "0.00001")).err).toContain("error A4012");
});

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, index) => `x-${index + 1}: &x${index + 1} [${Array.from({ length: 9 }, () => `*x${index}`).join(", ")}]`);
  return `${header}x-0: &x0 [boom]\n${levels.join("\n")}\n`;
}
