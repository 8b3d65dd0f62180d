// All colours of the report, light and dark, as names that the style sheet uses. Text on its background keeps a contrast of
// 4.5 to 1 at least; a test works it out.

export type Theme = Readonly<Record<string, string>>;

export const lightTheme: Theme = {
  "page": "#fbfaf7", "card": "#ffffff", "sunken": "#f3f1eb", "line": "#dedad0", "text": "#1d2433", "soft": "#59616f",
  "accent": "#0b5f66", "accent-soft": "#e2f0ef", "mark": "#fff3c4",
  "critical": "#7a0b2e", "critical-soft": "#f9e1e8", "high": "#b3261e", "high-soft": "#fde7e3", "medium": "#8a4b00", "medium-soft": "#fdeed3",
  "low": "#1a5a96", "low-soft": "#e3eefa", "info": "#4d5666", "info-soft": "#eceef2", "good": "#1d6b3a", "good-soft": "#e2f3e6", "person": "#5b3a9b", "person-soft": "#eee8f9",
};

export const darkTheme: Theme = {
  "page": "#14171c", "card": "#1c2027", "sunken": "#171a20", "line": "#353b46", "text": "#e7e9ee", "soft": "#a7afbd",
  "accent": "#74c9c6", "accent-soft": "#17343a", "mark": "#5a4a12",
  "critical": "#ff9fb9", "critical-soft": "#4a1226", "high": "#ff9a8f", "high-soft": "#47191a", "medium": "#f2b866", "medium-soft": "#3d2b10",
  "low": "#8fc0f2", "low-soft": "#172c44", "info": "#b7bec9", "info-soft": "#2a2f38", "good": "#86d29c", "good-soft": "#15321f", "person": "#c3aef0", "person-soft": "#2c2343",
};

/** Text colour and background pairs that occur. */
export const textPairs: readonly (readonly [string, string])[] = [
  ["text", "page"], ["text", "card"], ["text", "sunken"], ["text", "mark"], ["soft", "page"], ["soft", "card"], ["soft", "sunken"],
  ["accent", "page"], ["accent", "card"], ["accent", "sunken"], ["accent", "accent-soft"],
  ...["critical", "high", "medium", "low", "info", "good", "person"].flatMap((name): [string, string][] => [[name, `${name}-soft`], [name, "card"]]),
];

export function themeRules(theme: Theme): string {
  return Object.entries(theme).map(([name, colour]) => `--${name}:${colour}`).join(";");
}
