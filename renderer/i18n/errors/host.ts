/** What is said when something about the line, the calls, the start does not go: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"host.gone": {
			what: "和本机程序的连接断了。",
			safe: "已保存的记录都在，填了一半的内容保存在草稿里。",
			next: "稍等几秒会自动恢复；不恢复就重新打开 Welt。",
		},
		"host.start-failed": {
			what: "本机程序没有启动成功。",
			safe: "已保存的记录都在。",
			next: "关掉窗口重新打开；还不行就打开“详情”，把编号报给维护人员。",
		},
		"host.foreign-sender": { what: "这个请求不是从 Welt 的画面发出的，已拒绝。", next: "关掉窗口重新打开 Welt。" },
		"host.not-json": { what: "画面和程序没有对上话。", next: "刷新画面；还不行就重新打开 Welt。" },
		"host.too-large": { what: "这次提交的内容太大。", next: "照片不要超过 8 MB，说明写短一些。" },
		"call.invalid-input": { what: "填写的内容不完整或格式不对：{{at}}。", next: "改好标出的栏目再提交。" },
		"call.unknown": { what: "这个版本的程序没有这项功能：{{name}}。", next: "更新程序后再试。" },
	},
	en: {
		"host.gone": {
			what: "The line to the workstation program broke.",
			safe: "Saved records are safe; what you were entering is kept as a draft.",
			next: "It comes back by itself in a few seconds; if not, open Welt again.",
		},
		"host.start-failed": {
			what: "The workstation program didn't start.",
			safe: "Saved records are safe.",
			next: "Close the window and open it again; if it stays, open Details and report the number.",
		},
		"host.foreign-sender": {
			what: "This request didn't come from a Welt screen and was refused.",
			next: "Close the window and open Welt again.",
		},
		"host.not-json": {
			what: "The screen and the program didn't understand each other.",
			next: "Reload the screen; if it stays, open Welt again.",
		},
		"host.too-large": { what: "What you sent is too large.", next: "Keep photos under 8 MB and notes shorter." },
		"call.invalid-input": {
			what: "Something is missing or in the wrong form: {{at}}.",
			next: "Correct the marked fields and submit again.",
		},
		"call.unknown": {
			what: "This version of the program can't do that: {{name}}.",
			next: "Update the program and try again.",
		},
	},
});
