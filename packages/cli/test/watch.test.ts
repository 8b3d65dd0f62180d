// The command that watches, in a process of its own: what it prints at a save, and how Ctrl-C ends it.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Analysis, Envelope, Impact } from "@merlon/schema";
import { expect, onTestFinished, test } from "vitest";
import { workplace } from "./merlon.ts";
import { shop, threat } from "./shop.ts";

const fromSource = ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href, join(import.meta.dirname, "../src/main.ts")];

function started(cwd: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [...fromSource, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => { child.kill("SIGKILL"); });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    interrupt: () => child.kill("SIGINT"),
    ended: new Promise((resolve) => { child.once("exit", (code, signal) => resolve(code ?? signal)); }),
    line: async () => (await lines.next()).value as string,
  };
}

test("[WCH-5] with --json each thing that happens is an envelope on a line, and Ctrl-C ends it well", async () => {
  const { folder, write } = await workplace(shop);
  const { interrupt, ended, line } = started(folder, "watch", "shop", "--json");
  const next = async <T>() => JSON.parse(await line()) as Envelope<T>;
  const first = await next<Analysis>();
  await write({ "shop/model.yaml": shop["shop/model.yaml"].replace("protocol: http,", "protocol: https,") });
  const second = await next<Impact>();
  await write({ "shop/model.yaml": `${shop["shop/model.yaml"]}colour: blue\n` });
  const third = await next<Impact>();
  interrupt();
  const heads = ({ schema, ok, diagnostics }: Envelope<unknown>) => [schema, ok, diagnostics.map(({ code }) => code)];
  expect([heads(first), heads(second), heads(third)]).toEqual([["merlon/analyze/1", true, []], ["merlon/diff/1", true, []], ["merlon/watch/1", false, ["C1020"]]]);
  expect([first.result?.threats[0]?.id, second.result?.threats.map(({ change, id }) => [change, id]), third.result, await ended]).toEqual([threat, [["resolved", threat]], null, 0]);
});

test("[WCH-5] a place without a model ends it with 2", async () => {
  const { merlon } = await workplace(shop);
  expect(await merlon("watch", "nowhere")).toMatchObject({ code: 2, out: "", err: expect.stringContaining("A4001") });
});
