// Open Threat Model 0.2, in YAML or JSON.
import type { Format } from "../format.ts";
import { recognise } from "../open-file.ts";
import { readOtm } from "./read-otm.ts";

export const otm: Format = {
  id: "otm",
  title: "Open Threat Model 0.2",
  extensions: [".otm", ".yaml", ".yml", ".json"],
  recognises: (file) => recognise(file, "otm"),
  read: readOtm,
};
