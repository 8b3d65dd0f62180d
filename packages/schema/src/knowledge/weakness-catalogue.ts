// Facts from which techniques can be proposed for a weakness: CWE's own tree, the attack patterns that lead from a weakness to a technique, and how known exploited vulnerabilities of its class were used.
import * as z from "zod";
import { KeySchema, NameSchema } from "../common/word.ts";
import { exactly } from "../exactly.ts";

/** How often each technique was used at that stage. */
export type StageCounts = Readonly<Record<string, number>>;

export interface WeaknessEntry {
  readonly id: string;
  readonly name: string;
  readonly parents?: readonly string[];
  /** Technique -> the attack patterns of CAPEC that lead to it. */
  readonly patterns?: Readonly<Record<string, readonly string[]>>;
  /** Technique -> uses, by stage, in vulnerabilities of this class that are known to be exploited. */
  readonly exploited?: { readonly exploitation?: StageCounts; readonly "primary-impact"?: StageCounts; readonly "secondary-impact"?: StageCounts };
}

export interface WeaknessCatalogue {
  readonly id: string;
  /** The release of ATT&CK that the techniques are of. */
  readonly version: string;
  readonly notice: string;
  readonly weaknesses: readonly WeaknessEntry[];
}

const counts = z.record(NameSchema, z.int().min(1));
function countsOf(stage: string) {
  return counts.optional().meta({ title: stage, description: "How often each technique was used.", examples: [{ T1190: 13 }] });
}

const WeaknessEntrySchema = exactly<WeaknessEntry>()(z.strictObject({
  id: NameSchema.meta({ title: "Id", description: "Its id in CWE.", examples: ["CWE-89"] }),
  name: NameSchema.meta({ title: "Name", description: "Its name.", examples: ["SQL Injection"] }),
  parents: z.array(NameSchema).optional().meta({ title: "Parents", description: "What it is a kind of.", examples: [["CWE-943"]] }),
  patterns: z.record(NameSchema, z.array(NameSchema)).optional().meta({ title: "Patterns", description: "Techniques with the attack patterns that lead to them.", examples: [{ T1539: ["CAPEC-31"] }] }),
  exploited: z.strictObject({ "exploitation": countsOf("Exploitation"), "primary-impact": countsOf("Primary impact"), "secondary-impact": countsOf("Secondary impact") }).optional()
    .meta({ title: "Exploited", description: "How known exploited vulnerabilities of its class were used.", examples: [{ exploitation: { T1190: 13 } }] }),
}).meta({ id: "WeaknessEntry", title: "Weakness", description: "What leads from a weakness to techniques." }));

export const WeaknessCatalogueSchema = exactly<WeaknessCatalogue>()(z.strictObject({
  id: KeySchema.meta({ title: "Id", description: "The file's name.", examples: ["cwe-to-attack"] }),
  version: NameSchema.meta({ title: "Version", description: "The release of ATT&CK that the techniques are of.", examples: ["19.1"] }),
  notice: NameSchema.meta({ title: "Notice", description: "Whose it is and under which terms.", examples: ["© The MITRE Corporation."] }),
  weaknesses: z.array(WeaknessEntrySchema).meta({ title: "Weaknesses", description: "All that are live.", examples: [[{ id: "CWE-89", name: "SQL Injection" }]] }),
}).meta({ id: "WeaknessCatalogue", title: "From weaknesses to techniques", description: "Facts from which techniques can be proposed for a weakness." }));
