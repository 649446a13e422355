/** What is said when something about quality check and shelves does not go: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"qc.after-photos-missing": {
			what: "还缺 {{missing}} 张修后照片。",
			safe: "勾选的结果都在。",
			next: "按修前的角度补拍。",
		},
		"qc.no-failed-point": { what: "没有一项不合格，不能退回。", next: "勾选不合格的项目，或判合格。" },
		"qc.not-at-qc": { what: "工单不在质检环节。", next: "看一眼最新进度。" },
		"qc.not-finished": { what: "维修还没有完成，不能质检。", next: "等技师送检。" },
		"qc.nothing-to-redo": { what: "没有选要返工的工序。", next: "至少选一道。" },
		"qc.operation-not-in-job": { what: "工单里没有维修项目 {{operation}}。", next: "重新选择项目。" },
		"qc.own-work": { what: "不能质检自己做的活。", next: "请另一位质检员来。" },
		"qc.point-failed": {
			what: "有 {{points}} 项不合格，不能判合格。",
			safe: "勾选的结果都在。",
			next: "退回返工，或重新检查。",
		},
		"qc.points-missing": { what: "还有项目没检：{{points}}。", safe: "勾选的结果都在。", next: "检完再提交。" },
		"qc.points-unknown": { what: "检查项目变了。", next: "重新打开质检画面。" },
		"qc.still-curing": { what: "还要固化 {{minutes}} 分钟才能质检。", next: "先检别的，到时间再来。" },
		"shelf.not-here": { what: "这件已经不在店里，不能上架。", next: "核对标签；送回来了就先登记。" },
		"shelf.two-orders": {
			what: "两张单用了同一个号码，分不清是哪一件。",
			safe: "两张单都在。",
			next: "打开单子核对，再改其中一个号码。",
		},
		"shelf.unknown-label": { what: "没有工单用这个标签。", next: "核对标签后重新扫描。" },
	},
	en: {
		"qc.after-photos-missing": {
			what: "{{missing}} photos of the finished work are missing.",
			safe: "Your marks are kept.",
			next: "Take them from the same angles as before.",
		},
		"qc.no-failed-point": {
			what: "Nothing is marked as failed, so it can't be sent back.",
			next: "Mark what failed, or pass it.",
		},
		"qc.not-at-qc": { what: "The job isn't at quality check.", next: "Look at its progress." },
		"qc.not-finished": { what: "The repair isn't finished.", next: "Wait until the technician hands it over." },
		"qc.nothing-to-redo": { what: "No step to redo was chosen.", next: "Choose at least one." },
		"qc.operation-not-in-job": { what: "Operation {{operation}} isn't part of this job.", next: "Choose again." },
		"qc.own-work": { what: "You can't check your own work.", next: "Ask another inspector." },
		"qc.point-failed": {
			what: "{{points}} points failed, so it can't pass.",
			safe: "Your marks are kept.",
			next: "Send it back, or check again.",
		},
		"qc.points-missing": {
			what: "Some points aren't checked: {{points}}.",
			safe: "Your marks are kept.",
			next: "Check them and submit again.",
		},
		"qc.points-unknown": { what: "The points to check have changed.", next: "Open the check again." },
		"qc.still-curing": { what: "It has to cure for {{minutes}} more minutes.", next: "Check another one meanwhile." },
		"shelf.not-here": {
			what: "This is no longer in the shop, so it can't be shelved.",
			next: "Check the label; if it came back, register it first.",
		},
		"shelf.two-orders": {
			what: "Two orders carry this number, so it isn't clear which one it is.",
			safe: "Both orders are safe.",
			next: "Compare them and renumber one.",
		},
		"shelf.unknown-label": { what: "No job has this label.", next: "Check the label and scan again." },
	},
});
