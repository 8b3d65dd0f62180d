// What a .tm7 file itself says, read with plain patterns and none of the code under test: its stored threats and whether generation was on.

export interface StoredFile {
  readonly generation: "on" | "off" | "not said";
  /** The distinct interactions: threat type and flow. */
  readonly stored: readonly { readonly type: string; readonly flow: string }[];
}

export function storedIn(text: string): StoredFile {
  const threats = text.split(/<[a-z]*:?KeyValueOfstringThreatpc_P0_PhOB>/).slice(1);
  const stored = threats.map((threat) => ({ type: valueOf(threat, "TypeId"), flow: valueOf(threat, "FlowGuid") }));
  const generation = valueOf(text, "ThreatGenerationEnabled").toLowerCase();
  return { generation: generation === "true" ? "on" : generation === "false" ? "off" : "not said", stored };
}

function valueOf(text: string, name: string): string {
  return new RegExp(`<(?:[a-z0-9]+:)?${name}(?:\\s[^>]*[^/])?>([^<]*)<`).exec(text)?.[1]?.trim() ?? "";
}
