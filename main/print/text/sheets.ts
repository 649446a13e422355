/** Words of the sheets a workshop prints for itself: recovery, badges, command cards, demo codes, shelves. */
import { bilingual } from "./pair.ts";

export const sheetText = bilingual({
	recoveryTitle: ["恢复单", "Recovery sheet"],
	recoveryWhat: [
		"这张纸能在电脑损坏、丢失或忘记店长密码时，恢复本工作站的全部数据。没有它，备份无法打开。",
		"With this sheet you get everything back when the PC breaks, is lost, or the manager's PIN is forgotten. Without it a backup cannot be opened.",
	],
	recoveryWords: ["恢复码", "Recovery code"],
	recoveryRead: ["按编号顺序，从左到右读。", "Read in the order of the numbers, left to right."],
	recoveryScan: ["恢复时可直接扫这个码", "Scan this when restoring"],
	recoveryKeep: ["怎样保管", "How to keep it"],
	recoveryKeep1: [
		"马上锁进保险柜或带锁抽屉，不要放在电脑旁。",
		"Lock it away at once, in a safe or a locked drawer, not beside the PC.",
	],
	recoveryKeep2: [
		"不要拍照、扫描、发微信或邮件；谁拿到它，谁就能读顾客资料。",
		"Do not photograph, scan or send it: whoever holds it can read customers' data.",
	],
	recoveryKeep3: [
		"系统不保存这张纸，无法再次打印同一份；丢失请让店长在设置里换一张新的，旧的即作废。",
		"The workstation keeps no copy. If it is lost, a manager prints a new one in Settings; the old one then no longer works.",
	],
	workshop: ["维修中心", "Workshop"],
	workstation: ["工作站", "Workstation"],
	keeper: ["保管人", "Kept by"],
	place: ["存放处", "Kept at"],
	received: ["签收日期", "Received on"],
	badgesTitle: ["员工卡", "Staff badges"],
	badgesHint: [
		"沿虚线剪下，过塑使用。卡片遗失请立即让店长停用。",
		"Cut along the dashes and laminate. Report a lost badge at once; a manager switches it off.",
	],
	badgeUse: ["扫码登录或换人", "scan to sign in or switch"],
	commandsTitle: ["指令卡", "Command cards"],
	commandsHint: [
		"沿虚线剪下，过塑后放在工位上，扫一下即可操作，不用碰键盘。",
		"Cut along the dashes, laminate, keep at the bench. One scan does it, no keyboard.",
	],
	shelvesTitle: ["货架标签", "Shelf labels"],
	shelvesHint: ["沿虚线剪下，贴在货架上。", "Cut along the dashes and stick to the shelf."],
	demoFooter: ["演示用条码", "Codes for the demo"],
});
