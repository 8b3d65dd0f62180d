// A layer as ATT&CK Navigator reads it, format 4.5. Each technique links back to the threats behind its score; metadata values are texts, as the format wants.
import type { AttackLayer, AttackLayerTechnique } from "@merlon/schema";
import { anchorId } from "../html/anchors.ts";

export interface NavigatorOptions {
  /** Address of the report that threats are linked to, without an anchor. */
  readonly report: string;
  /** Of Merlon. */
  readonly generator: string;
}

export interface NavigatorLayer {
  readonly versions: { readonly attack: string; readonly navigator: string; readonly layer: "4.5" };
  readonly name: string;
  readonly description: string;
  readonly domain: string;
  readonly sorting: number;
  readonly layout: Readonly<Record<string, string | boolean>>;
  readonly hideDisabled: boolean;
  readonly techniques: readonly NavigatorTechnique[];
  readonly gradient: { readonly colors: readonly string[]; readonly minValue: number; readonly maxValue: number };
  readonly legendItems: readonly { readonly label: string; readonly color: string }[];
  readonly metadata: readonly NavigatorMetadata[];
  readonly links: readonly NavigatorLink[];
  readonly showTacticRowBackground: boolean;
  readonly selectTechniquesAcrossTactics: boolean;
  readonly selectSubtechniquesWithParent: boolean;
}

interface NavigatorMetadata {
  readonly name: string;
  readonly value: string;
}

interface NavigatorLink {
  readonly label: string;
  readonly url: string;
}

interface NavigatorTechnique {
  readonly techniqueID: string;
  readonly score: number;
  readonly comment: string;
  readonly enabled: boolean;
  readonly metadata: readonly NavigatorMetadata[];
  readonly links: readonly NavigatorLink[];
  readonly showSubtechniques: boolean;
}

/** From calm to alarming; protection the other way round. */
const ramps = { alarm: ["#ffffff", "#f4d35e", "#d1495b"], calm: ["#d1495b", "#f4d35e", "#3d9970"], plain: ["#e8eef7", "#3f6fb5"] } as const;

export function navigatorLayer(layer: AttackLayer, options: NavigatorOptions): NavigatorLayer {
  const colors = layer.kind === "protection" ? ramps.calm : layer.kind === "theory" || layer.kind === "risk" ? ramps.alarm : ramps.plain;
  const parents = new Set(layer.techniques.flatMap(({ id }) => (id.includes(".") ? [id.split(".")[0] ?? ""] : [])));
  return {
    versions: { attack: layer.version.split(".")[0] ?? layer.version, navigator: "5.0.0", layer: "4.5" },
    name: layer.title, description: `${layer.means} Written by ${options.generator} for the model ${layer.model}, ATT&CK ${layer.version}.`, domain: layer.domain,
    sorting: 3, layout: { layout: "side", showID: true, showName: true, showAggregateScores: false, countUnscored: false, aggregateFunction: "max", expandedSubtechniques: "annotated" },
    hideDisabled: false, techniques: layer.techniques.map((technique) => techniqueOf(technique, { ...options, open: parents.has(technique.id) })),
    gradient: { colors, minValue: layer.least, maxValue: layer.most },
    legendItems: [{ label: `least: ${layer.least}`, color: colors[0] }, { label: `most: ${layer.most}`, color: colors.at(-1) ?? colors[0] }],
    metadata: [{ name: "model", value: layer.model }, { name: "kind", value: layer.kind }, { name: "ATT&CK", value: layer.version }], links: [{ label: "Report", url: options.report }],
    showTacticRowBackground: false, selectTechniquesAcrossTactics: true, selectSubtechniquesWithParent: false,
  };
}

function techniqueOf({ id, score, comment, threats, facts }: AttackLayerTechnique, { report, open }: NavigatorOptions & { readonly open: boolean }): NavigatorTechnique {
  return {
    techniqueID: id, score, comment: [comment, ...threats.map(({ severity, title }) => `${severity}: ${title}`)].join("\n"), enabled: true,
    metadata: [...threats.map((threat) => ({ name: "threat", value: `${threat.id} (${threat.severity})` })), ...facts],
    links: threats.map((threat) => ({ label: threat.title, url: `${report}#${anchorId("threat", threat.id)}` })), showSubtechniques: open,
  };
}
