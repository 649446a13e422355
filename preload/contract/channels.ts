/** Where the desktop app's screens live, and the names the two halves of its bridge meet under. */

/** One origin for pages and media alike, so that the content policy's 'self' covers both. */
export const appScheme = "app";
export const appOrigin = "app://welt";

export const callChannel = "welt:call";
export const pushChannel = "welt:push";
