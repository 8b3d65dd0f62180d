import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diagramSvg } from "@merlon/reports";
import type { DiagramGraph } from "@merlon/reports";
import { loadGraphviz } from "./graphviz.ts";
import { renderPng } from "./render-png.ts";
import { folderResources, packageResources } from "./resources.ts";

const graph: DiagramGraph = {
  view: "dfd", model: { id: "m", title: "Tiny" }, heading: "Data flow diagram", notes: [],
  elements: [
    { id: "a", title: "Shopper", shape: "external", tags: [], sensitivity: "low", personal: "none", outOfScope: false, dimmed: false },
    { id: "b", title: "Orders", shape: "store", boundary: "net", tags: [], sensitivity: "high", personal: "personal", outOfScope: false, dimmed: false },
  ],
  boundaries: [{ id: "net", title: "Network", type: "network", trust: "internal", trustRank: 0.75, tags: [] }],
  flows: [{
    id: "f", title: "Order", plainTitle: false, from: "a", to: "b", protocol: "https", data: [], response: [], via: [],
    crosses: [{ id: "net", title: "Network", forbidden: false }], encrypted: "yes", sensitivity: "high", personal: "none", outOfScope: false, dimmed: false, count: 1,
  }],
};

function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  expect([...png.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function rectangle(width: number, inner: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10" viewBox="0 0 ${width} 10">${inner}</svg>`;
}

test("Graphviz lays a diagram out and gives the same each time", async () => {
  const svg = diagramSvg(graph, await loadGraphviz());
  expect(svg).toContain("Shopper");
  expect(diagramSvg(graph, await loadGraphviz())).toBe(svg);
});

test("a PNG of one picture has the same bytes each time", async () => {
  const svg = diagramSvg(graph, await loadGraphviz());
  const digests = await Promise.all([renderPng(svg), renderPng(svg)].map(async (png) => createHash("sha256").update(await png).digest("hex")));
  expect(digests[0]).toBe(digests[1]);
});

test("a PNG is 2000 pixels wide, at most twice the picture, at least the picture itself up to 5000", async () => {
  const widths = await Promise.all([rectangle(300, ""), rectangle(1400, ""), rectangle(3000, ""), rectangle(9000, "")].map(async (svg) => sizeOf(await renderPng(svg)).width));
  expect(widths).toEqual([600, 2000, 3000, 5000]);
  expect(sizeOf(await renderPng(rectangle(1400, ""), { width: 700 }))).toEqual({ width: 700, height: 5 });
});

test("text is drawn with the bundled fonts", async () => {
  const blank = await renderPng(rectangle(100, ""));
  const texts = await Promise.all(["normal", "bold"].map((weight) => renderPng(rectangle(100, `<text y="9" font-size="9" font-family="DejaVu Sans" font-weight="${weight}">Ж</text>`))));
  expect(new Set([blank, ...texts].map((png) => Buffer.from(png).toString("base64"))).size).toBe(3);
});

test("resources come from the packages or from a folder of files under their own names", async () => {
  const folder = await mkdtemp(join(tmpdir(), "merlon-"));
  try {
    const font = await packageResources.bytes("DejaVuSans.ttf");
    const wasm = await packageResources.bytes("resvg.wasm");
    await writeFile(join(folder, "DejaVuSans.ttf"), font);
    await writeFile(join(folder, "index_bg.wasm"), wasm);
    const copies = folderResources(folder);
    expect(Buffer.from(await copies.bytes("DejaVuSans.ttf")).equals(font)).toBe(true);
    expect(Buffer.from(await copies.bytes("resvg.wasm")).equals(wasm)).toBe(true);
    await expect(copies.bytes("DejaVuSans-Bold.ttf")).rejects.toThrow(/ENOENT/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
