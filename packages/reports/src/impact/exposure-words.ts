// What became reachable, who gets data and what crosses, in a sentence; and the same the other way round.
import type { ExposureChange } from "@merlon/schema";

const reaches: Readonly<Record<string, string>> = {
  none: "by nobody from outside", indirect: "from outside, through others", authenticated: "by outsiders who have signed in", anonymous: "by anybody",
};

export function exposureWords({ kind, better, target, about, before, after }: ExposureChange): string {
  const [here, what] = [target.title, about?.title ?? ""];
  switch (kind) {
    case "reach": return `${here} can be reached ${reachWords(after)}${before === undefined ? "" : `, before ${reachWords(before)}`}`;
    case "data-to-outside": return better ? `${here} does not get ${what} any more` : `${here}, outside, gets ${what}`;
    case "data-at-lower-trust": return better ? `${what} is not at ${here} any more, which is trusted less than the rest` : `${what} is at ${here}, which is trusted less than any place before`;
    case "forbidden-crossing": return better ? `${here} does not cross ${what} any more, whose policy forbids it` : `${here} crosses ${what} against its policy`;
    case "crossing": return better ? `${here} does not cross ${what} any more` : `${here} crosses ${what}`;
    case "control-gone": return better ? `${what} is in force at ${here}` : `${what} is not in force at ${here} any more`;
  }
}

/** Not fully known: both ends, as in `indirect to anonymous`. */
function reachWords(reach: string | undefined): string {
  return reach === undefined ? "nowhere" : reaches[reach] ?? `(${reach})`;
}
