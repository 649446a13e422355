import type { Refusal } from "../../domain/errors.ts";

const sentences: Record<string, string> = {
	"restore.no-manifest": "这里没有备份。 There is no backup in this folder.",
	"restore.manifest-damaged": "备份清单损坏，请换一份备份。 This backup's list is damaged: use another one.",
	"restore.wrong-sheet": "恢复码不是这份备份的。 This code does not open this backup.",
	"restore.not-empty": "目标文件夹不是空的。 The new folder is not empty.",
	"restore.station-used": "这个工作站编号用过了，请换一个。 This station number was used before: choose another.",
	"restore.station-range": "工作站编号是 1 到 99。 The station number is 1 to 99.",
	"restore.no-answer": "没有回答，没有恢复。 No answer; nothing was restored.",
	"recovery.length": "恢复码应为 40 个字符（8 组，每组 5 个）。 The code has 40 characters: 8 groups of 5.",
	"recovery.group": "恢复码有一组不对。 One group of the code is wrong.",
	"backup.check-failed":
		"备份没有通过核对，没有恢复。请换一份备份。 This backup failed its check; nothing was restored.",
	"storage.newer-file": "备份来自更新的程序，请先更新。 The backup is from a newer program: update first.",
	"storage.full": "磁盘已满，没有恢复。 The disk is full; nothing was restored.",
	"storage.read-only": "新文件夹无法写入。 The new folder cannot be written.",
	"data.in-use": "这个数据文件夹正在使用，请先关闭 Welt。 Welt has this folder open: close it first.",
	"vault.key-missing": "找不到工作站密钥。 The workstation's key is missing.",
};

/** What the person at a terminal reads when a restore or refold was refused. */
export function restoreSentence({ code, reason, details }: Refusal): string {
	const more = Object.entries(details ?? {}).map(([name, value]) => `${name}=${String(value)}`);
	return [sentences[reason] ?? "没有完成。 Not done.", `(${[code, reason, ...more].join(", ")})`].join(" ");
}
