// Says what is being done, on one line of the terminal that is wiped at the end, and only when it takes long.
import type { Io } from "../io.ts";

export interface Progress {
  readonly step: (text: string) => void;
  readonly end: () => void;
}

const quietFor = 1000;

export function openProgress(io: Io, quiet: boolean): Progress {
  const start = performance.now();
  let shown = false;
  if (quiet || !io.errIsTerminal) return { step: () => undefined, end: () => undefined };
  return {
    step(text) {
      if (performance.now() - start < quietFor) return;
      shown = true;
      io.err(`\r\u001b[2K${text.slice(0, (io.columns ?? 80) - 4)} …`);
    },
    end() {
      if (shown) io.err("\r\u001b[2K");
      shown = false;
    },
  };
}
