/**
 * The demo workshop: a centre with people whose PINs stand on the sign-in screen. Called by `setup.demo` only, on an
 * empty workstation; nothing of it can be mixed into a real centre.
 */
import { defaultCalendar } from "../../../domain/clock/calendar.ts";
import type { App } from "../../app.ts";
import { demoPinsSetting } from "../session/sign-in.ts";
import { type Founding, found } from "../setup/found.ts";

type Person = Founding["people"][number];

const people: readonly Person[] = [
	{ name: "王店长", roles: ["manager"], number: "01", pin: "2580" },
	{ name: "周敏", roles: ["clerk"], number: "02", pin: "1357" },
	{ name: "李师傅", roles: ["technician"], number: "03", pin: "2468" },
	{ name: "赵师傅", roles: ["technician"], number: "04", pin: "3690" },
	{ name: "陈静", roles: ["inspector", "clerk"], number: "05", pin: "1470" },
];

/** Founds the demo centre and its staff. Refuses `setup.already-done`. */
export async function fillDemo(app: App, language: "zh-CN" | "en"): Promise<void> {
	const centre: Founding = {
		language,
		brandName: "沿条养护",
		centreName: "沿条维修中心(演示店)",
		code: "90001",
		stationNumber: 1,
		stationLabel: "前台",
		address: "上海市徐汇区天平路88号",
		phone: "021-64370000",
		province: "上海",
		calendar: defaultCalendar,
		people,
	};
	await found(app, centre, (ids) => {
		const pins = Object.fromEntries(people.map(({ pin }, at) => [ids[at] ?? "", pin]));
		app.local.setSetting("demo", true);
		app.local.setSetting(demoPinsSetting, pins);
	});
}
