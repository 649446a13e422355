/** A workstation of its own for the pictures, and how its page is driven. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHost } from "../host-process.mjs";
import { nodePath } from "../project.mjs";

/** Starts the built workstation on an empty folder (`demo`: with the demo workshop), hands its address on, ends it. */
export async function withHost({ built, language, demo }, use) {
	const data = mkdtempSync(join(tmpdir(), "welt-screens-"));
	const entry = join(built, "main/loopback.js");
	const words = ["--port=0", `--data=${data}`, `--lang=${language}`, ...(demo ? ["--demo"] : [])];
	const host = startHost(nodePath(), [entry, ...words], { line: true });
	try {
		const status = await host.ready;
		if (!status?.ready) throw new Error(`the workstation did not start: ${status?.reason ?? "it ended"}`);
		await use(status.url);
	} finally {
		host.stop();
		await host.ended;
		rmSync(data, { recursive: true, force: true });
	}
}

/** A call from inside the page: it has the cookie and the origin. */
export const caller =
	(page) =>
	async (name, input = {}) => {
		const answer = await page.evaluate(
			async ([path, body]) => {
				const init = { method: "POST", headers: { "content-type": "application/json" }, body };
				return (await fetch(path, init)).json();
			},
			[`/call/${name}`, JSON.stringify({ input })],
		);
		if (!answer.ok) throw new Error(`${name}: ${answer.error.reason ?? answer.error.code}`);
		return answer.value;
	};

/** Nothing is on its way any more: pictures loaded, fonts there, nothing greyed out. */
export async function settled(page, ms = 350) {
	await page.waitForLoadState("networkidle").catch(() => undefined);
	await page.evaluate(() => document.fonts.ready);
	await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.loading === "lazy"));
	await page.waitForTimeout(ms);
}

/** Founds a plain centre on an empty workstation, through the calls of the set-up, with one PIN for its manager. */
export async function foundCentre(call, language) {
	const centreName = language === "en" ? "Welt Repair Centre" : "沿条维修中心（徐汇店）";
	const { calendar, code, stationNumber } = await call("setup.defaults");
	const { groups } = await call("setup.drawRecovery", { language, centreName, stationNumber });
	await call("setup.found", {
		language,
		brandName: language === "en" ? "Welt Care" : "沿条养护",
		centreName,
		code: code || "01234",
		stationNumber,
		stationLabel: "",
		address: language === "en" ? "88 Tianping Road, Shanghai" : "上海市徐汇区天平路88号",
		phone: "021-64370000",
		province: language === "en" ? "Shanghai" : "上海",
		calendar,
		manager: { name: language === "en" ? "Wang" : "王店长", pin: "7391" },
		backupFolder: null,
		recovery: groups.join(" "),
	});
	return "7391";
}
