/** What is said when something about printing, media, the day does not go: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"print.already-gone": { what: "这一张已经送到打印机，取消不了。", next: "到打印机上取走。" },
		"print.job-missing": { what: "打印报价单要先选工单。", next: "选择工单再打印。" },
		"print.no-printer": { what: "还没有装标签机。", safe: "单据没有丢。", next: "到“设置 · 打印机”添加，再打印。" },
		"print.no-such-entry": { what: "找不到这条打印记录。", next: "看一眼最新的打印记录。" },
		"print.not-failed": { what: "这一张没有失败，不用重打。", next: "看一眼打印记录。" },
		"print.not-in-doubt": { what: "这一张的结果已经清楚了。", next: "不用再确认。" },
		"print.still-waiting": {
			what: "这台打印机还有 {{waiting}} 张没打完。",
			safe: "排队的单据都在。",
			next: "先打完或取消，再移除打印机。",
		},
		"print.unknown-printer": { what: "没有这台打印机。", safe: "单据没有丢。", next: "重新选择打印机。" },
		"media.gone": { what: "这张照片不在这台电脑上。", safe: "其他记录都在。", next: "等数据传过来，或重新拍一张。" },
		"media.not-a-picture": { what: "这个文件不是照片。", next: "选 JPG 或 PNG 照片。" },
		"media.too-large": { what: "照片太大。", next: "换小一点的照片，不超过 8 MB。" },
		"media.unknown-ticket": { what: "这次上传已经过期。", safe: "照片还在画面上。", next: "点“再存一次”。" },
		"day.range": { what: "一次最多看 {{mostDays}} 天。", next: "缩短日期范围。" },
	},
	en: {
		"print.already-gone": {
			what: "This one already went to the printer and can't be cancelled.",
			next: "Take it from the printer.",
		},
		"print.job-missing": { what: "Printing a quote needs its job.", next: "Choose the job and print again." },
		"print.no-printer": {
			what: "No label printer is set up.",
			safe: "Nothing was lost.",
			next: "Add one under Settings · Printers, then print.",
		},
		"print.no-such-entry": { what: "There is no such print.", next: "Look at the latest list." },
		"print.not-failed": { what: "This print didn't fail.", next: "Look at the list of prints." },
		"print.not-in-doubt": { what: "How this print ended is already known.", next: "Nothing to confirm." },
		"print.still-waiting": {
			what: "{{waiting}} prints still wait for this printer.",
			safe: "They are kept.",
			next: "Finish or cancel them, then remove it.",
		},
		"print.unknown-printer": { what: "There is no such printer.", safe: "Nothing was lost.", next: "Choose another." },
		"media.gone": {
			what: "This photo isn't on this PC.",
			safe: "Everything else is.",
			next: "Wait for it to arrive, or take another.",
		},
		"media.not-a-picture": { what: "This file isn't a photo.", next: "Choose a JPEG or PNG." },
		"media.too-large": { what: "The photo is too large.", next: "Use one of at most 8 MB." },
		"media.unknown-ticket": {
			what: "This upload has expired.",
			safe: "The photo is still on the screen.",
			next: "Save it again.",
		},
		"day.range": { what: "At most {{mostDays}} days at a time.", next: "Shorten the range." },
	},
});
