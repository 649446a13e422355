/** Sentences for printers for paper. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"print.no-paper-printer": {
			what: "还没有打印机负责这种单据。",
			safe: "单据没有丢，随时可以再打。",
			next: "先用“预览 / 保存”打印；店长可在“设备”里给它指定一台打印机。",
		},
		"print.unknown-paper-printer": { what: "这台打印机已经不在了。", next: "刷新页面后选另一台。" },
		"print.too-many-paper-printers": { what: "单据打印机最多设 16 台。", next: "先删除不用的。" },
		"print.papers-still-waiting": {
			what: "这台打印机还有 {{waiting}} 份单据在排队。",
			safe: "单据都在。",
			next: "等它打完，或在打印记录里取消，再删除这台机器。",
		},
	},
	en: {
		"print.no-paper-printer": {
			what: "No printer takes this paper yet.",
			safe: "The paper is not lost and can be printed at any time.",
			next: "Print it from the preview; a manager can give it a printer under Devices.",
		},
		"print.unknown-paper-printer": { what: "That printer is gone.", next: "Reload the page and choose another." },
		"print.too-many-paper-printers": {
			what: "At most 16 printers for paper can be set up.",
			next: "Remove one that is not used.",
		},
		"print.papers-still-waiting": {
			what: "{{waiting}} papers still wait for this printer.",
			safe: "They are all there.",
			next: "Let it finish, or cancel them in the print journal, then remove it.",
		},
	},
});
