/** One sentence per error code: what is said when a failure has no reason of its own, or one nobody knows yet. */
import type { ErrorCode } from "../../../domain/errors.ts";
import type { Language, Sentence } from "../define.ts";

export const codeSentences: Readonly<Record<Language, Readonly<Record<ErrorCode, Sentence>>>> = {
	"zh-CN": {
		"invalid-input": { what: "填写的内容不完整或格式不对。", next: "检查标出的栏目，改好后再提交。" },
		"not-found": { what: "找不到这条记录。", next: "核对号码后重新扫描，或用搜索查找。" },
		conflict: {
			what: "这条记录刚被别人改过。",
			safe: "两边的改动都没有丢。",
			next: "看一眼最新内容，再决定要不要改。",
		},
		"rule-broken": { what: "按规定现在不能这样做。", next: "先完成前面的步骤，或请店长处理。" },
		"not-signed-in": { what: "还没有登录，或屏幕已锁定。", safe: "已填写的内容都在。", next: "扫工牌或输入密码。" },
		forbidden: { what: "您的岗位不能做这一步。", next: "请有权限的同事扫工牌。" },
		"device-missing": {
			what: "设备没有连接。",
			safe: "单据和记录都在。",
			next: "检查电源和连接线，到“设置 · 设备”里测试。",
		},
		"device-busy": { what: "设备正被别的程序占用。", safe: "单据和记录都在。", next: "关闭占用设备的程序后重试。" },
		"device-failed": { what: "设备没有完成工作。", safe: "单据和记录都在。", next: "看设备上的指示灯，处理后重试。" },
		"archive-unreachable": {
			what: "连不上全国档案。",
			safe: "本机照常工作，记录会在线路恢复后自动上传。",
			next: "不用处理。一直连不上时检查网络。",
		},
		"archive-refused": {
			what: "全国档案没有接受这次上传。",
			safe: "记录都在本机。",
			next: "打开“详情”，把编号报给总部。",
		},
		"version-too-old": { what: "这台电脑的程序太旧。", safe: "数据没有改动。", next: "先更新程序，再继续。" },
		"storage-full": { what: "硬盘满了。", safe: "已保存的记录都在，这一条没有保存。", next: "清理硬盘后重试。" },
		"storage-damaged": {
			what: "数据文件读不出来。",
			safe: "程序已停止写入，备份没有动。",
			next: "不要重装。用恢复单从备份恢复。",
		},
		cancelled: { what: "已取消。", next: "需要时重新开始。" },
		"timed-out": { what: "等得太久，没有结果。", next: "再试一次；还不行就看设备或网络。" },
		internal: {
			what: "程序出错了，这一步没有完成。",
			safe: "已保存的记录都在。",
			next: "再试一次；还不行就打开“详情”，把编号报给维护人员。",
		},
	},
	en: {
		"invalid-input": {
			what: "Something is missing or in the wrong form.",
			next: "Check the marked fields and submit again.",
		},
		"not-found": { what: "There is no such record.", next: "Check the number and scan again, or search." },
		conflict: {
			what: "Somebody changed this record a moment ago.",
			safe: "Neither change is lost.",
			next: "Look at the latest state, then decide.",
		},
		"rule-broken": { what: "The rules don't allow this now.", next: "Finish the earlier step, or ask a manager." },
		"not-signed-in": {
			what: "Nobody is signed in, or the screen is locked.",
			safe: "What you entered is still here.",
			next: "Scan your badge or enter your PIN.",
		},
		forbidden: {
			what: "Your role doesn't allow this step.",
			next: "Ask a colleague with the right to scan their badge.",
		},
		"device-missing": {
			what: "The device isn't connected.",
			safe: "Papers and records are safe.",
			next: "Check power and cable, then test it under Settings · Devices.",
		},
		"device-busy": {
			what: "Another program is using the device.",
			safe: "Papers and records are safe.",
			next: "Close that program and try again.",
		},
		"device-failed": {
			what: "The device didn't finish its work.",
			safe: "Papers and records are safe.",
			next: "Look at its lights, put it right and try again.",
		},
		"archive-unreachable": {
			what: "The national archive can't be reached.",
			safe: "This workstation works on; records go up when the line returns.",
			next: "Nothing to do. If it lasts, check the network.",
		},
		"archive-refused": {
			what: "The national archive didn't accept this upload.",
			safe: "All records are on this workstation.",
			next: "Open Details and tell headquarters the number.",
		},
		"version-too-old": {
			what: "The program on this PC is too old.",
			safe: "No data was changed.",
			next: "Update it, then go on.",
		},
		"storage-full": {
			what: "The disk is full.",
			safe: "Saved records are safe; this one was not saved.",
			next: "Free some space and try again.",
		},
		"storage-damaged": {
			what: "The data file can't be read.",
			safe: "Writing has stopped; backups are untouched.",
			next: "Don't reinstall. Restore from a backup with the recovery sheet.",
		},
		cancelled: { what: "Cancelled.", next: "Start again when you need it." },
		"timed-out": {
			what: "It took too long and gave no answer.",
			next: "Try again; then check the device or the network.",
		},
		internal: {
			what: "The program failed at this step.",
			safe: "Saved records are safe.",
			next: "Try again; if it stays, open Details and report the number.",
		},
	},
};
