/** Sentences of QC's refusals. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"qc.not-finished": { what: "还没修完，不能质检。", next: "等技师做完最后一道工序。" },
		"qc.not-at-qc": { what: "这件不在质检阶段，可能已经检过。", next: "打开工单看结果。" },
		"qc.own-work": {
			what: "自己修的不能自己质检。",
			next: "请另一位同事检；一人店可由店长在设置里允许，并会注明。",
		},
		"qc.points-missing": { what: "还有验收项没有勾：{{points}}。", next: "逐项检查后再通过。" },
		"qc.points-unknown": { what: "验收项和工单对不上，可能报价改过。", next: "看一眼最新的验收项。" },
		"qc.point-failed": { what: "有验收项不合格：{{points}}。", next: "不合格就退回返修，不能通过。" },
		"qc.still-curing": { what: "还在静置，还差 {{minutes}} 分钟。", next: "到时间再验收。" },
		"qc.after-photos-missing": {
			what: "还差 {{missing}} 张修后照片。",
			next: "照修前的角度补拍，再通过。",
		},
		"qc.no-failed-point": { what: "没有标出哪一项不合格。", next: "至少标一项不合格，再退回。" },
		"qc.nothing-to-redo": { what: "没有选要返工的项目。", next: "至少选一项。" },
		"qc.operation-not-in-job": { what: "工单里没有这个维修项目。", next: "从工单上的项目里选。" },
	},
	en: {
		"qc.not-finished": { what: "The repair isn't finished.", next: "Wait until the last step is done." },
		"qc.not-at-qc": { what: "This job isn't at QC; it may have been inspected.", next: "Open the job to see." },
		"qc.own-work": {
			what: "You can't inspect your own repair.",
			next: "Ask a colleague; a one-person shop may allow it in the settings, and it is flagged.",
		},
		"qc.points-missing": { what: "Points not answered yet: {{points}}.", next: "Check each one, then pass." },
		"qc.points-unknown": {
			what: "The points don't match the job; the quote may have changed.",
			next: "Look at the latest points.",
		},
		"qc.point-failed": { what: "Failed points: {{points}}.", next: "Send it back; it can't pass." },
		"qc.still-curing": { what: "It still cures for {{minutes}} min.", next: "Inspect it then." },
		"qc.after-photos-missing": {
			what: "After photos are missing: {{missing}}.",
			next: "Take them from the same angles as before, then pass.",
		},
		"qc.no-failed-point": { what: "No point is marked as failed.", next: "Mark at least one, then send it back." },
		"qc.nothing-to-redo": { what: "No operation to redo is chosen.", next: "Choose at least one." },
		"qc.operation-not-in-job": { what: "The job has no such operation.", next: "Choose one of the job's." },
	},
});
