// The techniques of ATT&CK and ATLAS that steps of an attack use, each with the tactic it serves there. Names are those of ATT&CK 19.1 and ATLAS 2026-04; a test holds them against the catalogues.
import type { PathTactic, PathTechnique } from "@merlon/schema";

const TACTICS = {
  "reconnaissance": { id: "TA0043", shortname: "reconnaissance", name: "Reconnaissance" },
  "initial-access": { id: "TA0001", shortname: "initial-access", name: "Initial Access" },
  "execution": { id: "TA0002", shortname: "execution", name: "Execution" },
  "privilege-escalation": { id: "TA0004", shortname: "privilege-escalation", name: "Privilege Escalation" },
  "credential-access": { id: "TA0006", shortname: "credential-access", name: "Credential Access" },
  "discovery": { id: "TA0007", shortname: "discovery", name: "Discovery" },
  "lateral-movement": { id: "TA0008", shortname: "lateral-movement", name: "Lateral Movement" },
  "collection": { id: "TA0009", shortname: "collection", name: "Collection" },
  "exfiltration": { id: "TA0010", shortname: "exfiltration", name: "Exfiltration" },
  "impact": { id: "TA0040", shortname: "impact", name: "Impact" },
  "ai-execution": { id: "AML.TA0005", shortname: "execution", name: "Execution" },
  "ai-escalation": { id: "AML.TA0012", shortname: "privilege-escalation", name: "Privilege Escalation" },
} as const satisfies Readonly<Record<string, PathTactic>>;

export const TECHNIQUES = {
  "scan": use("T1595", "Active Scanning", "reconnaissance"),
  "phish": use("T1598", "Phishing for Information", "reconnaissance"),
  "enter": use("T1133", "External Remote Services", "initial-access"),
  "account": use("T1078", "Valid Accounts", "initial-access"),
  "default-account": use("T1078.001", "Default Accounts", "initial-access"),
  "partner": use("T1199", "Trusted Relationship", "initial-access"),
  "exploit-public": use("T1190", "Exploit Public-Facing Application", "initial-access"),
  "command": use("T1059", "Command and Scripting Interpreter", "execution"),
  "deploy": use("T1072", "Software Deployment Tools", "execution"),
  "pipeline": use("T1677", "Poisoned Pipeline Execution", "execution"),
  "rights": use("T1078", "Valid Accounts", "privilege-escalation"),
  "guess": use("T1110", "Brute Force", "credential-access"),
  "session": use("T1539", "Steal Web Session Cookie", "credential-access"),
  "token": use("T1528", "Steal Application Access Token", "credential-access"),
  "secret": use("T1552", "Unsecured Credentials", "credential-access"),
  "key": use("T1552.004", "Private Keys", "credential-access"),
  "vault": use("T1555", "Credentials from Password Stores", "credential-access"),
  "sniff-secret": use("T1040", "Network Sniffing", "credential-access"),
  "middle-secret": use("T1557", "Adversary-in-the-Middle", "credential-access"),
  "find": use("T1046", "Network Service Discovery", "discovery"),
  "sniff": use("T1040", "Network Sniffing", "discovery"),
  "service": use("T1021", "Remote Services", "lateral-movement"),
  "identity": use("T1550", "Use Alternate Authentication Material", "lateral-movement"),
  "exploit-inner": use("T1210", "Exploitation of Remote Services", "lateral-movement"),
  "repository": use("T1213", "Data from Information Repositories", "collection"),
  "database": use("T1213.006", "Databases", "collection"),
  "object": use("T1530", "Data from Cloud Storage", "collection"),
  "local": use("T1005", "Data from Local System", "collection"),
  "middle": use("T1557", "Adversary-in-the-Middle", "collection"),
  "carry-out": use("T1041", "Exfiltration Over C2 Channel", "exfiltration"),
  "change-stored": use("T1565.001", "Stored Data Manipulation", "impact"),
  "change-passing": use("T1565.002", "Transmitted Data Manipulation", "impact"),
  "change-running": use("T1565.003", "Runtime Data Manipulation", "impact"),
  "flood": use("T1499", "Endpoint Denial of Service", "impact"),
  "stop": use("T1489", "Service Stop", "impact"),
  "inject": use("AML.T0051", "LLM Prompt Injection", "ai-execution"),
  "agent-tool": use("AML.T0053", "AI Agent Tool Invocation", "ai-escalation"),
  "destroy": use("T1485", "Data Destruction", "impact"),
} as const satisfies Readonly<Record<string, Use>>;

export type TechniqueKey = keyof typeof TECHNIQUES;

interface Use { readonly technique: PathTechnique; readonly tactic: PathTactic }

function use(id: string, name: string, tactic: keyof typeof TACTICS): Use {
  return { technique: { id, name }, tactic: TACTICS[tactic] };
}
