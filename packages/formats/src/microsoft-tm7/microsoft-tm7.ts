// Models of the Microsoft Threat Modeling Tool 2016 and later, with the template that lies in each.
import type { Format } from "../format.ts";
import { xmlRootName } from "../identify.ts";
import { readTm7 } from "./read-tm7.ts";
import { system } from "./tm7-work.ts";

export const microsoftTm7: Format = {
  id: system,
  title: "model of the Microsoft Threat Modeling Tool",
  extensions: [".tm7"],
  recognises: ({ text }) => xmlRootName(text) === "ThreatModel",
  read: readTm7,
};
