/** Sentences for the line between the screens and the workstation process, and for what it pushes. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"host.gone": {
			what: "和本机程序的连接断了。",
			safe: "已保存的记录都在,填了一半的内容保存在草稿里。",
			next: "稍等几秒会自动恢复;不恢复就重新打开 Welt。",
		},
	},
	en: {
		"host.gone": {
			what: "The line to the workstation program broke.",
			safe: "Saved records are safe; what you were entering is kept as a draft.",
			next: "It comes back by itself in a few seconds; if not, open Welt again.",
		},
	},
});
