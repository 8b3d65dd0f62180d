// The action, the template and the hooks as a pipeline would run them: their own shell steps, in a scratch repository, against a double of the platform.
import { execFile, execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readYaml } from "@merlon/core";
import { expect, test } from "vitest";
import { workplace, type Workplace } from "./merlon.ts";
import { platform, type Platform } from "./platform-double.ts";
import { shop, threat } from "./shop.ts";

/** Each run starts a dozen processes, which takes long where many others run too. */
const patience = { timeout: 180_000 };
const ci = join(import.meta.dirname, "../../../ci");
const folder = "modèles/a shop";
const plain = shop["shop/model.yaml"];
const secure = plain.replace("protocol: http,", "protocol: https,");
const marker = "<!-- merlon-comment: mod_les/a_shop -->";

interface Pipeline extends Workplace {
  readonly host: Platform;
  readonly git: (...words: readonly string[]) => void;
  /** Commits the model on the branch and runs the steps. */
  readonly push: (text: string, env?: Readonly<Record<string, string>>) => Promise<Ran>;
  /** The steps alone, as when somebody starts a run again. */
  readonly again: (env?: Readonly<Record<string, string>>) => Promise<Ran>;
}

interface Ran {
  readonly code: number;
  readonly out: string;
}

type Steps = (place: Workplace, host: Platform, env: Readonly<Record<string, string>>) => Promise<Ran>;

async function pipeline(steps: Steps): Promise<Pipeline> {
  const place = await workplace({ [`${folder}/model.yaml`]: secure, "event.json": '{"pull_request": {"number": 7}}', ".gitignore": "out\nmerlon\nevent.json\n" });
  const host = await platform(place);
  const git = (...words: readonly string[]): void => { execFileSync("git", ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", ...words], { cwd: place.folder, stdio: "pipe" }); };
  await place.write({ merlon: `#!/usr/bin/env node\nfetch("${host.url}/merlon", { method: "POST", body: JSON.stringify({ args: process.argv.slice(2) }) }).then((a) => a.json()).then(({ code, out, err }) => { process.stdout.write(out); process.stderr.write(err); process.exitCode = code; });\n` });
  for (const words of [["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "shop"], ["update-ref", "refs/remotes/origin/main", "main"], ["checkout", "-q", "-b", "feature"]]) git(...words);
  const again: Pipeline["again"] = (env = {}) => steps(place, host, env);
  return {
    ...place, host, git, again,
    async push(text, env) {
      await place.write({ [`${folder}/model.yaml`]: text });
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "-m", "change");
      return again(env);
    },
  };
}

/** In a shell, as runners start it; never rejects. */
function shell({ folder: cwd }: Workplace, program: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const { PATH = "" } = process.env;
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env: { PATH, ...env } }, (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out: out + err }));
  });
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly { readonly run: string; readonly env: Readonly<Record<string, string>> }[] };
}

/** Every step of action.yml, with the inputs given and the defaults for the rest. */
const action: Steps = async (place, host, { GITHUB_BASE_REF = "main", GITHUB_EVENT_NAME = "pull_request", ...given }) => {
  const { inputs, runs } = readYaml({ path: "action.yml", text: await readFile(join(ci, "github/action.yml"), "utf8") }).value as Action; // the file of ours
  const of: Readonly<Record<string, string>> = { model: folder, token: "secret", out: "out", program: `node ${join(place.folder, "merlon")}`, ...given };
  const runner = {
    GITHUB_ACTIONS: "true", GITHUB_BASE_REF, GITHUB_EVENT_NAME, GITHUB_API_URL: host.url, GITHUB_REPOSITORY: "acme/shop", GITHUB_EVENT_PATH: join(place.folder, "event.json"),
    GITHUB_ACTION_PATH: join(ci, "github"), GITHUB_OUTPUT: join(place.folder, "out", "outputs"), GITHUB_STEP_SUMMARY: join(place.folder, "out", "summary"),
  };
  const ran: Ran[] = [];
  for (const { run, env } of runs.steps) {
    const filled = Object.entries(env).map(([key, value]) => [key, value.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, (_, name: string) => of[name] ?? inputs[name]?.default ?? "")] as const);
    ran.push(await shell(place, "bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", run], { ...runner, ...Object.fromEntries(filled) }));
  }
  return { code: Math.max(...ran.map(({ code }) => code)), out: ran.map(({ out }) => out).join("") };
};

