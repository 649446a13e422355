/** The sheet in a parcel: its codes read back by a decoder, everything on one A5 page, no word about the customer. */
import { expect, test } from "vitest";
import { makeOrderNumber } from "../../../domain/code/order-number.ts";
import { makeParcelCode } from "../../../domain/code/own.ts";
import { parseScan } from "../../../domain/code/scan.ts";
import { renderPdf } from "../../../main/print/render.ts";
import type { ParcelSheetData } from "../../../main/print/sheets.ts";
import { pdfPicture, readCodes, readPdf } from "../read-back.ts";

const token = "K7M2P9QX4T6W8Y3Z5A1B";
const orderNo = makeOrderNumber({ store: 1234, station: 5, counter: 123 });

const sheet = (language: "zh-CN" | "en"): ParcelSheetData => ({
	...{ kind: "parcel", language, printedAt: "2026-11-21 10:42", sentAt: "2026-11-21 10:40", orderNo },
	...{ from: "沿条维修中心（徐汇店）", to: "沿条维修中心（静安店）", carrier: "顺丰", waybill: "SF1234567890123" },
	...{ seal: "F20260117", code: makeParcelCode(token) },
	items: [1, 2].map((no) => ({
		name: `百丽 黑 皮鞋 24${no}`,
		pieces: ["左脚", "右脚"],
		labels: `-0${no * 2 - 1} -0${no * 2}`,
		promisedAt: "2026-11-24",
		next: "维修 · 换前掌",
		work: ["换前掌"],
		steps: "2/6",
	})),
});

for (const language of ["zh-CN", "en"] as const) {
	test(`says what, where to and how, and scans (${language})`, async () => {
		const pdf = await renderPdf(sheet(language));
		const pages = await readPdf(pdf);
		expect(pages).toHaveLength(1);
		const text = pages.map((page) => page.text).join("");
		for (const said of ["静安店", "SF1234567890123", "F20260117", "换前掌", "2026-11-24", "-03"]) {
			expect(text).toContain(said);
		}
		const codes = await readCodes(await pdfPicture(pdf, 1, 200));
		const meant = codes.map((code) => parseScan(code.text));
		expect(meant.filter(({ kind }) => kind === "parcel")).toMatchObject([{ token }, { token }]);
		expect(meant).toContainEqual(expect.objectContaining({ kind: "order", orderNumber: orderNo }));
	});
}
