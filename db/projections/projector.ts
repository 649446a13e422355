/** How a concept's folded state becomes rows. One projector per aggregate kind; each writes only its own tables. */
export type Projector = {
	/** Replaces the rows of one aggregate by what its state says. */
	write(state: object): void;
	/** Takes the rows of one aggregate away. */
	remove(id: string): void;
	/** Before a commit: what is made of rows once all of them stand. */
	settle?(): void;
	/** Empties the projector's tables before a refold. */
	clear(): void;
	/** Rows of every table in a fixed order, for the byte-equal test. Search indexes apart. */
	tables: readonly string[];
	/** Those of them whose rows are only ever replaced by their primary key; the others are found by another column. */
	keyed: readonly string[];
};

/** True when the state itself can't be written, not when the disk or the file is in trouble. */
function isUnwritable(error: unknown): boolean {
	if (error instanceof TypeError || error instanceof RangeError) return true;
	return error instanceof Error && String((error as { code?: unknown }).code).startsWith("SQLITE_CONSTRAINT");
}

/**
 * Writes the rows of a state this PC's own event led to: one that no row can hold is this program's fault and is thrown,
 * unless what another PC sent had made the state so already; nobody here may be stopped by that.
 */
export function writeOwnRows(projector: Projector, id: string, state: object, before: () => object | undefined): void {
	try {
		projector.write(state);
	} catch (error) {
		if (!isUnwritable(error) || isWritable(projector, before())) throw error;
		projector.remove(id);
	}
}

function isWritable(projector: Projector, state: object | undefined): boolean {
	try {
		if (state !== undefined) projector.write(state);
		return true;
	} catch (error) {
		if (!isUnwritable(error)) throw error;
		return false;
	}
}

/**
 * Writes the rows of a state another PC had a part in. A state no row can hold has none: whatever was sent, everything
 * else goes on, and a refold comes to the same.
 */
export function writeRows(projector: Projector, id: string, state: object | undefined): void {
	if (state === undefined) {
		projector.remove(id);
		return;
	}
	try {
		projector.write(state);
	} catch (error) {
		if (!isUnwritable(error)) throw error;
		projector.remove(id);
	}
}
