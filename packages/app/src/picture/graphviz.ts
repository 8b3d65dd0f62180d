// Graphviz as WASM, loaded when the first picture is drawn. Lays out only: no file, font or network is involved.
import type { LayoutEngine } from "@merlon/reports";

let loading: Promise<LayoutEngine> | undefined;

export function loadGraphviz(): Promise<LayoutEngine> {
  loading ??= load();
  return loading;
}

async function load(): Promise<LayoutEngine> {
  const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
  const graphviz = await Graphviz.load();
  return (dot) => graphviz.layout(dot, "json", "dot");
}
