/** Sentences of the demo's refusals. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"demo.not-here": {
			what: "这台工作站不是演示工坊。",
			next: "条码表和演示导览只在演示工坊里有。",
		},
	},
	en: {
		"demo.not-here": {
			what: "This workstation is not the demo workshop.",
			next: "The sheet of codes and the tour exist in the demo only.",
		},
	},
});
