/** Founds the demo's centre: people whose PINs stand on the sign-in screen, badges for the story, printers made of software. */
import { defaultCalendar } from "../../domain/clock/calendar.ts";
import { makeBadgeCode, tokenOf } from "../../domain/code/own.ts";
import type { App } from "../app.ts";
import { printerProfileSchema } from "../devices/printer/profile.ts";
import { demoSetting } from "../services/demo/demo.ts";
import { setBadge } from "../services/session/credentials.ts";
import { demoPinsSetting } from "../services/session/sign-in.ts";
import { found } from "../services/setup/found.ts";
import { type StaffKey, staff, staffKeys } from "./cast.ts";
import type { Colleague } from "./shop.ts";

const printers = [
	{ id: "demo-counter", name: ["前台标签机（虚拟）", "Counter labels (virtual)"], media: "60x40", dpi: 203 },
	{ id: "demo-bench", name: ["工位标签机（虚拟）", "Bench labels (virtual)"], media: "40x30", dpi: 300 },
] as const;

/** Refuses `setup.already-done`. */
export async function foundDemo(app: App, language: "zh-CN" | "en"): Promise<Record<StaffKey, Colleague>> {
	const say = ([zh, en]: readonly [string, string]) => (language === "en" ? en : zh);
	const people = staffKeys.map((key) => ({ ...staff[key], name: say(staff[key].name) }));
	const colleagues: [StaffKey, Colleague][] = [];
	const centre = {
		language,
		brandName: say(["沿条养护", "Welt Care"]),
		centreName: say(["沿条维修中心（演示店）", "Welt Repair Centre (demo)"]),
		code: "90001",
		stationNumber: 1,
		stationLabel: say(["前台", "Counter"]),
		address: say(["上海市徐汇区天平路88号", "88 Tianping Road, Xuhui, Shanghai"]),
		phone: "021-64370000",
		province: "上海",
		calendar: defaultCalendar,
		people,
	};
	await found(app, centre, (ids) => {
		app.local.setSetting(demoSetting, true);
		app.local.setSetting(demoPinsSetting, Object.fromEntries(people.map(({ pin }, at) => [ids[at] ?? "", pin])));
		for (const [at, key] of staffKeys.entries()) {
			const id = ids[at] ?? "";
			const token = tokenOf(app.ports.random.bytes(12));
			setBadge(app, id, token);
			colleagues.push([key, { id, badge: makeBadgeCode(token) }]);
		}
		for (const { id, name, media, dpi } of printers) {
			// Its port is drawn when it starts.
			const profile = { id, name: say(name), host: "127.0.0.1", port: 9100, language: "zpl", dpi, media };
			const known = printerProfileSchema.parse({ ...profile, gap: "gap", proof: "status" });
			app.print.printers.save(known, id === "demo-counter", true);
		}
	});
	return Object.fromEntries(colleagues) as Record<StaffKey, Colleague>;
}
