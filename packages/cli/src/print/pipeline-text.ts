// The formats that pipelines read, for commands that check something.
import { annotationsText, codeQualityText, junitText, type PipelineSuite } from "@merlon/reports";

export const pipelineFormats = ["junit", "annotations", "code-quality"] as const;
export type PipelineFormat = (typeof pipelineFormats)[number];

/** `root`: where one stands in the repository. */
export function pipelineText(format: PipelineFormat, suites: readonly PipelineSuite[], root: string): string {
  switch (format) {
    case "junit": return junitText(suites);
    case "annotations": return annotationsText(suites, { root });
    case "code-quality": return codeQualityText(suites, { root });
  }
}
