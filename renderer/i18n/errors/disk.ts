/** What is said when the disk itself does not go along, and when backups have been waiting too long. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"storage.full": {
			what: "数据盘满了。",
			safe: "已保存的记录都在，这一步没有保存。",
			next: "清理出一些空间，再做一次。",
		},
		"storage.read-only": {
			what: "数据文件夹不能写入。",
			safe: "已保存的记录都在，这一步没有保存。",
			next: "检查文件夹权限或磁盘写保护，再打开 Welt。",
		},
		"storage.cannot-open": {
			what: "数据文件打不开。",
			safe: "没有改动任何数据。",
			next: "检查数据盘是否接好、文件夹权限是否正确，再打开 Welt。",
		},
		"storage.io": {
			what: "读写数据盘时出错。",
			safe: "已保存的记录都在，这一步没有保存。",
			next: "检查硬盘连接；反复出现就先备份，再换硬盘。",
		},
		"storage.busy": {
			what: "数据文件正被别的程序占用。",
			safe: "已保存的记录都在，这一步没有保存。",
			next: "关掉占用它的程序（杀毒、同步盘），再做一次。",
		},
		"backup.stale": {
			what: "已经三天没有做成备份了。",
			safe: "店里的数据都在这台电脑上。",
			next: "插上备份盘，到“设置 · 备份”点“立即备份”。",
		},
		"restore.no-answer": { what: "没有回答，恢复没有开始。", next: "重新运行恢复，把问题答完。" },
		"backup.folder-unreachable": {
			what: "备份盘没有反应。",
			safe: "店里的数据都在。",
			next: "检查连接线或网络，再备份一次。",
		},
	},
	en: {
		"storage.full": {
			what: "The data disk is full.",
			safe: "Saved records are safe; this step was not saved.",
			next: "Free some space, then do it again.",
		},
		"storage.read-only": {
			what: "The data folder can't be written to.",
			safe: "Saved records are safe; this step was not saved.",
			next: "Check the folder's permissions or the disk's write protection, then open Welt again.",
		},
		"storage.cannot-open": {
			what: "The data file won't open.",
			safe: "No data was changed.",
			next: "Check that the data disk is connected and the folder's permissions, then open Welt again.",
		},
		"storage.io": {
			what: "Reading or writing the data disk failed.",
			safe: "Saved records are safe; this step was not saved.",
			next: "Check the disk's connection; if it comes back, back up and replace the disk.",
		},
		"storage.busy": {
			what: "Another program holds the data file.",
			safe: "Saved records are safe; this step was not saved.",
			next: "Close that program (antivirus, sync folder) and do it again.",
		},
		"backup.stale": {
			what: "There has been no good backup for three days.",
			safe: "The shop's data is on this PC.",
			next: "Plug the backup disk in and back up now under Settings · Backup.",
		},
		"restore.no-answer": { what: "There was no answer; nothing was restored.", next: "Run the restore again." },
		"backup.folder-unreachable": {
			what: "The backup disk does not answer.",
			safe: "The shop's data is safe.",
			next: "Check its cable or network, then back up again.",
		},
	},
});
