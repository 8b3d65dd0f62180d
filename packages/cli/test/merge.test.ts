// `merlon merge` and git with Merlon as merge driver, on scratch models and a scratch repository.
import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { readYaml } from "@merlon/core";
import { MergeConflictsSchema } from "@merlon/schema/results";
import { expect, test } from "vitest";
import { workplace, type Workplace } from "./merlon.ts";

const base = `merlon: 1
id: shop
title: Shop
data:
  order: {title: Order, levels: {confidentiality: confidential}, personal: {subjects: [customers]}}
  page: {title: Page, levels: {confidentiality: public}}
boundaries:
  internet: {type: network, trust: untrusted}
  inside: {type: network, trust: internal}
elements:
  # people
  shopper: {kind: external, type: human.customer, in: internet}
  web: {kind: process, type: web.application, in: inside}   # the shop itself
flows:
  visit: {from: shopper, to: web, protocol: https, carries: [page], response: []}
`;
/** Harmless alone: only public pages go over it. */
const plain = base.replace("protocol: https", "protocol: http");
/** Harmless alone: it is encrypted. */
const personal = base.replace("carries: [page]", "carries: [page, order]");

interface Result {
  readonly conflicts: readonly { readonly kind: string; readonly object: string }[];
  readonly emergent: readonly { readonly id: string; readonly severity: string }[];
  readonly written: readonly string[];
}

function three(ours: string, theirs: string): Readonly<Record<string, string>> {
  return { "base/model.yaml": base, "ours/model.yaml": ours, "theirs/model.yaml": theirs };
}

test("[MRG-10] two harmless changes that expose personal data together: the merge is clean, and lists the threat", async () => {
  const { json, merlon, files, read } = await workplace(three(plain, personal));
  const { code, envelope } = await json<Result>("merge", "base", "ours", "theirs");
  const result = envelope.result!;
  expect([code, result.conflicts, result.written]).toEqual([0, [], []]);
  expect(result.emergent.map(({ id, severity }) => [id, severity])).toEqual([["plaintext-flow-across-boundary@visit", "high"]]);
  expect((await merlon("merge", "base", "ours", "theirs")).out).toContain("Threats that only the merge has");
  expect([(await merlon("merge", "base", "ours", "theirs", "-o", "merged")).code, await read("merged/model.yaml")]).toEqual([0, plain.replace("carries: [page]", "carries: [page, order]")]);
  expect(await files()).not.toContain("merged/merge-conflicts.yaml");
  expect((await merlon("merge", "base", "ours", "theirs", "-o", "merged")).err).toContain("A4008");
});

test("[MRG-11] [MRG-12] conflicts: exit code 4, ours in place, and a file of the published shape that lists them, until somebody settled them", async () => {
  const { folder, merlon, json, read } = await workplace(three(base.replace("title: Shop", "title: Our shop"), base.replace("title: Shop", "title: Their shop").replace("trust: internal", "trust: restricted")));
  const { code, envelope } = await json<Result>("merge", "base", "ours", "theirs", "--in-place");
  const result = envelope.result!;
  expect([code, envelope.ok, result.conflicts.map(({ kind, object }) => [kind, object]), result.written]).toEqual([4, false, [["field-field", "title"]], ["ours/model.yaml", "ours/merge-conflicts.yaml"]]);
  expect(await read("ours/model.yaml")).toBe(base.replace("title: Shop", "title: Our shop").replace("trust: internal", "trust: restricted"));
  const list = readYaml({ path: "merge-conflicts.yaml", text: await read("ours/merge-conflicts.yaml") }).value;
  expect(MergeConflictsSchema.parse(list).conflicts.map(({ base: was, ours, theirs }) => [was, ours, theirs])).toEqual([["Shop", "Our shop", "Their shop"]]);
  const unsettled = await merlon("check", "ours");
  expect([unsettled.code, unsettled.out.split("\n")[0]]).toEqual([2, "ours/merge-conflicts.yaml:1:1 error A4026 ours/merge-conflicts.yaml lists conflicts of a merge that nobody has settled."]);
  await rm(join(folder, "ours/merge-conflicts.yaml"));
  expect((await merlon("check", "ours")).code).toBe(0);
});

test("models of one file, models that are not of the same system, and versions that are wrong", async () => {
  const place = await workplace({ "base.yaml": base, "ours.yaml": plain, "theirs.yaml": personal, "other.yaml": base.replace("id: shop", "id: till"), "wrong.yaml": `${base}colour: blue\n` });
  const ran = async (...words: readonly string[]) => { const { code, err } = await place.merlon("merge", ...words); return [code, /[AC]\d{4}/.exec(err)?.[0]]; };
  expect([await ran("base.yaml", "ours.yaml", "other.yaml"), await ran("base.yaml", "ours.yaml", "wrong.yaml"), await ran("base.yaml", "ours.yaml", "nowhere.yaml"), await ran("base.yaml", "ours.yaml", "theirs.yaml", "-o", "x", "--in-place")])
    .toEqual([[2, "A4024"], [2, expect.stringMatching(/^C10/)], [2, "A4001"], [2, "A4015"]]);
  expect([await ran("base.yaml", "ours.yaml", "theirs.yaml", "-o", "merged.yaml"), await place.read("merged.yaml")]).toEqual([[0, undefined], plain.replace("carries: [page]", "carries: [page, order]")]);
});

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const tsx = fileURLToPath(new URL("../../../node_modules/.bin/tsx", import.meta.url));

