// A bell that somebody waits for. It keeps one ring for whatever happened while nobody waited.

export type Rung = "event" | "time" | "end";

export interface Bell {
  readonly ring: () => void;
  /** "time" after so many milliseconds without a ring, "end" when the signal says so. */
  readonly wait: (atMost?: number) => Promise<Rung>;
}

export function openBell(signal: AbortSignal | undefined): Bell {
  let isRung = false;
  let wake: () => void = () => undefined;
  signal?.addEventListener("abort", () => wake(), { once: true });
  return {
    ring() {
      isRung = true;
      wake();
    },
    async wait(atMost) {
      let timer: NodeJS.Timeout | undefined;
      if (!isRung && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (atMost !== undefined) timer = setTimeout(resolve, atMost);
        });
        clearTimeout(timer);
      }
      if (signal?.aborted) return "end";
      const was = isRung ? "event" : "time";
      isRung = false;
      return was;
    },
  };
}
