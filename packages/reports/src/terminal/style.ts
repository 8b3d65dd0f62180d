// How a terminal shows emphasis. The caller chooses: plain for files and pipes, ANSI for a screen.

export type Ink = "bold" | "dim" | "underline" | "red" | "green" | "yellow" | "blue" | "magenta" | "cyan";

/** Wraps finished, escaped text; never text of a model. */
export type Style = Readonly<Record<Ink, (text: string) => string>>;

const CODES: Readonly<Record<Ink, readonly [number, number]>> = {
  bold: [1, 22], dim: [2, 22], underline: [4, 24],
  red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39], magenta: [35, 39], cyan: [36, 39],
};

export const plainStyle: Style = styleOf(() => (text) => text);

export const ansiStyle: Style = styleOf((ink) => {
  const [on, off] = CODES[ink];
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
});

function styleOf(make: (ink: Ink) => (text: string) => string): Style {
  return Object.fromEntries((Object.keys(CODES) as Ink[]).map((ink) => [ink, make(ink)])) as unknown as Style; // every ink is a key of CODES
}