/** Exit code and what git says. */
async function gitIn({ folder }: Workplace, ...words: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return promisify(execFile)("git", ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", ...words], { cwd: folder, env })
    .then(({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }), (error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => ({ code: error.code, said: error.stdout + error.stderr }));
}

test("git merges with the driver: lines side by side that text merges stumble over, and a real conflict without markers", { timeout: 60_000 }, async () => {
  const place = await workplace({ "my models/shop/model.yaml": base, "README.md": "Shop\n" });
  const commit = async (branch: string, text: string, from = "main"): Promise<void> => {
    await gitIn(place, "checkout", "-q", "-B", branch, from);
    await place.write({ "my models/shop/model.yaml": text });
    await gitIn(place, "commit", "-q", "-a", "-m", branch);
  };
  await gitIn(place, "init", "-q", "-b", "main");
  const asked = await place.merlon("git-setup", "my models/shop");
  expect([asked.code, asked.err.startsWith("Nothing was touched."), (await gitIn(place, "config", "--local", "--get-regexp", "merlon")).said]).toEqual([0, true, ""]);
  const setup = await place.merlon("git-setup", "my models/shop", "--write", "--program", `'${tsx}' '${main}'`);
  expect([setup.code, await place.read(".gitattributes")]).toEqual([0, expect.stringContaining('"/my models/shop/model.yaml" merge=merlon diff=merlon\n')]);
  expect((await place.json<{ readonly missing: readonly string[] }>("git-setup", "my models")).envelope.result?.missing).toEqual([]);
  await gitIn(place, "add", ".");
  await gitIn(place, "commit", "-q", "-m", "base");
  await commit("ours", plain.replace("title: Shop", "title: Our shop"));
  await commit("theirs", personal.replace("in: inside}", "in: inside, input-validation: yes}"));
  await commit("rival", base.replace("title: Shop", "title: Their shop").replace("protocol: https", "protocol: https, encryption-in-transit: yes"));
  await gitIn(place, "checkout", "-q", "ours");
  const clean = await gitIn(place, "merge", "-q", "--no-edit", "theirs");
  const merged = plain.replace("title: Shop", "title: Our shop").replace("carries: [page]", "carries: [page, order]").replace("in: inside}", "in: inside, input-validation: yes}");
  expect([clean, await place.read("my models/shop/model.yaml")]).toEqual([{ code: 0, said: expect.any(String) }, merged]);
  const rival = await gitIn(place, "merge", "--no-edit", "rival");
  expect([rival.code, (await gitIn(place, "diff", "--name-only", "--diff-filter=U")).said.trim()]).toEqual([1, "my models/shop/model.yaml"]);
  expect(rival.said).toContain("Both sides changed `title`");
  expect(await place.read("my models/shop/model.yaml")).toBe(merged.replace("response: []}", "response: [], encryption-in-transit: yes}"));
  expect(await place.read("my models/shop/model.yaml.conflicts")).toContain("theirs: Their shop");
});

test("git diff tells what changed of a model, what is new and what is gone, and never stops for a file that cannot be read", { timeout: 120_000 }, async () => {
  const file = "my models/shop/model.yaml";
  const place = await workplace({ [file]: base, "base.yaml": base });
  const lines = (text: string): readonly string[] => text.trim().split("\n").map((line) => line.trim());
  const told = async (after: string, ...more: readonly string[]): Promise<readonly string[]> => {
    await place.write({ "after.yaml": after });
    const { code, out } = await place.merlon("git-diff", file, "base.yaml", "0", "0", ...(more.length > 0 ? more : ["after.yaml"]), "0", "0");
    return [String(code), ...lines(out)];
  };
  const changed = plain.replace("  web:", "  api: {kind: process}\n  web:");
  const expected = ["merlon my models/shop/model.yaml", "+ added the element api (my models/shop/model.yaml:13:3)", "~ visit › protocol: https → http (my models/shop/model.yaml:16:35)", expect.stringMatching(/^threats: .*merlon diff · lines: git diff --no-ext-diff$/)];
  expect(await told(changed)).toEqual(["0", ...expected]);
  expect(await told(base.replace("# people", "# folk"))).toEqual(["0", expected[0], "The model says what it said: only layout, order or comments changed.", "lines: git diff --no-ext-diff"]);
  expect((await told("merlon: 1\n  id: [\n"))[2]).toMatch(/^A version cannot be read: /);
  expect(await told("", "/dev/null")).toContain("- removed the flow visit (my models/shop/model.yaml:15:3)");
  expect((await place.merlon("git-diff", file)).out).toBe("merlon my models/shop/model.yaml: not merged yet\n");
  expect((await place.merlon("git-diff", "notes.txt", "notes.txt", "0", "0", "/dev/null", "0", "0")).code).toBe(0);

  await gitIn(place, "init", "-q", "-b", "main");
  await place.merlon("git-setup", "my models/shop", "--write", "--program", `'${tsx}' '${main}'`);
  await gitIn(place, "add", ".");
  await gitIn(place, "commit", "-q", "-m", "base");
  await place.write({ [file]: changed });
  const { code, said } = await gitIn(place, "diff");
  expect([code, lines(said)]).toEqual([0, expected]);
});
