/**
 * An item taken in without a line may be one the archive knows. Each code that names a single item is asked about once
 * the line is back; the younger record is merged into the older one by an event, and both ids stay what they are. A
 * serial alone is not enough when brand or kind differ: then a person decides.
 */
import { refuse } from "../../../domain/errors.ts";
import { isSingle } from "../../../domain/item/codes.ts";
import { type ItemCode, type ItemState, itemEvents } from "../../../domain/item/item.ts";
import type { App } from "../../app.ts";
import type { By } from "../../router.ts";
import type { Identifier } from "../../sync/passport.ts";
import { adoptEvents } from "./adopt.ts";
import { elsewhere } from "./elsewhere.ts";

/** A code nobody knew is asked about again after a day: the other workshop may have had no line either. */
const askAgainMs = 24 * 3_600_000;
/** Questions of one round; the rest follows with the next. */
const mostAsks = 20;

/** Kinds of code the archive can be asked by, among those that name one item. */
export function identifierOf({ kind, value }: Pick<ItemCode, "kind" | "value">): Identifier | undefined {
	if (!isSingle({ kind }) || kind === "anti-counterfeit") return undefined;
	return { kind: kind as Identifier["kind"], value };
}

export async function mendDoubles(app: App): Promise<void> {
	const { passports } = app.sync;
	let asks = 0;
	for (const { id, codes } of passports.rows.held()) {
		for (const code of codes as ItemCode[]) {
			const identifier = identifierOf(code);
			if (!identifier) continue;
			const { kind, value } = identifier;
			const before = passports.rows.find(kind, value);
			if (!before || (before.item === null && before.answeredAt <= app.ports.clock.now() - askAgainMs)) {
				asks += 1;
				if (asks > mostAsks) return;
				await passports.ask(identifier);
			}
			mendOne(app, id, code);
		}
	}
}

function mendOne(app: App, itemId: string, code: ItemCode): void {
	const other = doubleOf(app, itemId, code);
	const item = app.states.find("item", itemId)?.state;
	if (other && item && isSure(code, item, other)) merge(app, app.log.identity.dev, itemId, other.id);
}

/** The archive's item under this code, when it is another one than ours. */
function doubleOf(app: App, itemId: string, { kind, value }: ItemCode): ItemState | undefined {
	const { rows } = app.sync.passports;
	const found = rows.find(kind, value)?.item;
	if (!found) return undefined;
	const into = rows.standing(found);
	if (into === rows.standing(itemId)) return undefined;
	return app.states.find("item", into)?.state ?? elsewhere(app, into).items.find(({ id }) => id === into);
}

function isSure({ kind }: ItemCode, ours: ItemState, theirs: ItemState): boolean {
	const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
	return kind !== "serial" || (same(ours.brand, theirs.brand) && ours.kind === theirs.kind);
}

/** Another record under one of this item's codes that only a person can tell apart. */
export function suspectedDouble(app: App, item: ItemState): ItemState | undefined {
	for (const code of item.codes) {
		const other = identifierOf(code) && doubleOf(app, item.id, code);
		if (other) return other;
	}
	return undefined;
}

function merge(app: App, actor: string, itemId: string, into: string): void {
	const merged = itemEvents["item.merged"].make(`item:${itemId}`, { into }, { refs: [`item:${into}`] });
	app.log.append(actor, [...adoptEvents(app, into), merged]);
}

/** A person found that both are one. */
export function mergeBy(
	app: App,
	by: By,
	{ itemId, version, into }: { itemId: string; version: number; into: string },
) {
	const { state } = app.states.getAt("item", itemId, version);
	if (suspectedDouble(app, state)?.id !== into) refuse("not-found", "item.not-found");
	merge(app, by.person, itemId, into);
	return { itemId: into };
}
