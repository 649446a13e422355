/** How a concept's folded state becomes rows. One projector per aggregate kind; each writes only its own tables. */
export type Projector = {
	/** Replaces the rows of one aggregate by what its state says. */
	write(state: object): void;
	/** Empties the projector's tables before a refold. */
	clear(): void;
	/** Rows of every table in a fixed order, for the byte-equal test. Search indexes apart. */
	tables: readonly string[];
};
