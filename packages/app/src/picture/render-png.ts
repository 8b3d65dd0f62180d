// SVG to PNG with the bundled fonts only: the same bytes on every machine.
import type * as Resvg from "@resvg/resvg-wasm";
import type { TimeLimit } from "../time-limit.ts";
import { packageResources } from "./resources.ts";
import type { Resources } from "./resources.ts";

export interface PngOptions {
  /** Pixels. Default 2000, or the picture's own width where that is larger (up to 5000). */
  readonly width?: number;
  readonly resources?: Resources;
  /** Runs what computes for long. */
  readonly timeLimit?: TimeLimit;
}

const usualWidth = 2000;
const mostWidth = 5000;
/** Small pictures are not blown up further than this. */
const mostZoom = 2;

export async function renderPng(svg: string, options: PngOptions = {}): Promise<Uint8Array> {
  const { resources = packageResources, timeLimit = (work) => work() } = options;
  const resvg = await loadResvg(resources);
  const fontBuffers = await Promise.all([resources.bytes("DejaVuSans.ttf"), resources.bytes("DejaVuSans-Bold.ttf")]);
  const picture = new resvg.Resvg(svg, {
    fitTo: { mode: "width", value: pixelWidth(svg, options.width) },
    // resvg-wasm never sees system fonts, but says so only in the other form of this option.
    font: { fontBuffers, defaultFontFamily: "DejaVu Sans", sansSerifFamily: "DejaVu Sans" },
  });
  try {
    return timeLimit(() => picture.render().asPng());
  } finally {
    picture.free();
  }
}

function pixelWidth(svg: string, wanted: number | undefined): number {
  const own = Number(/<svg[^>]*? width="(\d+)"/.exec(svg)?.[1] ?? usualWidth);
  const width = wanted ?? Math.min(Math.max(usualWidth, own), mostWidth);
  return Math.max(1, Math.round(Math.min(width, own * mostZoom)));
}

type ResvgModule = typeof Resvg;

let loading: Promise<ResvgModule> | undefined;

/** The WASM module can be initialised once per process only. */
function loadResvg(resources: Resources): Promise<ResvgModule> {
  loading ??= initialise(resources);
  return loading;
}

async function initialise(resources: Resources): Promise<ResvgModule> {
  const resvg = await import("@resvg/resvg-wasm");
  await resvg.initWasm(await resources.bytes("resvg.wasm"));
  return resvg;
}
