/** Does a query watching `watch` (`job`, `job:<id>`; nothing: everything) depend on one of the `changed` aggregates? */
export function touches(watch: unknown, changed: ReadonlySet<string>): boolean {
	if (!Array.isArray(watch) || changed.has("*")) return true;
	return watch.some((name) => [...changed].some((agg) => agg === name || agg.startsWith(`${String(name)}:`)));
}
