/**
 * What workstations and the archive say to each other, version by version. Both sides import this folder; nothing in it
 * sends, stores or decides. A change here changes the pinned hash (tests/archive/protocol.hash), so it is deliberate.
 */

/** Spoken by this build. */
export const protocolVersion = 1;
/** The oldest version the archive still answers; older workstations are told to upgrade and keep their outbox. */
export const oldestProtocol = 1;

/** Most events of one push or one page of a pull. */
export const maxBatch = 1_000;
/** Most bytes of one push, unpacked. */
export const maxPushBytes = 1_048_576;
/** Most bytes of one event's canonical text. */
export const maxEventBytes = 262_144;
/** Most bytes of one picture's ciphertext. */
export const maxBlobBytes = 8_389_632;
/** Most feeds of one pull. */
export const maxFeeds = 64;
/** Life of a sign-in token. */
export const tokenLifeMs = 15 * 60_000;
/** Life of a one-time enrolment code. */
export const codeLifeMs = 10 * 60_000;
/** How long a store is told about an item it asked for once. */
export const interestLifeMs = 90 * 24 * 3_600_000;
