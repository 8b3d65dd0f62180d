// One issue as an export has it, JSON or CSV, before the map says what of it is kept.
import type { TicketLink, Where } from "@merlon/schema";

export interface RawIssue {
  readonly where: Where;
  readonly key: string;
  readonly type: string | undefined;
  readonly title: string | undefined;
  readonly status: string | undefined;
  readonly category?: string | undefined;
  readonly created?: string | undefined;
  readonly updated?: string | undefined;
  readonly priority?: string | undefined;
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly parent?: string | undefined;
  readonly labels: readonly string[];
  readonly components: readonly string[];
  /** The name of its security level. */
  readonly restricted?: string | undefined;
  readonly description?: string | undefined;
  readonly links: readonly TicketLink[];
  /** A field by the name that people see or by its id; undefined where the export has no such field. */
  readonly field: (name: string) => readonly string[] | undefined;
}
