// Every code of the faults of the world, declared once: what it means, how to fix it, and commands that show it, which a test runs.

export interface AppCode {
  readonly name: string;
  /** One sentence; the message of the error says which file or word it is about. */
  readonly means: string;
  readonly fix: string;
  /** Lines for a shell in an empty folder; the last one starts with `merlon` and shows the code. */
  readonly example: readonly string[];
}

const shop = `mkdir shop && printf 'merlon: 1\\nid: shop\\n' > shop/model.yaml`;

const ownPack = `mkdir rules && printf 'id: acme\\nversion: 1.0.0\\ntitle: Acme\\n' > rules/pack.yaml`;
const noDigest = `sha256:${"0".repeat(64)}`;

const commit = "git add . && git -c user.name=ana -c user.email=ana@example.org commit -q --allow-empty -m model";

export const appCodes = {
  A4001: {
    name: "path-missing", means: "There is no such file or folder.",
    fix: "Give the path of a model folder or file that exists.", example: ["merlon analyze nowhere"],
  },
  A4002: {
    name: "no-model", means: "The folder holds no model.",
    fix: "Make a first model here with `merlon init`, or give the path of a folder with a model.yaml.", example: ["merlon analyze"],
  },
  A4003: {
    name: "unreadable", means: "A file or folder is there but cannot be read.",
    fix: "Check that it is an ordinary file and that you may read it.", example: [shop, "mkdir shop/model && ln -s loop.yaml shop/model/loop.yaml", "merlon analyze shop"],
  },
  A4004: {
    name: "file-too-large", means: "A file, or all files of a folder together, are larger than what is read.",
    fix: "Split the model into several files under model/, or export less.", example: ["mkdir shop && head -c 50000000 /dev/zero > shop/model.yaml", "merlon analyze shop"],
  },
  A4005: {
    name: "pack-unknown", means: "The model asks for a rule pack that is not there.",
    fix: "Use `default`, the id of an installed pack, or the path of a pack's folder starting with `./`.", example: [shop, "echo 'packs: [cor]' >> shop/model.yaml", "merlon analyze shop"],
  },
  A4006: {
    name: "invalid-model", means: "The model has errors; each is told with a code of its own.",
    fix: "Mend the errors above and run again; nothing was written.", example: [shop, "echo 'colour: blue' >> shop/model.yaml", "merlon analyze shop"],
  },
  A4008: {
    name: "exists-already", means: "The command would write where something else is.",
    fix: "Choose another folder or file, or say --force to overwrite it.",
    example: [shop, `echo '{"version": "2.3.0", "summary": {"title": "Till"}, "detail": {"diagrams": [{"id": 0, "title": "Main", "cells": []}]}}' > till.json`, "merlon import till.json -o shop"],
  },
  A4009: {
    name: "unknown-id", means: "There is nothing of that id or name.",
    fix: "Use an id that the command lists.", example: ["merlon rules show no-such-rule"],
  },
  A4010: {
    name: "import-failed", means: "A file of another tool cannot be imported; why is told with a code of its own.",
    fix: "Mend the file, or export it again from its tool; nothing was written.", example: ["echo '{}' > till.json", "merlon import till.json -o till"],
  },
  A4011: {
    name: "not-text", means: "A file is not text in UTF-8.",
    fix: "Give a YAML or JSON text file in UTF-8.", example: ["mkdir shop && printf '\\377\\376' > shop/model.yaml", "merlon analyze shop"],
  },
  A4012: {
    name: "too-slow", means: "The work takes longer than it may.",
    fix: "Split the model, or raise the limit with --time.", example: [shop, "merlon analyze shop --time 0.00001"],
  },
  A4013: {
    name: "lock-differs", means: "The rules in use are not those that merlon.lock names.",
    fix: "Run `merlon lock` to accept the installed packs, or install the locked versions.",
    example: [shop, "printf 'merlon-lock: 1\\nengine: 0.0.0\\npacks: {}\\n' > shop/merlon.lock", "merlon check shop"],
  },
  A4014: {
    name: "outside-root", means: "A link or a path leads out of the folder that it belongs to.",
    fix: "Keep every file of the model inside its folder; links that lead out are not followed.", example: [shop, "mkdir shop/model && touch other.yaml && ln -s ../../other.yaml shop/model/other.yaml", "merlon analyze shop"],
  },
  A4015: {
    name: "usage", means: "The command does not take these words.",
    fix: "See --help.", example: ["merlon analyse"],
  },
  A4016: {
    name: "unwritable", means: "A file or folder cannot be written.",
    fix: "Check that the folder exists and that you may write there.", example: ["touch here", "merlon schema -o here/schema.json"],
  },
  A4017: {
    name: "pack-changed", means: "A pack of the model's own has other content than merlon.lock says, and the same version.",
    fix: "Raise `version` in the pack's pack.yaml and run `merlon lock`; when this version was never released (no pack.lock names it), `merlon lock` alone will do; or take back the content that was locked.",
    example: [shop, ownPack, "echo 'packs: [default, ../rules]' >> shop/model.yaml", `printf 'merlon-lock: 1\\nengine: 0.0.0\\npacks:\\n  acme: {version: 1.0.0, digest: "${noDigest}"}\\n' > shop/merlon.lock`, "merlon analyze shop"],
  },
  A4018: {
    name: "pack-not-lockable", means: "A pack cannot be locked as it is; why is told with a code of its own.",
    fix: "Mend the errors above and run again.",
    example: [ownPack, `printf 'pack-lock: 1\\nid: acme\\nversion: 1.0.0\\ndigest: "${noDigest}"\\nrules: {}\\n' > rules/pack.lock`, "merlon pack lock rules"],
  },
  A4019: {
    name: "pack-lock-broken", means: "A pack.lock is not what `merlon pack lock` writes.",
    fix: "Take it back from your version control.", example: [ownPack, "echo 'rules: []' > rules/pack.lock", "merlon pack lock rules"],
  },
  A4020: {
    name: "git-fails", means: "Git cannot be started, or says that something is wrong with the repository.",
    fix: "Look what git says about it: `git status`.", example: [shop, "git init -q . && echo '[' > .git/config", "merlon diff --model shop"],
  },
  A4021: {
    name: "no-repository", means: "What is compared is not in a git repository.",
    fix: "Run it in a clone, or compare two folders: `merlon diff before after`.", example: [shop, "merlon diff main..feature --model shop"],
  },
  A4022: {
    name: "ref-unknown", means: "There is no such branch, tag or commit here.",
    fix: "See `git branch -a` and `git tag`; in a pipeline fetch the branch that is compared with.", example: [shop, `git init -q . && ${commit}`, "merlon diff nowhere..HEAD --model shop"],
  },
  A4023: {
    name: "no-merge-base", means: "Two branches have no commit in common, or it is not in this clone.",
    fix: "Compare the two as they are, with two dots.", example: [shop, `git init -q -b main . && ${commit} && git checkout -q --orphan other && ${commit} -m again`, "merlon diff main...other --model shop"],
  },
  A4024: {
    name: "models-unrelated", means: "Two models that are compared have different ids, so that everything would differ.",
    fix: "Compare versions of one model, or say --force.", example: [shop, "mkdir till && sed 's/shop/till/' shop/model.yaml > till/model.yaml", "merlon diff shop till"],
  },
  A4025: {
    name: "in-submodule", means: "The model is in a submodule, whose files a commit of this repository does not hold.",
    fix: "Run it in the submodule's own folder.", example: [`git init -q -b main . && mkdir shop && git init -q shop && (cd shop && ${commit}) && git -c advice.addEmbeddedRepo=false add shop && ${commit} && rm -r shop/.git`, "merlon diff HEAD..HEAD --model shop"],
  },
  A4026: {
    name: "merge-unfinished", means: "A merge left conflicts, and the file that lists them is still there: nobody has settled them yet.",
    fix: "Settle what the file lists, then remove it.", example: [shop, "echo 'conflicts: []' > shop/merge-conflicts.yaml", "merlon check shop"],
  },
  A4027: {
    name: "jira-not-set-up", means: "Something is missing before Jira can be asked: its address, the e-mail address and token of an account, or which issues to read.",
    fix: "Set MERLON_JIRA_EMAIL, and MERLON_JIRA_TOKEN or MERLON_JIRA_TOKEN_FILE, in the environment; a token that may only read is enough.", example: [shop, "merlon jira pull shop --url https://acme.example --jql project=SEC"],
  },
  A4028: {
    name: "jira-no-answer", means: "Jira cannot be reached, refuses, or answers with something that is not what was asked for. What was read until then is in the mirror.",
    fix: "Do what the message says, and run the same command again.", example: [],
  },
  A4099: {
    name: "our-fault", means: "Merlon made a mistake; nothing was written half.",
    fix: "This is not your fault. Please report it with the command, this message, and what MERLON_DEBUG=1 prints.", example: [],
  },
} as const satisfies Readonly<Record<string, AppCode>>;

export type AppCodeId = keyof typeof appCodes;