/** The script of the template's job, after its clone is there. */
const template: Steps = async (place, host, given) => {
  const { merlon } = readYaml({ path: "merlon.gitlab-ci.yml", text: await readFile(join(ci, "gitlab/merlon.gitlab-ci.yml"), "utf8") }).value as { readonly merlon: { readonly script: readonly string[]; readonly variables: Readonly<Record<string, string>> } };
  const env = {
    ...merlon.variables, GITLAB_CI: "true", CI_API_V4_URL: host.url, CI_PROJECT_ID: "12", CI_PROJECT_DIR: place.folder, CI_MERGE_REQUEST_IID: "7", CI_MERGE_REQUEST_DIFF_BASE_SHA: "main",
    MERLON_HOME: join(ci, ".."), MERLON_MODEL: folder, MERLON_OUT: "out", MERLON_TOKEN: "secret", MERLON_PROGRAM: `node ${join(place.folder, "merlon")}`, ...given,
  };
  return shell(place, "bash", ["-e", "-o", "pipefail", "-c", merlon.script.join("\n")], env);
};

const bodies = ({ comments }: Platform) => comments.map(({ id, body }) => [id, body.split("\n")[0], body.includes(`\`${threat}\``)]);

for (const [name, steps, verb] of [["the action", action, "PATCH"], ["the template", template, "PUT"]] as const) {
  test(`[PIP-6] ${name} writes one comment, edits it at the next push, and takes it away when there is nothing to say`, patience, async () => {
    const { push, again, host } = await pipeline(steps);
    host.comments.push({ id: 1, body: `${marker}\nThe gate passes, says a stranger.`, by: "person" }, ...Array.from({ length: 120 }, (_, n) => ({ id: n + 2, body: "Talk.", by: "person" as const })));
    expect([(await push(secure)).code, host.written]).toEqual([0, []]);
    expect([(await push(plain)).code, host.written, bodies(host).at(-1)]).toEqual([1, ["POST new"], [122, marker, true]]);
    const worse = plain.replace("{kind: process, type: web.application, in: inside}", "{kind: process, type: web.application, in: inside, input-validation: no}");
    expect([(await push(worse)).code, host.written.slice(1), host.comments.at(-1)!.body.includes("input-validation")]).toEqual([1, [`${verb} 122`], true]);
    expect([(await again()).out.includes("The comment says it already."), host.written.length]).toEqual([true, 2]);
    expect([(await push(secure)).code, host.written.slice(2), host.comments.length, host.comments[0]!.body.endsWith("stranger.")]).toEqual([0, ["DELETE 122"], 121, true]);
  });
}

test("[PIP-6] where two runs at a time wrote a comment each, one is left", patience, async () => {
  const { push, host } = await pipeline(action);
  await push(plain);
  host.comments.push({ ...host.comments[0]!, id: 2 });
  await push(`${plain}description: Sells things.\n`);
  expect([host.comments.map(({ id }) => id), host.written]).toEqual([[1], ["POST new", "DELETE 2", "PATCH 1"]]);
});

test("[PIP-7] the action annotates, and what a model says is no command to the runner", patience, async () => {
  const { push, read } = await pipeline(action);
  const { code, out } = await push(plain.replace("title: Shop", 'title: "Shop\\n::error::owned\\n##[error]owned"').replace("visit: {", 'visit: {title: "::add-mask::e ##[group]", '));
  const [lines, open] = [out.split("\n"), (text: string) => /^::stop-commands::[\w-]+$/.test(text)];
  const free: string[] = [];
  let fence = "";
  for (const line of lines) {
    if (fence === "" && open(line)) fence = `::${line.slice("::stop-commands::".length)}::`;
    else if (line === fence) fence = "";
    else if (fence === "") free.push(line);
  }
  expect([code, fence, free.filter((line) => line !== "" && !/^::(?:error|warning|notice) [^\n]*::/.test(line)), free.some((line) => line.startsWith(`::error file=mod`) && line.includes(threat))]).toEqual([1, "", [], true]);
  expect([(await read("out/outputs")).split("\n"), (await read("out/summary")).includes(threat), (await read("out/impact.xml")).includes(threat), (JSON.parse(await read("out/impact.sarif")) as { readonly version: string }).version]).toEqual([["folder=out", "failed=true", ""], true, true, "2.1.0"]);
});

