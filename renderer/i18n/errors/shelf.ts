/** Sentences of the shelves' refusals. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"shelf.not-here": { what: "这件已经取走或作废，不在店里。", next: "东西还在手上就核对一下标签。" },
		"shelf.unknown-label": { what: "没有这个工单号。", next: "看清标签再扫一次，或手输号码。" },
		"shelf.two-orders": { what: "有两张工单用了这个号码。", next: "打开工单，由店长给其中一张改号。" },
	},
	en: {
		"shelf.not-here": {
			what: "This one was handed over or voided.",
			next: "If it is in your hands, check the label.",
		},
		"shelf.unknown-label": { what: "There is no order with this number.", next: "Scan again, or type the number." },
		"shelf.two-orders": {
			what: "Two orders carry this number.",
			next: "Open them; a manager renumbers one.",
		},
	},
});
