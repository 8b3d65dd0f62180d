import { expect, test } from "vitest";
import { commandOn } from "./context.ts";
import { wantsColor } from "./io.ts";

test("colours: --no-color, then NO_COLOR, then FORCE_COLOR, then whether a terminal looks on", () => {
  const cases = [
    [{}, true, true], [{}, false, true], [{ TERM: "dumb" }, true, true], [{ NO_COLOR: "1" }, true, true], [{ NO_COLOR: "" }, true, true],
    [{ FORCE_COLOR: "1" }, false, true], [{ FORCE_COLOR: "0" }, true, true], [{ FORCE_COLOR: "1", NO_COLOR: "1" }, true, true], [{ FORCE_COLOR: "1" }, true, false],
  ] as const;
  expect(cases.map(([env, terminal, asked]) => wantsColor({ env }, terminal, asked))).toEqual([true, false, false, false, true, true, false, false, false]);
});

test("commands are named as they can be typed here", () => {
  expect([commandOn({})("a model's")("stride"), commandOn({ npm_command: "exec" })("examples/webshop")("ask"), commandOn({})(".")("ask")]).toEqual([
    "merlon stride 'a model'\\''s'", "npx merlon ask examples/webshop", "merlon ask",
  ]);
});