test("[PIP-7] a comment that may not be written fails nothing, and a gate that is switched off neither", patience, async () => {
  const { push, host } = await pipeline(action);
  host.refuse.now = true;
  const refused = await push(plain, { gate: "false" });
  expect([refused.code, refused.out.includes("::warning title=Merlon::The comment could not be written"), refused.out.includes("as in pull requests of forks")]).toEqual([0, true, true]);
  expect((await push(plain, { comment: "false" })).out).not.toContain("could not be written");
});

test("[PIP-7] an error in the model ends the run with its annotation; outside of a pull request the model is checked", patience, async () => {
  const { push, host } = await pipeline(action);
  const broken = await push(`${secure}colour: blue\n`);
  expect([broken.code, /^::error file=modèles\/a shop\/model\.yaml,line=14,col=1,title=C1020 /m.test(broken.out), host.written]).toEqual([2, true, []]);
  const outside = await push(plain, { GITHUB_BASE_REF: "" });
  expect([outside.code, outside.out.includes("only checked"), host.written]).toEqual([0, true, []]);
  const unknown = await push(plain, { base: "origin/nowhere" });
  expect([unknown.code, unknown.out.includes("A4022")]).toEqual([2, true]);
});

test("[PIP-7] the template gives a code quality report, also of the branch that others are compared with", patience, async () => {
  const { push, read } = await pipeline(template);
  const rules = async () => (JSON.parse(await read("out/code-quality.json")) as readonly { readonly check_name: string; readonly location: { readonly path: string } }[]).map((one) => [one.check_name, one.location.path]);
  expect([(await push(plain, { CI_MERGE_REQUEST_IID: "", CI_MERGE_REQUEST_DIFF_BASE_SHA: "" })).code, await rules()]).toEqual([0, [["plaintext-flow-across-boundary", `${folder}/model.yaml`]]]);
  expect([(await push(plain)).code, await rules()]).toEqual([1, [["plaintext-flow-across-boundary", `${folder}/model.yaml`]]]);
});

test("[PIP-8] the git hook stops a commit whose model has errors, and no other", patience, async () => {
  const { folder: cwd, git, write } = await pipeline(action);
  await write({ ".git/hooks/pre-commit": await readFile(join(ci, "git-hooks/pre-commit")) });
  execFileSync("chmod", ["+x", join(cwd, ".git/hooks/pre-commit")]);
  const commit = (program = `node ${join(cwd, "merlon")}`) => shell({ folder: cwd } as Workplace, "git", ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "commit", "-q", "--allow-empty", "-m", "x"], { MERLON_PROGRAM: program });
  await write({ [`${folder}/model.yaml`]: `${secure}colour: blue\n` });
  git("add", "-A");
  const [stopped, missing] = [await commit(), await commit("no-such-program")];
  expect([stopped.code, stopped.out.split("\n")[0]?.includes("C1020"), missing.code, missing.out.includes("is not on the PATH")]).toEqual([1, true, 1, true]);
  await write({ [`${folder}/model.yaml`]: plain });
  git("add", "-A");
  expect((await commit()).code).toBe(0);
  expect(await commit()).toEqual({ code: 0, out: "Nothing to check: no model changed since HEAD.\n" });
});

for (const [name, steps, env] of [["the action", action, { GITHUB_BASE_REF: "", GITHUB_EVENT_NAME: "schedule" }], ["the template", template, { CI_PIPELINE_SOURCE: "schedule" }]] as const) {
  test(`[PIP-9] by schedule ${name} lists what is due, and fails for what is late`, patience, async () => {
    const { push, write, read, host } = await pipeline(steps);
    expect((await push(plain, env)).code).toBe(0);
    await write({ [`${folder}/decisions.yaml`]: `decisions:\n  ${threat}: {state: accept, owner: ana, reason: Test data., until: 2020-01-01}\n` });
    const late = await push(plain, env);
    expect([late.code, late.out.includes(threat), (await read("out/due.md")).includes(threat), host.written]).toEqual([1, true, true, []]);
    expect((await push(plain, { ...env, gate: "false", MERLON_GATE: "false" })).code).toBe(0);
  });
}
