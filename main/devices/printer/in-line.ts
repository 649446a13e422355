/** Waits in line per address: most printers take a single connection and drop or mix a second one. */
const lines = new Map<string, Promise<unknown>>();

/** Runs after everything asked before for the same address, however that ended. */
export function inLine<T>(address: string, run: () => Promise<T>): Promise<T> {
	const before = lines.get(address) ?? Promise.resolve();
	const mine = before.then(run, run);
	const settled = mine.catch(() => undefined);
	lines.set(address, settled);
	void settled.then(() => {
		if (lines.get(address) === settled) lines.delete(address);
	});
	return mine;
}
