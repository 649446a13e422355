/** Sentences for the line between the screens and the workstation process, its data folder and its key. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"host.gone": {
			what: "和本机程序的连接断了。",
			safe: "已保存的记录都在，填了一半的内容保存在草稿里。",
			next: "稍等几秒会自动恢复；不恢复就重新打开 Welt。",
		},
		"host.too-large": {
			what: "内容太大，没有送出。",
			safe: "没有保存任何改动，之前的记录都在。",
			next: "照片不要超过 8 MB,文字请分几次填写。",
		},
		"host.not-json": {
			what: "画面送出的内容本机程序看不懂。",
			safe: "没有保存任何改动。",
			next: "请关掉 Welt 重新打开；再次出现请把“详情”告诉维护人员。",
		},
		"host.foreign-sender": {
			what: "有不是 Welt 的页面想操作这台工作站，已拒绝。",
			safe: "没有执行任何操作，记录没有被看到。",
			next: "请关掉 Welt 重新打开。",
		},
		"host.start-failed": {
			what: "工作站没能启动。",
			safe: "没有改动任何数据。",
			next: "请关掉 Welt 重新打开；再次出现请把数据文件夹里 logs 中的日志交给维护人员。",
		},
		"data.in-use": {
			what: "这个数据文件夹已被另一个 Welt 打开。",
			safe: "那一个照常工作，数据没有受影响。",
			next: "请切换到已打开的 Welt,或先把它关掉。",
		},
		"data.full": {
			what: "磁盘已满，无法启动。",
			safe: "已保存的记录都在。",
			next: "请清理磁盘空间后重新打开。",
		},
		"data.not-writable": {
			what: "数据文件夹无法使用。",
			safe: "没有改动任何数据。",
			next: "请检查文件夹的权限，或换一个文件夹。",
		},
		"vault.key-sealed": {
			what: "这台工作站的密钥由桌面版保管，浏览器版打不开。",
			safe: "数据没有受影响。",
			next: "请用桌面版打开。",
		},
		"vault.key-unreadable": {
			what: "工作站的密钥无法读取，顾客资料暂时打不开。",
			safe: "数据和备份都没有改动。",
			next: "请用原来的系统账户打开；不行就用恢复单从备份恢复。",
		},
	},
	en: {
		"host.gone": {
			what: "The line to the workstation program broke.",
			safe: "Saved records are safe; what you were entering is kept as a draft.",
			next: "It comes back by itself in a few seconds; if not, open Welt again.",
		},
		"host.too-large": {
			what: "This is too large and was not sent.",
			safe: "Nothing was changed; earlier records are safe.",
			next: "Keep a photo under 8 MB, and enter long text in parts.",
		},
		"host.not-json": {
			what: "The workstation program did not understand what the screen sent.",
			safe: "Nothing was changed.",
			next: "Close Welt and open it again; if it happens again, give the details to whoever maintains it.",
		},
		"host.foreign-sender": {
			what: "A page that is not Welt tried to use this workstation and was refused.",
			safe: "Nothing was done, and no record was seen.",
			next: "Close Welt and open it again.",
		},
		"host.start-failed": {
			what: "The workstation could not start.",
			safe: "No data was changed.",
			next: "Close Welt and open it again; if it happens again, hand on the log in the data folder's logs.",
		},
		"data.in-use": {
			what: "Another Welt has this data folder open.",
			safe: "That one works on as usual; the data is unharmed.",
			next: "Switch to the Welt that is open, or close it first.",
		},
		"data.full": {
			what: "The disk is full: Welt can't start.",
			safe: "Saved records are safe.",
			next: "Free some space on the disk and open Welt again.",
		},
		"data.not-writable": {
			what: "The data folder can't be used.",
			safe: "No data was changed.",
			next: "Check the folder's permissions, or choose another folder.",
		},
		"vault.key-sealed": {
			what: "The desktop app keeps this workstation's key; the browser version can't open it.",
			safe: "The data is unharmed.",
			next: "Open it with the desktop app.",
		},
		"vault.key-unreadable": {
			what: "The workstation's key can't be read, so customers' data can't be opened.",
			safe: "Neither data nor backups were changed.",
			next: "Open it with the same system account as before; otherwise restore from a backup with the recovery sheet.",
		},
	},
});
