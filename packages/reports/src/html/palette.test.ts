import { expect, test } from "vitest";
import { darkTheme, lightTheme, textPairs } from "./palette.ts";

test("every text on every background it stands on can be read, light and dark", () => {
  const poor = [lightTheme, darkTheme].flatMap((theme) => textPairs.map(([text, back]) => ({ text, back, contrast: contrast(theme[text] ?? "", theme[back] ?? "") })));
  expect(poor.filter(({ contrast: c }) => !(c >= 4.5))).toEqual([]);
});

/** WCAG 2, contrast ratio. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [r = NaN, g = NaN, b = NaN] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
