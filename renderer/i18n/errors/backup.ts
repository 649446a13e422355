/** What is said when something about backup, recovery sheet, restore does not go: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"backup.check-failed": {
			what: "备份写完后检查没有通过，这份备份不能用。",
			safe: "店里的数据和以前的备份都在。",
			next: "换一个盘再备份一次。",
		},
		"backup.failed": { what: "备份没有做成。", safe: "店里的数据和以前的备份都在。", next: "检查备份盘，再备份一次。" },
		"backup.folder-full": {
			what: "备份盘满了。",
			safe: "店里的数据和以前的备份都在。",
			next: "清理备份盘，或换一个盘。",
		},
		"backup.folder-in-data": { what: "备份不能放在数据文件夹里面。", next: "选另一个盘，最好是 U 盘或移动硬盘。" },
		"backup.folder-missing": {
			what: "找不到备份盘或备份文件夹。",
			safe: "店里的数据都在，只是今天还没有备份。",
			next: "插上备份盘，再点“立即备份”。",
		},
		"backup.folder-not-a-folder": { what: "这个位置不是文件夹。", next: "选择一个文件夹。" },
		"backup.folder-read-only": {
			what: "备份文件夹不能写入。",
			safe: "店里的数据和以前的备份都在。",
			next: "检查写保护开关和权限，或换一个文件夹。",
		},
		"backup.folder-relative": { what: "请填写完整的文件夹路径。", next: "例如 E:\\Welt备份。" },
		"backup.no-folder": {
			what: "还没有设置备份。",
			safe: "数据只在这台电脑上。",
			next: "到“设置 · 备份”选一个备份文件夹。",
		},
		"backup.no-sheet": {
			what: "还没有打印恢复单，电脑坏了就恢复不了。",
			safe: "现在的数据都在。",
			next: "到“设置 · 备份”打印恢复单，锁进保险柜。",
		},
		"backup.photos-missing": {
			what: "有照片没能备份。",
			safe: "其他数据都备份好了。",
			next: "再备份一次；还缺就把编号报给维护人员。",
		},
		"backup.running": { what: "正在备份。", safe: "照常工作不受影响。", next: "等它做完再试。" },
		"recovery.check-wrong": {
			what: "恢复单的字符核对不上，第 {{group}} 组附近可能输错了。",
			next: "对照恢复单重新输入，或直接扫描上面的二维码。",
		},
		"recovery.group": { what: "恢复码第 {{group}} 组不对。", next: "对照恢复单重新输入这一组。" },
		"recovery.length": {
			what: "恢复码应有 {{whole}} 个字符，现在是 {{count}} 个。",
			next: "把缺的补上，或直接扫描恢复单上的二维码。",
		},
		"recovery.no-sheet": { what: "这台电脑还没有恢复单。", next: "店长登录后到“设置 · 备份”打印一张。" },
		"recovery.not-drawn": {
			what: "恢复单已经过期，要重新打印。",
			safe: "旧的恢复单仍然有效。",
			next: "重新打印一张，再核对。",
		},
		"recovery.wrong-sheet": { what: "这张恢复单不是这台电脑的。", next: "找出这台电脑最近一次打印的恢复单。" },
		"restore.manifest-damaged": {
			what: "这份备份的目录损坏了。",
			safe: "没有恢复任何东西，备份没有动。",
			next: "换前一天的备份再试。",
		},
		"restore.no-manifest": { what: "这个文件夹里没有备份。", next: "选择带日期的备份文件夹。" },
		"restore.not-empty": { what: "要恢复到的文件夹里已经有数据。", safe: "原有数据没有动。", next: "换一个空文件夹。" },
		"restore.nothing-personal": {
			what: "恢复时遇到了不该出现的顾客资料，已停止。",
			safe: "备份没有动。",
			next: "把编号报给维护人员。",
		},
		"restore.station-used": {
			what: "{{stationNumber}} 号工位用过了，再用会发出重复的单号。",
			next: "换一个没有用过的工位号。",
		},
		"restore.wrong-sheet": {
			what: "这张恢复单打不开这份备份。",
			safe: "备份没有动。",
			next: "用做这份备份的那台电脑的恢复单。",
		},
		"storage.cannot-open": {
			what: "数据文件打不开。",
			safe: "数据没有改动。",
			next: "先关掉正在运行的 Welt 再试；还不行就用恢复单恢复。",
		},
		"restore.station-range": { what: "工位号要在 1 到 99 之间。", next: "换一个工位号。" },
	},
	en: {
		"backup.check-failed": {
			what: "The backup failed its check and can't be used.",
			safe: "The shop's data and earlier backups are safe.",
			next: "Back up once more to another disk.",
		},
		"backup.failed": {
			what: "The backup didn't succeed.",
			safe: "The shop's data and earlier backups are safe.",
			next: "Check the backup disk and try again.",
		},
		"backup.folder-full": {
			what: "The backup disk is full.",
			safe: "The shop's data and earlier backups are safe.",
			next: "Free some space on it, or choose another disk.",
		},
		"backup.folder-in-data": {
			what: "Backups can't live inside the data folder.",
			next: "Choose another disk, best a stick or an external one.",
		},
		"backup.folder-missing": {
			what: "The backup disk or folder isn't there.",
			safe: "The shop's data is safe, only not backed up yet.",
			next: "Plug the disk in and back up now.",
		},
		"backup.folder-not-a-folder": { what: "This place is not a folder.", next: "Choose a folder." },
		"backup.folder-read-only": {
			what: "The backup folder can't be written to.",
			safe: "The shop's data and earlier backups are safe.",
			next: "Check its write protection and permissions, or choose another folder.",
		},
		"backup.folder-relative": { what: "Enter the folder's full path.", next: "For example E:\\Welt-backup." },
		"backup.no-folder": {
			what: "No backup is set up yet.",
			safe: "The data is on this PC only.",
			next: "Choose a backup folder under Settings · Backup.",
		},
		"backup.no-sheet": {
			what: "There is no recovery sheet yet; without it a broken PC can't be restored.",
			safe: "Today's data is safe.",
			next: "Print it under Settings · Backup and lock it away.",
		},
		"backup.photos-missing": {
			what: "Some photos could not be backed up.",
			safe: "Everything else was.",
			next: "Back up once more; if photos are still missing, report it.",
		},
		"backup.running": {
			what: "A backup is under way.",
			safe: "Work goes on as usual.",
			next: "Wait until it is done.",
		},
		"recovery.check-wrong": {
			what: "The recovery code doesn't add up, probably near group {{group}}.",
			next: "Compare it with the sheet, or scan the code on it.",
		},
		"recovery.group": {
			what: "Group {{group}} of the recovery code is wrong.",
			next: "Enter that group again from the sheet.",
		},
		"recovery.length": {
			what: "The recovery code has {{whole}} characters; this is {{count}}.",
			next: "Add what is missing, or scan the code on the sheet.",
		},
		"recovery.no-sheet": {
			what: "This workstation has no recovery sheet yet.",
			next: "A manager prints one under Settings · Backup.",
		},
		"recovery.not-drawn": {
			what: "This recovery sheet was never finished; print it again.",
			safe: "The former sheet still works.",
			next: "Print a new one and check it.",
		},
		"recovery.wrong-sheet": {
			what: "This recovery sheet belongs to another workstation.",
			next: "Find the latest sheet of this one.",
		},
		"restore.manifest-damaged": {
			what: "This backup's list is damaged.",
			safe: "Nothing was restored; the backup is untouched.",
			next: "Try the backup of the day before.",
		},
		"restore.no-manifest": {
			what: "There is no backup in this folder.",
			next: "Choose the folder with the backup's date.",
		},
		"restore.not-empty": {
			what: "The folder to restore into isn't empty.",
			safe: "What is in it was not touched.",
			next: "Choose an empty folder.",
		},
		"restore.nothing-personal": {
			what: "The restore met customer data where there should be none and stopped.",
			safe: "The backup is untouched.",
			next: "Report the number.",
		},
		"restore.station-used": {
			what: "Station number {{stationNumber}} was used before; order numbers would repeat.",
			next: "Choose a number never used.",
		},
		"restore.wrong-sheet": {
			what: "This recovery sheet doesn't open this backup.",
			safe: "The backup is untouched.",
			next: "Use the sheet of the workstation the backup came from.",
		},
		"storage.cannot-open": {
			what: "The data file won't open.",
			safe: "No data was changed.",
			next: "Close a running Welt and try again; then restore with the recovery sheet.",
		},
		"restore.station-range": { what: "The station number is between 1 and 99.", next: "Choose another." },
	},
});
