// Words of a sentence without their endings, with everyday words for the same thing made one.

const idle = new Set((
  "a an and are as at be because been but by can could did do does for from get gets go had has have he her him his how i if in into is it its just like make may maybe might more most much my no nor not of off on one only or our "
  + "out over own she so some somebody someone somehow something than that the their them then there they thing this those through to too up us use used very was we were what when where which while who whole whom why will with without would "
  + "you your anybody anyone everybody everyone nobody able also any all each even ever every again around against other others same such under until via"
).split(" "));

/** Each line is one meaning; the first word stands for all. */
const meanings = [
  "password credential passphrase login secret", "encrypt clear plaintext plain unencrypted tls https cleartext cipher", "read leak disclose steal stolen expose eavesdrop sniff intercept listen spy see copy snoop",
  "change tamper manipulate alter modify overwrite corrupt", "impersonate pretend pose fake forge spoof", "flood overload ddos exhaust fill bombard", "down unavailable outage crash offline", "inject injection sql sqli query",
  "script xss javascript", "administrator admin operator root", "guess brute force spray stuff", "delete erase wipe destroy ransom ransomware extortion", "deny repudiate dispute", "log record audit trail", "backup restore snapshot",
  "firewall segment segmentation network filter", "phish phishing", "patch update outdated vulnerable", "session cookie", "dependency library package supply", "factor mfa 2fa otp", "upload file attachment", "personal privacy gdpr pii",
  "customer user member shopper", "database db datastore store",
].map((line) => line.split(" "));

const byWord = new Map(meanings.flatMap((words) => words.map((word) => [stem(word), stem(words[0] ?? word)] as const)));

export function stems(text: string): readonly string[] {
  const words = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1 && !idle.has(word));
  return words.map(stem).map((word) => byWord.get(word) ?? word);
}

/** Endings only, longest first; short words stay. */
function stem(word: string): string {
  if (word.length < 5) return word.length === 4 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  const bare = word.replace(/(?:ations?|ingly|edly|ings?|ions?|ers?|ies|ied|ed|es|ly|s)$/, "");
  const rest = bare.length >= 3 ? bare : word;
  return rest.replace(/(.)\1$/, "$1").replace(/[ey]$/, "");
}
