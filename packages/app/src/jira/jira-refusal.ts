// Why there is no answer of Jira that can be used, in words that say what to look at.
import { AppError } from "../app-error.ts";

/** isFinal: asking again does not help. */
export function noAnswer(url: string, cause: unknown): { readonly error: AppError; readonly isFinal: boolean } {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const code = inner instanceof Error && "code" in inner ? String(inner.code) : inner instanceof Error ? inner.name : "";
  const known = reasons.find(([codes]) => codes.test(code));
  const words = known?.[1] ?? `the connection broke (${code === "" ? "no reason given" : code})`;
  return { error: new AppError("A4028", `There is no answer from ${url}: ${words}.`, { cause, ...(known?.[2] === undefined ? {} : { hint: known[2] }) }), isFinal: known?.[3] === true };
}

const reasons: readonly (readonly [RegExp, string, string?, true?])[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, "its name is not known", "Look at the address, and at the network.", true],
  [/^ECONNREFUSED$/, "nothing listens there", "Look at the address, and at the network.", true],
  [/^CERT_(NOT_YET_VALID|HAS_EXPIRED)$/, "its certificate is not valid at the time of this machine", "Look at the clock of this machine, then at the certificate.", true],
  [/CERT|SELF_SIGNED|UNABLE_TO/, "its certificate is not trusted", "A proxy may stand between: name its certificate with NODE_EXTRA_CA_CERTS.", true],
  [/^TimeoutError$/, "it takes too long"],
];

/** undefined: the answer is fine so far. */
export function refusal(url: string, path: string, { status, headers }: Response, text: string): AppError | undefined {
  if (status === 401) return new AppError("A4028", `${url} does not know the e-mail address with this token (401).`, { hint: "Look at MERLON_JIRA_EMAIL and MERLON_JIRA_TOKEN; a token may have expired or been revoked." });
  if (status === 403) return new AppError("A4028", `${url} does not let this token ask for ${path} (403).${said(text)}`, { hint: "The account needs the right to browse the projects; after failed sign-ins Jira may ask for a sign-in in the browser." });
  if (status >= 300 && status < 400) return new AppError("A4028", `${url} sends on to another address (${status}).`, { hint: "Say the address that it ends at; a token is not sent on." });
  if (/^\s*</.test(text) || /text\/html/.test(headers.get("content-type") ?? "")) return new AppError("A4028", `${url} answers with a web page (${status}), not with data.`, { hint: "A proxy or a page to sign in stands between, or the address is not that of the site." });
  if (status >= 400) return new AppError("A4028", `${url} refuses ${path} (${status}).${said(text)}`, status === 400 ? { hint: "Look at the names of projects and fields in --jql: what the account may not see does not exist for Jira." } : {});
  return undefined;
}

function said(text: string): string {
  const messages = /"errorMessages"\s*:\s*\[\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1];
  // Control characters of a stranger's text do not reach a terminal.
  return messages === undefined ? "" : ` It says: ${messages.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ").slice(0, 300)}`; // eslint-disable-line no-control-regex -- they are what is taken out
}
