// Hints name the command as the person started it; programs get it by its own name.
import { plainStyle } from "@merlon/reports";
import { expect, test } from "vitest";
import { usageError, failureOf } from "../failure.ts";
import { printFailure } from "./print-outcome.ts";

function printed(env: Readonly<Record<string, string>>, json: boolean): string {
  let text = "";
  const write = (more: string | Uint8Array) => { text += String(more); };
  const io = { out: write, err: write, outIsTerminal: false, errIsTerminal: false, inIsTerminal: false, columns: undefined, env, cwd: "/" };
  printFailure(failureOf(usageError("Which?", "See `merlon rules list`.")), { io, name: "explain", json, page: { style: plainStyle, width: 80 } });
  return text;
}

test("hints start with the words that start Merlon here", () => {
  expect([printed({ npm_command: "exec" }, false), printed({}, false)].map((text) => text.split("\n")[1])).toEqual(["  hint: See `npx merlon rules list`.", "  hint: See `merlon rules list`."]);
  expect(printed({ npm_command: "exec" }, true)).toContain("See `merlon rules list`.");
});
