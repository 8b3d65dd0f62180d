import { expect, test } from "vitest";
import { shortId } from "./short-id.ts";

test("a UUID gives its first digits, a short plain id itself, anything else a digest", () => {
  expect(["3E75B596-9c70-41b6-a2cf-a15899c254d3", "actor0", "b61d6911.aws_vpc-customvpc.aws_subnet", "web/1"].map(shortId)).toEqual(["3e75b596", "actor0", "e40c0344", "02bd10b1"]);
});
