import { execFileSync } from "node:child_process";
import { appCodes } from "@merlon/app";
import { expect, test } from "vitest";
import { failureOf } from "../src/failure.ts";
import { workplace } from "./merlon.ts";

for (const [code, { name, example }] of Object.entries(appCodes)) {
  const lines: readonly string[] = example;
  if (lines.length === 0) continue;
  test(`the example of ${code} ${name} shows it`, async () => {
    const place = await workplace();
    for (const line of lines.slice(0, -1)) execFileSync("sh", ["-c", line], { cwd: place.folder });
    const [program, ...words] = (lines.at(-1) ?? "").split(" ");
    const { code: exit, envelope } = await place.json<null>(...words);
    // These only count the problems that have codes of their own.
    const shown = code === "A4006" ? "C1020" : code === "A4010" ? "F2001" : code === "A4018" ? "E3022" : code;
    expect([program, exit, envelope.ok, envelope.diagnostics.map((d) => d.code)]).toEqual(["merlon", code === "A4013" ? 1 : 2, false, [shown]]);
  });
}

test("A4099 our-fault: whatever is thrown becomes one error, exit code 3, the stack kept for MERLON_DEBUG", () => {
  const { exitCode, diagnostics, stack } = failureOf(new TypeError("x is not a function"));
  expect([exitCode, diagnostics.map(({ code, message }) => [code, message]), stack !== undefined]).toEqual([3, [["A4099", "Merlon made a mistake: x is not a function"]], true]);
});
