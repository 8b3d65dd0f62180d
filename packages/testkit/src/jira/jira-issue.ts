// What the double keeps of an issue, a link and the faults that a test switches on; times are milliseconds of the double's own clock.
export interface JiraIssue {
  readonly id: string;
  key: string;
  readonly oldKeys: string[];
  type: string;
  status: string;
  summary: string;
  labels: readonly string[];
  /** What else was written into `fields`: description, duedate, custom fields. */
  readonly others: Record<string, unknown>;
  readonly created: number;
  updated: number;
  /** When a search may first see the last write. */
  seenFrom: number;
  linkWords: readonly string[];
  readonly properties: Record<string, unknown>;
  readonly remoteLinks: JiraRemoteLink[];
}

export interface JiraRemoteLink {
  readonly id: number;
  readonly globalId: string;
  object: unknown;
}

export interface JiraLink {
  readonly id: string;
  readonly type: JiraLinkType;
  /** The issue that the outward words start from: Jira calls it the inward issue. */
  readonly from: JiraIssue;
  readonly to: JiraIssue;
}

export interface JiraLinkType {
  readonly id: string;
  readonly name: string;
  readonly inward: string;
  readonly outward: string;
}

export type JiraLimit = "jira-quota-global-based" | "jira-quota-tenant-based" | "jira-burst-based" | "jira-per-issue-on-write";

export interface JiraFaults {
  /** Search misses a write for this long; reading by key does not. */
  readonly lateMs?: number;
  /** Every n-th request is answered 429 for the next of these reasons. */
  readonly limits?: { readonly every: number; readonly reasons: readonly JiraLimit[] };
  /** The last page's token comes again instead of an end. */
  readonly repeatedToken?: boolean;
  /** Pages hold fewer issues than asked for. */
  readonly shortPages?: boolean;
  /** Every n-th write is cut off, before or after it took effect. */
  readonly cut?: { readonly every: number; readonly when: "before" | "after" };
  /** Every n-th request is answered by a proxy, in HTML. */
  readonly html?: { readonly every: number; readonly status: 200 | 502 };
  /** Every link is made twice. */
  readonly duplicateLinks?: boolean;
  /** These keys answer 404, as for somebody without permission. */
  readonly hidden?: readonly string[];
  /** The double's Date header is off by this much. */
  readonly skewMs?: number;
}
