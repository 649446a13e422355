/** Texts of the sounds a scan makes. */
import { defineTexts } from "../define.ts";

export const soundTexts = defineTexts("sounds", {
	"zh-CN": {
		title: "扫码声音",
		on: "扫码时响一声",
		volume: "音量",
		understood: "认出来了",
		"not-understood": "不认识",
		attention: "要注意",
		try: "试听：{{sound}}",
		off: "已关。扫到什么，画面上方照样显示。",
	},
	en: {
		title: "Scan sounds",
		on: "A sound for each scan",
		volume: "Volume",
		understood: "Understood",
		"not-understood": "Not understood",
		attention: "Needs attention",
		try: "Try: {{sound}}",
		off: "Off. What was scanned still shows at the top.",
	},
});
