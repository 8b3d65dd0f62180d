import { expect, test } from "vitest";
import { reportEverything } from "../src/report-model.ts";
import { tooSlow } from "../src/time-limit.ts";
import { place } from "./place.ts";

const model = "merlon: 1\nid: shop\nelements:\n  web: {kind: process}\n";

test("a folder of models gets a folder for each", async () => {
  const { session } = await place({ "set/a.yaml": model, "set/b/model.yaml": model });
  const { files, missing } = await reportEverything("set", "out", session);
  const names = ["report.html", "diagram.svg", "diagram.png", "stride.md", "threats.json", "threats.sarif"];
  expect([files, missing]).toEqual([["a", "b"].flatMap((folder) => names.map((name) => `out/${folder}/${name}`)), []]);
});

test("a picture that takes too long is left out, with a sentence, and no older one stays", async () => {
  const { session, files } = await place({ "model.yaml": model, "out/diagram.svg": "old" });
  const { missing } = await reportEverything(undefined, "out", { ...session, pictureLimit: () => { throw tooSlow(1); } });
  expect([missing.length, Object.keys(await files())]).toEqual([1, ["model.yaml", "out/report.html", "out/stride.md", "out/threats.json", "out/threats.sarif"]]);
});
