/** What `npm run archive:verify` found wrong: where, and in a sentence an engineer can act on. */
export type Fault = {
	/** `chain`, `head`, `feed`, `item`, `order`, `code`, `receipt`, `root`, `picture`, `erasure`, `document`. */
	kind: "chain" | "head" | "feed" | "item" | "order" | "code" | "receipt" | "root" | "picture" | "erasure" | "document";
	/** The place: store, chain and number, feed and place, day and brand, file. */
	at: string;
	what: string;
};

export type Report = (fault: Fault) => void;
