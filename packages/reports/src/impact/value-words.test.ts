import { expect, test } from "vitest";
import { changeWords } from "./value-words.ts";

test("two values in as few words as tell the difference", () => {
  const cases: readonly (readonly [string | undefined, string | undefined])[] = [
    ["yes", "no"], [undefined, "tls"], ["tls", undefined], ['["order"]', '["card","order"]'], ['["order"]', '["card"]'], ['["order"]', "[]"], ['["a","b"]', '["b","a"]'], [undefined, '["order"]'],
    ['{"lifetime":"permanent","rotation":"manual"}', '{"lifetime":"long","rotation":"manual"}'], ['{"opens":[{"at":"db"}],"secret":true}', '{"opens":[]}'], ["[broken", "{broken"], ["", "x".repeat(200)],
  ];
  expect(cases.map(([before, after]) => changeWords("key", before, after))).toEqual([
    "key: yes → no", "key: tls, not stated before", "key: tls → not stated any more", "key: with card", "key: with card and without order", "key: without order", "key: a, b → b, a", "key: order, not stated before",
    "key.lifetime: permanent → long", 'key.opens: [{"at":"db"}] → none; key.secret: yes → not stated any more', "key: [broken → {broken", `key: nothing → ${"x".repeat(160)}…`,
  ]);
});
