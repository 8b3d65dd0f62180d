// OWASP Threat Dragon, file format version 2.
import type { Format } from "../format.ts";
import { recognise } from "../open-file.ts";
import { readThreatDragon } from "./read-threat-dragon.ts";

export const threatDragon: Format = {
  id: "threat-dragon",
  title: "OWASP Threat Dragon 2",
  extensions: [".json"],
  recognises: (file) => recognise(file, "threat-dragon"),
  read: readThreatDragon,
};
