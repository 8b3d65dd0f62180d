// What steps cost, as numbers in one place. The unit is effort: 0 nothing, 1 a trifle, 3 a day of a skilled person, 5 much skill or luck. docs/guides/attack-paths.md repeats the table in words.

export const COSTS = {
  /** Acting as what one has taken over, or with an account of one's own. */
  ownIdentity: 1,
  /** Using a stolen credential. */
  stolenCredential: 1,
  /** Taking over something that one may administer or deploy to. */
  administer: 1,
  /** A flaw in a program: before signing in, in what traffic passes through, after signing in, in how it reads answers; and a pipeline, which runs what it is given. */
  exploitOutside: 6,
  exploitPassed: 5,
  exploitInside: 4,
  exploitCaller: 6,
  exploitPipeline: 2,
  /** What it costs more where a provider runs the program for everybody. */
  exploitPlatform: 6,
  /** Steering a language model with text that it reads; having it use what it may; being taken for a sender of messages. */
  steer: 2,
  useAgent: 1,
  forgeSender: 1,
  /** Reading what is in hand; asking a store for more than a flow is for. */
  read: 1,
  readMore: 3,
  stealCredential: 1,
  phish: 4,
  /** Listening on a wire in a network that one is in; on the internet; getting in between. */
  sniff: 2,
  sniffOutside: 4,
  middle: 5,
  tamper: 1,
  tamperMore: 3,
  deny: 3,
  stop: 1,
  carryOut: 1,
} as const;

/** Getting through a door without an account: by how the caller is authenticated. */
export const GUESS: Readonly<Record<string, number>> = {
  "network-address": 2, "static-key": 4, "password": 3, "session": 4, "token": 5, "signature": 6, "mutual-tls": 7, "yes": 3,
};

/** What each second factor adds. */
export const FACTORS: Readonly<Record<string, number>> = { "code": 1, "push": 1, "phishing-resistant": 3, "yes": 1 };

/** What an open threat with a technique of the step takes off, down to 1. */
export const OPENING = 2;
