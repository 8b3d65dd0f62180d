// Where personal data goes: at whom it ends up, who outside receives it, and where it travels in the clear.
import type { Analysis } from "@merlon/schema";
import { ink, labelled, line, type Line, type Piece } from "../terminal/lines.ts";
import { listedUpTo } from "../wording/counted.ts";
import { dataJourney, type DataJourney } from "../wording/data-journey.ts";
import { commandOf, firstOf, heading, restOf, type SummaryOptions } from "./summary-options.ts";

const SHOWN = 4;

export function personalLines(analysis: Analysis, options: SummaryOptions): readonly Line[] {
  const personal = analysis.data.filter((d) => d.personal === "yes").map((d) => dataJourney(d, analysis)).sort(mostExposed);
  const unsure = analysis.data.filter((d) => d.personal === "unknown");
  if (personal.length + unsure.length === 0) return [];
  const shown = firstOf(SHOWN, personal, options);
  return [
    heading("Where personal data goes", personal.length > SHOWN || options.all ? "" : `one at a time: ${commandOf(options, "data <id>")}`),
    ...shown.flatMap((journey) => journeyLines(journey, options)), ...restOf(shown, personal, options),
    ...(personal.length === 0 ? [line("No data is known to be personal.", 2)] : []),
    ...(unsure.length > 0 ? [line(ink("yellow", `? Not known whether personal: ${listedUpTo(options.all ? unsure.length : 5, unsure.map((d) => d.title))}`), 1, 3)] : []),
  ];
}

function mostExposed(a: DataJourney, b: DataJourney): number {
  return b.unencrypted.length - a.unencrypted.length || b.recipients.length - a.recipients.length || (a.placement.data < b.placement.data ? -1 : 1);
}

function journeyLines({ placement, places, recipients, unencrypted, unstated }: DataJourney, options: SummaryOptions): readonly Line[] {
  const limit = options.all ? Infinity : 3;
  const special = placement.special === "yes" ? ink(["bold", "magenta"], "special category  ") : undefined;
  const travels: Piece[] = [
    recipients.length > 0 ? `received by ${listedUpTo(limit, recipients)}` : "leaves to nobody outside",
    unencrypted.length > 0 ? [" · ", ink(["bold", "red"], `unencrypted on ${listedUpTo(limit, unencrypted)}`)] : undefined,
    unstated.length > 0 ? [" · ", ink("yellow", `encryption not stated on ${listedUpTo(limit, unstated)}`)] : undefined,
  ];
  const at = places.map(({ trust, elements }, index): Piece => [
    index > 0 ? " · " : "", ink("dim", `${trust} `), listedUpTo(limit, elements.map((e) => e.title)),
  ]);
  return [
    labelled(ink("bold", `${placement.title}  `), [special, places.length > 0 ? ["at ", at] : "at no element yet"], 2),
    ...(places.length > 0 ? [line(travels, 4)] : []),
  ];
}
