import fc from "fast-check";
import { expect, test } from "vitest";
import { csvField, csvText } from "./csv.ts";
import { html, trusted } from "./html.ts";
import { code, escapeMarkdown, markdown, markdownTable, withCode } from "./markdown.ts";
import { safeUrl } from "./safe-url.ts";
import { oneLine, visible } from "./visible.ts";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."<>&\"'|`*_[]()=+-@#\\\u001b\n\r\t !a1:/") }));

test("controls are shown, reordering marks and broken characters replaced", () => {
  expect(visible("a\u001b[31mb\u0007\u007f\u009b\u202ec\r\nd\ud800")).toBe("a␛[31mb␇␡��c\nd�");
  expect(oneLine(" a\n\tb\u2028c ")).toBe("a b c");
});

test("no text has a character left that acts on a screen, and showing twice changes nothing", () => {
  fc.assert(fc.property(anyText, (text) => {
    // oxlint-disable-next-line no-control-regex -- the point of the test
    expect(visible(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(visible(visible(text))).toBe(visible(text));
  }));
});

test("HTML keeps text as text, in values too, and leaves its own markup alone", () => {
  expect(html`<a title="${"\"><script>"}">${[html`<b>${1}</b>`, "<i>", undefined, trusted("<hr>")]}</a>`.markup)
    .toBe('<a title="&quot;&gt;&lt;script&gt;"><b>1</b>&lt;i&gt;<hr></a>');
  fc.assert(fc.property(anyText, (text) => {
    const { markup } = html`${text}`;
    expect(markup).not.toMatch(/[<>"']/);
    expect(unescapeHtml(markup)).toBe(visible(text));
  }));
});

test("Markdown text cannot open a span, a heading, a table cell, an element or a mention", () => {
  expect(escapeMarkdown("# a|b `c` <img> [x](javascript:y) @team #12 1. &amp;")).toBe(
    "\\# a\\|b \\`c\\` &lt;img&gt; \\[x\\](javascript:y) @&#8203;team #&#8203;12 1. &amp;amp;",
  );
  expect(markdown`${"1) a"} **${"**"}**`.source).toBe("1\\) a **\\*\\***");
  fc.assert(fc.property(anyText, (text) => {
    const escaped = escapeMarkdown(text);
    expect(escaped).not.toMatch(/[<>\n]|(?<!\\)(\\\\)*[|`*_[\]]/);
    expect(escaped).not.toMatch(/^([-+=#]|\d+[.)](\s|$))/);
  }));
});

test("words between backticks become code, one left over stays a sign", () => {
  expect([withCode("set `a-b` to `x|y` now").source, withCode("a ` b").source]).toEqual(["set `a-b` to x\\|y now", "a \\` b"]);
});

test("an id is code unless it could end the code", () => {
  expect([code("a@b+c").source, code("a`b").source, code("a|b").source]).toEqual(["`a@b+c`", "a\\`b", "a\\|b"]);
});

test("a table row has as many cells as its head whatever the text", () => {
  fc.assert(fc.property(anyText, anyText, (a, b) => {
    const row = markdownTable(["A", "B"], [[a, code(b)]]).source.split("\n").slice(2);
    expect(row.map((line) => line.replace(/\\\\/g, "").replace(/\\\|/g, "").split("|").length)).toEqual([4]);
  }));
});

test("CSV fields are quoted and no formula starts one", () => {
  expect(csvText([["a\"b", 1], ["=HYPERLINK(1)", " @x"]])).toBe('"a""b","1"\n"\'=HYPERLINK(1)","\' @x"\n');
  fc.assert(fc.property(anyText, (text) => {
    const field = csvField(text);
    expect(field).toMatch(/^"(?:[^"]|"")*"$/);
    expect(field).not.toMatch(/^"\s*[=+\-@]/);
  }));
});

test("only addresses of pages and mail become references", () => {
  expect(["https://a.example/b?c=d#e", "mailto:a@b.example", "javascript:alert(1)", "data:text/html,x", " JaVaScript:x", "https://a\" onclick", "//a", "file:///a"].map(safeUrl))
    .toEqual(["https://a.example/b?c=d#e", "mailto:a@b.example", undefined, undefined, undefined, undefined, undefined, undefined]);
});

function unescapeHtml(markup: string): string {
  return markup.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");
}
