// Every code of the faults of the world, declared once: its name and how to fix it. The examples are in app-codes.test.ts.

export interface AppCode {
  readonly name: string;
  readonly fix: string;
}

export const appCodes = {
  A4001: { name: "path-missing", fix: "Give the path of a model folder or file that exists." },
  A4002: { name: "no-model", fix: "Make a first model here with `merlon init`, or give the path of a folder with a model.yaml." },
  A4003: { name: "unreadable", fix: "Check that it is an ordinary file and that you may read it." },
  A4004: { name: "file-too-large", fix: "Split the model into several files under model/, or export less." },
  A4005: { name: "pack-unknown", fix: "Use `core`, or a path to a pack folder starting with `./`." },
  A4006: { name: "invalid-model", fix: "Mend the errors above and run again; nothing was written." },
  A4007: { name: "format-unknown", fix: "Name the format with --format; `merlon import --help` lists them." },
  A4008: { name: "exists-already", fix: "Choose another folder or file, or say --force to overwrite it." },
  A4009: { name: "unknown-id", fix: "Use an id that the command lists." },
  A4010: { name: "import-failed", fix: "Mend the file, or export it again from its tool; nothing was written." },
  A4011: { name: "not-text", fix: "Give a YAML or JSON text file in UTF-8." },
  A4012: { name: "too-slow", fix: "Split the model, or raise the limit with --time." },
  A4013: { name: "lock-differs", fix: "Run `merlon lock` to accept the installed packs, or install the locked versions." },
  A4014: { name: "outside-root", fix: "Keep every file of the model inside its folder; links that lead out are not followed." },
  A4015: { name: "usage", fix: "See --help." },
  A4016: { name: "unwritable", fix: "Check that the folder exists and that you may write there." },
} as const satisfies Readonly<Record<string, AppCode>>;

export type AppCodeId = keyof typeof appCodes;
