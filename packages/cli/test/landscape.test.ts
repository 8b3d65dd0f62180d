// The landscape command: the web shop's payment service as people see it, every form, and what people get wrong.
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { workplace } from "./merlon.ts";
import { shop } from "./shop.ts";

const webshop = fileURLToPath(new URL("../../../examples/webshop", import.meta.url));

test("[LND-1] the landscape of the payment service, from its flows to the business", async () => {
  const { merlon } = await workplace();
  const { code, out } = await merlon("landscape", "payment", webshop, "--at", "2026-11-20");
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot(fileURLToPath(new URL("./golden/webshop-landscape.txt", import.meta.url)));
});

test("each form is given, by --format or by the name of the file, several at once", async () => {
  const { merlon, files, read } = await workplace(shop);
  const names = ["a.dot", "a.graphml", "a.json", "a.md", "a.mmd", "a.png", "a.puml", "a.svg", "a.txt"];
  const { code, err } = await merlon("landscape", "web", "shop", ...names.flatMap((name) => ["-o", name]));
  expect([code, err]).toEqual([0, names.map((name) => `Written: ${name}\n`).join("")]);
  expect((await files()).filter((name) => name.startsWith("a."))).toEqual(names);
  const starts = await Promise.all(["a.dot", "a.md", "a.mmd", "a.puml", "a.svg"].map(async (name) => (await read(name)).slice(0, 9)));
  expect(starts).toEqual(["digraph l", "## Shop\n\n", "---\ntitle", "@startuml", "<svg xmln"]);
  expect((await merlon("landscape", "-", "shop", "--kinds")).out).toMatch(/^Shop {2}\d+ things, \d+ relations\n/);
});

test("[LND-2] [LND-3] walks and filters of one's own, and a slip in any of them is told with what was probably meant", async () => {
  const { merlon } = await workplace(shop);
  const { out } = await merlon("landscape", "web", "shop", "--walk", "arrives-at< threatens<", "--depth", "2", "--type", "threats", "--format", "json");
  const found = JSON.parse(out) as { readonly traversal: unknown; readonly objects: readonly { readonly type: string }[] };
  expect([found.traversal, [...new Set(found.objects.map(({ type }) => type))]]).toEqual([{ name: "own", steps: ["arrives-at<", "threatens<"], depth: 2 }, ["element", "threat"]]);
  const slips = [["wbe", "shop"], ["web", "shop", "--walk", "sideways"], ["web", "shop", "--walk", "threatns<"], ["web", "shop", "--type", "thraet"], ["web", "shop", "--depth", "far"], ["web", "shop", "-o", "a.pdf"]];
  const errors = await Promise.all(slips.map(async (words) => {
    const { code, err } = await merlon("landscape", ...words);
    return [code, ...err.split("\n").slice(0, 2)];
  }));
  expect(errors).toEqual([
    [2, "error A4009 There is no thing of the model `wbe`.", "  hint: Did you mean `web`?"],
    [2, "error A4009 There is no traversal `sideways`.", "  hint: There are: landscape, up, down, near; or say relations with a direction, as in \"threatens< feeds>\"."],
    [2, "error A4009 There is no relation `threatns<`.", "  hint: Did you mean `threatens<`?"],
    [2, "error A4009 There is no type of thing `thraet`.", "  hint: Did you mean `threat`?"],
    [2, "error A4015 --depth takes a number from 0 to 99.", expect.anything()],
    [2, "error A4015 It is not clear in which form a.pdf should be.", expect.anything()],
  ]);
});
