/** A workshop whose line can be cut and lied on, and documents of a head office. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { drawCode } from "../../../archive/server/gate/enrol.ts";
import { publish } from "../../../archive/server/reference/publish.ts";
import type { ReferenceKind } from "../../../domain/reference/kinds.ts";
import type { PriceList } from "../../../domain/standard/prices.ts";
import { stationEvents } from "../../../domain/station/station.ts";
import type { App } from "../../../main/app.ts";
import { adoption } from "../../../main/services/standard/adopt.ts";
import { type Ask, type Line, LineDown, type Said } from "../../../main/sync/line.ts";
import { appOf, openReadyWorkstation, type ReadyWorkstation } from "../../support/fixtures.ts";
import { rootDir, testStart } from "../../support/memory-workstation.ts";
import { injectLine } from "../../sync/support/inject-line.ts";
import type { TestArchive } from "../support/archive.ts";

export const dayMs = 86_400_000;
/** Before every workstation's clock. */
export const begun = testStart - dayMs;

export type Shop = {
	ws: ReadyWorkstation;
	code: string;
	app(): App;
	down: boolean;
	/** What the line makes of an answer. */
	alter: ((ask: Ask, said: Said) => Said) | undefined;
	/** One round of the exchange. */
	round(): Promise<void>;
	restart(): Promise<void>;
};

let count = 500;

export async function openShop(archive: TestArchive, brand = archive.brands[0] ?? ""): Promise<Shop> {
	count += 1;
	const inside = injectLine(() => archive);
	const line: Line = {
		async ask(ask, signal) {
			if (shop.down) throw new LineDown("cut");
			const said = await inside.ask(ask, signal);
			return shop.alter?.(ask, said) ?? said;
		},
	};
	const shop: Shop = {
		ws: await openReadyWorkstation({ seed: count, line: () => line }),
		code: String(50_000 + count),
		app: () => appOf(shop.ws),
		down: false,
		alter: undefined,
		async round() {
			shop.ws.clock.pass(61_000);
			await shop.app().sync.engine.run();
		},
		async restart() {
			const { staff } = shop.ws;
			const again = await shop.ws.restart();
			const as: ReadyWorkstation["as"] = (role) => appOf(again).session.open({ person: staff[role], roles: [role] });
			shop.ws = { ...again, app: appOf(again), staff, as };
			as("clerk");
		},
	};
	const { app } = shop.ws;
	const { dev } = app.log.identity;
	app.log.append(dev, [
		stationEvents["station.opened"].make(`station:${dev}`, { number: 1, label: "前台" }),
		...adoption(app),
	]);
	const code = await drawCode(archive.archive, { code: shop.code, name: `门店${count}`, brands: [brand] });
	await app.sync.enrol("http://127.0.0.1:1", code, "前台");
	await shop.round();
	return shop;
}

const folder = join(rootDir, "assets", "standard");
export const shippedFile = (name: string) => readFileSync(join(folder, name), "utf8");
export const shippedFiles = () =>
	Object.fromEntries(
		readdirSync(folder)
			.filter((name) => name.endsWith(".json"))
			.map((name) => [name, shippedFile(name)]),
	);

/** The shipped list under the head office's name, one operation at another price. */
export function priceList(version: string, unitFen: number, more: object = {}): PriceList {
	const shipped = JSON.parse(shippedFile("prices.sample.json")) as PriceList;
	const operations = shipped.operations.map((row) => (row.code === "O02" ? { ...row, unitFen } : row));
	return {
		...shipped,
		id: "hq",
		version,
		name: { zh: "全国价目表", en: "Price list" },
		sample: false,
		operations,
		...more,
	};
}

export function publishFor(
	{ archive }: TestArchive,
	brand: string,
	kind: ReferenceKind,
	value: unknown,
	effectiveFrom = begun,
) {
	return publish(archive, { brand, kind, value, effectiveFrom });
}

/** What the counter would charge for gluing a sole. */
export async function soleFen({ ws }: Shop): Promise<{ fen: number | null; sample: boolean }> {
	ws.as("clerk");
	const shown = await ws.call("intake.preview", { items: [{ services: ["O02"], agreed: false, kind: null }] });
	return { fen: shown.items[0]?.totalFen ?? null, sample: shown.samplePrices };
}
