// A whole page in one file: nothing is loaded, its own script and style are named by digest, and it can be read without either.
import { html, trusted, type Html } from "../escape/html.ts";
import { cspSource } from "./csp-source.ts";
import { styleSheet } from "./style-sheet.ts";

export interface PageParts {
  readonly title: string;
  readonly header: Html;
  /** The table of contents and what stands beside it. */
  readonly aside: Html;
  readonly main: Html;
  readonly footer: Html;
  /** Only this package's own script. */
  readonly script?: string;
}

export function htmlPage({ title, header, aside, main, footer, script }: PageParts): string {
  const policy = [
    "default-src 'none'", `style-src ${cspSource(styleSheet)}`, ...(script === undefined ? [] : [`script-src ${cspSource(script)}`]),
    "base-uri 'none'", "form-action 'none'",
  ].join("; ");
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${trusted(styleSheet)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
${header}</header>
<div class="page">
<nav aria-label="Contents">
${aside}</nav>
<main id="main" tabindex="-1">
${main}</main>
</div>
<footer>
${footer}</footer>
${script === undefined ? undefined : html`<script>${trusted(script)}</script>
`}</body>
</html>
`.markup;
}
