// What `merlon watch` prints of each thing that happens: text for people, or the envelope of `analyze` or `diff` on one line.
import type { WatchEvent } from "@merlon/app";
import { watchBrokenText, watchChangeText, watchStartText, type SummaryOptions } from "@merlon/reports";
import type { Envelope } from "@merlon/schema";

export function watchedText(event: WatchEvent, options: SummaryOptions): string {
  switch (event.kind) {
    case "start": return watchStartText(event.now.analysis, event.now.diagnostics, options);
    case "broken": return watchBrokenText(event.files, event.diagnostics, options);
    case "change": return watchChangeText({ ...event, analysis: event.now.analysis }, options);
  }
}

export function watchedLine(event: WatchEvent): string {
  return `${JSON.stringify(envelopeOf(event))}\n`;
}

function envelopeOf(event: WatchEvent): Envelope<unknown> {
  switch (event.kind) {
    case "start": return { schema: "merlon/analyze/1", ok: true, diagnostics: event.now.diagnostics, result: event.now.analysis };
    case "broken": return { schema: "merlon/watch/1", ok: false, diagnostics: event.diagnostics, result: null };
    case "change": return { schema: "merlon/diff/1", ok: true, diagnostics: event.now.diagnostics, result: event.impact };
  }
}
