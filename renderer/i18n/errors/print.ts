/** Sentences for printing and the day's end. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"print.no-printer": {
			what: "还没有设置标签机，标签没有打印。",
			safe: "单据已经保存。",
			next: "到“打印”页添加一台标签机，再补打标签。",
		},
		"print.unknown-printer": { what: "这台标签机已经不在了。", next: "刷新页面后选另一台。" },
		"print.still-waiting": {
			what: "这台标签机还有 {{waiting}} 张标签在排队。",
			safe: "标签都在。",
			next: "等它打完，或在打印记录里取消，再删除这台机器。",
		},
		"print.job-missing": { what: "没有指明是哪件物品的报价单。", next: "从工单页打印报价单。" },
		"print.no-such-entry": { what: "这条打印记录已经清理了。", next: "需要的话从单据页重新打印。" },
		"print.not-in-doubt": { what: "这一张已经有人确认过了。", next: "看一下打印记录里的最新状态。" },
		"print.already-gone": { what: "这一张已经送出，不能再取消。", next: "到标签机上看看。" },
		"print.not-failed": { what: "这一张没有失败，不用重试。", next: "看一下打印记录里的最新状态。" },
		"print.not-out-yet": { what: "这一张还没有打出来，不能补打。", next: "等它打完，或在打印记录里处理它。" },
		"print.not-a-label": { what: "打印记录里没有留下这一张的内容。", next: "从单据页重新打印。" },
		"print.does-not-fit-roll": {
			what: "这个标签尺寸在这种小票纸上放不下。",
			next: "58 毫米纸请选 40×30 的标签，或换成 80 毫米纸。",
		},
		"day.range": { what: "日期范围不对。", next: "起止日期最多相隔 {{mostDays}} 天，并且先后不要颠倒。" },
	},
	en: {
		"print.no-printer": {
			what: "No label printer is set up, so no label was printed.",
			safe: "The order is saved.",
			next: "Add a label printer under Printing, then print the labels again.",
		},
		"print.unknown-printer": { what: "That label printer is gone.", next: "Reload the page and choose another." },
		"print.still-waiting": {
			what: "{{waiting}} labels still wait for this printer.",
			safe: "They are all there.",
			next: "Let it finish, or cancel them in the print journal, then remove it.",
		},
		"print.job-missing": { what: "Which item's quote was not said.", next: "Print the quote from the job's page." },
		"print.no-such-entry": {
			what: "That print entry has been cleared away.",
			next: "Print it again from the order if needed.",
		},
		"print.not-in-doubt": {
			what: "Somebody has already settled this one.",
			next: "Look at its state in the print journal.",
		},
		"print.already-gone": { what: "This one has been sent and can't be cancelled.", next: "Look at the printer." },
		"print.not-failed": { what: "This one did not fail.", next: "Look at its state in the print journal." },
		"print.not-out-yet": {
			what: "This one has not come out yet, so it can't be printed again.",
			next: "Let it finish, or settle it in the print journal.",
		},
		"print.not-a-label": {
			what: "The print journal has kept nothing to print this one from.",
			next: "Print it again from the order's page.",
		},
		"print.does-not-fit-roll": {
			what: "Labels of this size do not fit on this receipt roll.",
			next: "On 58 mm paper choose 40×30 labels, or use 80 mm paper.",
		},
		"day.range": {
			what: "Those dates do not work.",
			next: "At most {{mostDays}} days, the first before the last.",
		},
	},
});
