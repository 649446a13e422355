/** What is said when something about data folder, database, keys, the standard does not go: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"data.full": { what: "数据盘满了。", safe: "已保存的记录都在。", next: "清理这个盘，再打开 Welt。" },
		"data.in-use": { what: "这份数据正被另一个 Welt 窗口使用。", next: "用已经打开的那个窗口；找不到就重启电脑。" },
		"data.not-writable": {
			what: "数据文件夹不能写入。",
			safe: "已保存的记录都在。",
			next: "检查文件夹权限或磁盘写保护，再打开 Welt。",
		},
		"storage.damaged": {
			what: "数据文件损坏，打不开。",
			safe: "程序已停止写入，备份没有动。",
			next: "用恢复单从最近的备份恢复。",
		},
		"storage.migration-broke-links": {
			what: "升级数据时检查没有通过，已退回升级前。",
			safe: "数据和升级前一样，备份也在。",
			next: "打开“详情”，把编号报给维护人员。",
		},
		"storage.migrations-differ": {
			what: "数据文件和这个版本的程序对不上。",
			safe: "数据没有改动。",
			next: "换回原来的版本，或打开“详情”报给维护人员。",
		},
		"storage.newer-file": {
			what: "数据是由更新的版本写的，这个版本太旧。",
			safe: "数据没有改动。",
			next: "先把程序更新到新版本。",
		},
		"storage.settings-refused": {
			what: "数据库没有按安全设置打开。",
			safe: "程序已停止，数据没有改动。",
			next: "检查数据是否放在网络盘上；要放在本机硬盘。",
		},
		"vault.key-missing": {
			what: "找不到本机的密钥，顾客资料和照片打不开。",
			safe: "数据没有改动。",
			next: "用恢复单恢复，不要重新建店。",
		},
		"vault.key-on-its-way": {
			what: "这位顾客的资料密钥还没传到这台电脑。",
			safe: "已经登记的都在，什么也没丢。",
			next: "请联网等一会儿再试；或在登记这张单的电脑上操作。",
		},
		"vault.key-sealed": {
			what: "这把密钥是另一个系统账户或另一台电脑封存的。",
			safe: "数据没有改动。",
			next: "用原来的系统账户登录，或用恢复单恢复。",
		},
		"vault.key-unreadable": {
			what: "本机的密钥读不出来。",
			safe: "数据没有改动。",
			next: "重启电脑再试；不行就用恢复单恢复。",
		},
		"standard.checksum": {
			what: "服务标准的文件被改动过：{{file}}。",
			safe: "工单数据没有动。",
			next: "重新安装程序，不要手工修改标准文件。",
		},
		"standard.missing-file": { what: "服务标准缺少文件：{{file}}。", safe: "工单数据没有动。", next: "重新安装程序。" },
		"standard.reference": {
			what: "服务标准里有对不上的编号：{{broken}}。",
			safe: "工单数据没有动。",
			next: "把“详情”报给总部。",
		},
		"standard.shape": {
			what: "服务标准的格式不对：{{file}}。",
			safe: "工单数据没有动。",
			next: "重新安装程序，或把“详情”报给总部。",
		},
		"standard.unknown-fault": { what: "服务标准里没有这个故障：{{code}}。", next: "重新选择故障。" },
		"standard.unknown-operation": { what: "服务标准里没有这个维修项目：{{code}}。", next: "重新选择维修项目。" },
		"standard.unknown-part": { what: "备件目录里没有这个备件：{{code}}。", next: "核对备件号，重新选择。" },
		"standard.unknown-reason": { what: "没有这个原因代码：{{code}}。", next: "重新选择原因。" },
		"log.unknown-kind": {
			what: "程序遇到了不认识的记录类型：{{agg}}。",
			safe: "已保存的记录都在。",
			next: "更新程序；还不行就把编号报给维护人员。",
		},
	},
	en: {
		"data.full": {
			what: "The data disk is full.",
			safe: "Saved records are safe.",
			next: "Free some space on it, then open Welt again.",
		},
		"data.in-use": {
			what: "Another Welt is already using this data.",
			next: "Use the window that is open; if you can't find it, restart the PC.",
		},
		"data.not-writable": {
			what: "The data folder can't be written to.",
			safe: "Saved records are safe.",
			next: "Check the folder's permissions or the disk's write protection, then open Welt again.",
		},
		"storage.damaged": {
			what: "The data file is damaged and won't open.",
			safe: "Writing has stopped; backups are untouched.",
			next: "Restore the latest backup with the recovery sheet.",
		},
		"storage.migration-broke-links": {
			what: "The data failed a check while being upgraded and was put back.",
			safe: "It is as it was before; the backup is there too.",
			next: "Open Details and report the number.",
		},
		"storage.migrations-differ": {
			what: "The data file doesn't belong to this version of the program.",
			safe: "The data was not touched.",
			next: "Go back to the former version, or open Details and report the number.",
		},
		"storage.newer-file": {
			what: "The data was written by a newer version than this one.",
			safe: "The data was not touched.",
			next: "Update the program first.",
		},
		"storage.settings-refused": {
			what: "The database didn't open with its safety settings.",
			safe: "Everything stopped; no data was changed.",
			next: "Check that the data is on this PC's own disk, not on a network drive.",
		},
		"vault.key-missing": {
			what: "This workstation's key is missing; customer data and photos can't be opened.",
			safe: "The data was not changed.",
			next: "Restore with the recovery sheet; don't set up anew.",
		},
		"vault.key-on-its-way": {
			what: "The key to this customer's data is still on its way here.",
			safe: "Everything recorded so far is kept.",
			next: "With the line up, wait a moment and try again, or do it on the PC that took the order in.",
		},
		"vault.key-sealed": {
			what: "The key was sealed by another system account or another PC.",
			safe: "The data was not changed.",
			next: "Sign in to the system with the former account, or restore with the recovery sheet.",
		},
		"vault.key-unreadable": {
			what: "This workstation's key can't be read.",
			safe: "The data was not changed.",
			next: "Restart the PC and try again; then restore with the recovery sheet.",
		},
		"standard.checksum": {
			what: "A file of the service standard was altered: {{file}}.",
			safe: "Order data is untouched.",
			next: "Install the program again; don't edit the standard by hand.",
		},
		"standard.missing-file": {
			what: "A file of the service standard is missing: {{file}}.",
			safe: "Order data is untouched.",
			next: "Install the program again.",
		},
		"standard.reference": {
			what: "The service standard refers to things it doesn't have: {{broken}}.",
			safe: "Order data is untouched.",
			next: "Report the details to headquarters.",
		},
		"standard.shape": {
			what: "The service standard isn't in the right form: {{file}}.",
			safe: "Order data is untouched.",
			next: "Install the program again, or report the details to headquarters.",
		},
		"standard.unknown-fault": { what: "The standard has no such fault: {{code}}.", next: "Choose the fault again." },
		"standard.unknown-operation": {
			what: "The standard has no such operation: {{code}}.",
			next: "Choose the operation again.",
		},
		"standard.unknown-part": {
			what: "The catalogue has no such part: {{code}}.",
			next: "Check the part number and choose again.",
		},
		"standard.unknown-reason": { what: "There is no such reason: {{code}}.", next: "Choose the reason again." },
		"log.unknown-kind": {
			what: "The program met a kind of record it doesn't know: {{agg}}.",
			safe: "Saved records are safe.",
			next: "Update the program; if it stays, report the number.",
		},
	},
});
