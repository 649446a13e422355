/** A label's data as named lines, ready to set: the names the layouts use. */
import type { LabelData, LabelLanguage } from "./labels.ts";

type Lines = Record<string, string>;

const words = {
	"zh-CN": {
		due: "取",
		urgent: "加急",
		lot: "批号",
		expires: "有效期至",
		serial: "序列号",
		place: "库位",
		whole: "整件",
	},
	en: { due: "due", urgent: "URGENT", lot: "Lot", expires: "Expires", serial: "S/N", place: "Bin", whole: "all" },
} satisfies Record<LabelLanguage, Lines>;

/** "2026-11-28" → "11-28": the year says nothing on a label that lives for days. */
const monthDay = (date: string) => date.slice(5);

/** Everything a layout may name for this label; empty when the data has none. */
export function labelFields(data: LabelData): Lines {
	const text = words[data.language];
	switch (data.kind) {
		case "piece": {
			const due = data.promisedOn ? monthDay(data.promisedOn) : "";
			return {
				code: data.code,
				bigDigits: data.orderNo.slice(-6),
				numberText: `${data.orderNo.slice(0, 5)} ${data.orderNo.slice(5, 7)} ${data.orderNo.slice(7, 13)} ${data.orderNo.slice(13)}${data.code.length > data.orderNo.length ? `-${data.code.slice(data.orderNo.length)}` : ""}`,
				piece: data.pieceName || text.whole,
				count: data.pieceCount > 1 ? `${data.pieceIndex}/${data.pieceCount}` : "",
				what: data.what,
				service: data.service ?? "",
				due: due && (data.language === "en" ? `${text.due} ${due}` : `${due} ${text.due}`),
				urgent: data.urgent ? text.urgent : "",
			};
		}
		case "item":
			return {
				code: data.code,
				codeText: data.codeText,
				what: data.what,
				brand: data.brand ?? "",
				serial: data.serialNo ? `${text.serial} ${data.serialNo}` : "",
			};
		case "part":
			return {
				code: data.code,
				partNo: data.partNo,
				name: data.name,
				spec: data.spec ?? "",
				lot: data.lot ? `${text.lot} ${data.lot}` : "",
				expires: data.expiresOn ? `${text.expires} ${data.expiresOn}` : "",
				location: data.location ? `${text.place} ${data.location}` : "",
				quantity: data.quantity ?? "",
			};
	}
}
