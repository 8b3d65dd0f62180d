import { expect, test } from "vitest";
import { isSemanticVersion, isWorkVersion, olderVersion } from "./version.ts";

test("[PCK-5] three numbers, perhaps a tag and a build", () => {
  expect(["1.2.3", "0.0.0", "1.2.3-draft.1+7", "1.2", "01.2.3", "v1.2.3", "1.2.3-", "latest"].map(isSemanticVersion)).toEqual([true, true, true, false, false, false, false, false]);
  expect(["1.2.3", "1.2.3-draft", "1.2.3+x-y"].map(isWorkVersion)).toEqual([false, true, false]);
});

test("versions stand in the order that semantic versions have", () => {
  const order = ["1.0.0-1", "1.0.0-2", "1.0.0-11", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0"];
  const wrong = order.flatMap((a, at) => order.flatMap((b, other) => (olderVersion(a, b) === at < other ? [] : [`${a} ${b}`])));
  expect([wrong, olderVersion("1.0", "2.0.0")]).toEqual([[], false]);
});
