/** What is said when something about what a scanner read does not go: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"scan.check": { what: "条码没有扫完整。", next: "擦一下标签再扫；还不行就手动输入号码。" },
		"scan.empty": { what: "没有扫到内容。", next: "对准条码再扫一次。" },
		"scan.encoding": { what: "条码里的文字读不出来。", next: "把扫码枪改成 UTF-8 输出，或手动输入。" },
		"scan.gs1": { what: "商品码的格式不对。", next: "换一个码扫，或手动输入货号。" },
		"scan.not-a-scan": { what: "这是扫码枪的设置回应，不是条码。", next: "继续扫码就行。" },
		"scan.too-long": { what: "这个码太长，不是我们用的码。", next: "换一个码扫。" },
		"scan.unknown-order": { what: "这台电脑上没有这张单。", next: "核对单号；别的店收的单，请联系收件的店。" },
		"scan.no-item": { what: "这个码认得，但不是物品、工单或标签。", next: "换物品上的码扫，或用搜索查找。" },
	},
	en: {
		"scan.check": {
			what: "The code was read incompletely.",
			next: "Wipe the label and scan again, or type the number.",
		},
		"scan.empty": { what: "Nothing was read.", next: "Aim at the code and scan again." },
		"scan.encoding": { what: "The text in this code can't be read.", next: "Set the scanner to UTF-8, or type it." },
		"scan.gs1": {
			what: "This product code isn't in the right form.",
			next: "Scan another code, or type the style number.",
		},
		"scan.not-a-scan": { what: "This was the scanner answering a setting, not a code.", next: "Go on scanning." },
		"scan.too-long": { what: "This code is too long to be one of ours.", next: "Scan another." },
		"scan.unknown-order": {
			what: "This workstation has no such order.",
			next: "Check the number; for another shop's order ask that shop.",
		},
		"scan.no-item": {
			what: "This code can be read, but it is no item, order or label.",
			next: "Scan a code on the item, or search.",
		},
	},
});
