/** What is said about the line to the archive: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"sync.no-line": { what: "连不上档案中心。", safe: "本机照常工作，记录都在。", next: "检查网址和网络，再试一次。" },
		"sync.code-unknown": { what: "这个接入码不对，或者已经用过、过期了。", next: "请总部重新发一个，十分钟内使用。" },
		"sync.not-taken": {
			what: "档案中心没有接受这台电脑。",
			safe: "本机照常工作，记录都在。",
			next: "把错误编号告诉总部。",
		},
		"sync.upgrade": {
			what: "本机的程序太旧，档案中心不再支持。",
			safe: "没上传的记录都留在本机。",
			next: "请升级程序，升级后会自动补传。",
		},
		"sync.enrolled-already": { what: "这台电脑已经接入档案中心了。", next: "不用再做什么。" },
		"sync.no-entry": { what: "这条已经不在列表里了。", next: "刷新页面看看。" },
		"sync.still-held": {
			what: "再试过了，还是收不进来。",
			safe: "它原样保存着，不影响别的记录。",
			next: "导出给总部。",
		},
		"sync.revoked": {
			what: "总部停用了这台电脑。",
			safe: "记录都在本机，继续上传的会先放在一边。",
			next: "请联系总部。",
		},
		"sync.forbidden": { what: "档案中心不认可这台电脑的请求。", safe: "记录都在本机。", next: "请联系总部。" },
		"sync.sign-in": { what: "档案中心认不出这台电脑。", safe: "记录都在本机。", next: "请总部重新接入。" },
		"sync.malformed": { what: "档案中心看不懂本机发的内容。", safe: "记录都在本机，会再试。", next: "请升级程序。" },
		"sync.too-large": {
			what: "一次上传的内容太多，档案中心没有收。",
			safe: "记录都在本机。",
			next: "把错误编号告诉总部。",
		},
		"sync.not-found": { what: "档案中心没有这项内容。", next: "检查网址是否正确。" },
		"sync.later": { what: "档案中心正忙，稍后自动再传。", safe: "记录都在本机。", next: "不用做什么。" },
		"sync.internal": { what: "档案中心出了故障，稍后自动再传。", safe: "记录都在本机。", next: "一直这样就告诉总部。" },
		"sync.expect": { what: "档案中心要求从更早的地方补传，正在处理。", safe: "记录都在本机。", next: "不用做什么。" },
		"sync.fork": { what: "本机的记录和档案中心的对不上。", safe: "两边的记录都留着。", next: "请联系总部。" },
		"sync.forked": {
			what: "本机的记录和档案中心的对不上：硬盘可能被复制过，或者系统还原过。",
			safe: "照常收件，两边的记录都留着，本机这一支暂不上传。",
			next: "请联系总部。",
		},
		"sync.archive-lost": {
			what: "档案中心少了它签收过的记录，本机正在重新上传。",
			safe: "记录都在本机，签收回执也留着。",
			next: "请在“同步情况”页导出回执，交给总部核对。",
		},
		"sync.root-differs": {
			what: "档案中心对同一天给出了两份不同的存证，过去的记录可能被改动过。",
			safe: "本机的记录和先前的存证都留着。",
			next: "请在“同步情况”页导出回执，交给总部核对。",
		},
		"sync.no-proofs": { what: "这台电脑还没有接入档案中心，没有回执可以导出。", next: "先在设置里接入。" },
	},
	en: {
		"sync.no-line": {
			what: "The archive can't be reached.",
			safe: "This PC works on; all records are here.",
			next: "Check the address and the network, then try again.",
		},
		"sync.code-unknown": {
			what: "This code is wrong, used already or too old.",
			next: "Ask the head office for a new one and use it within ten minutes.",
		},
		"sync.not-taken": {
			what: "The archive did not take this PC.",
			safe: "This PC works on; all records are here.",
			next: "Tell the head office the error's number.",
		},
		"sync.upgrade": {
			what: "The program here is too old for the archive.",
			safe: "What was not sent stays on this PC.",
			next: "Update the program; it then sends by itself.",
		},
		"sync.enrolled-already": { what: "This PC belongs to an archive already.", next: "Nothing more is needed." },
		"sync.no-entry": { what: "This entry is no longer on the list.", next: "Read the page again." },
		"sync.still-held": {
			what: "Tried again: it still can't be taken in.",
			safe: "It is kept whole and stops nothing else.",
			next: "Export it for the head office.",
		},
		"sync.revoked": {
			what: "The head office has shut this PC out.",
			safe: "All records are here; what is still sent is set aside there.",
			next: "Call the head office.",
		},
		"sync.forbidden": {
			what: "The archive does not accept this PC's request.",
			safe: "All records are here.",
			next: "Call the head office.",
		},
		"sync.sign-in": {
			what: "The archive does not know this PC.",
			safe: "All records are here.",
			next: "Ask the head office to enrol it again.",
		},
		"sync.malformed": {
			what: "The archive does not understand this PC.",
			safe: "All records are here and will be sent again.",
			next: "Update the program.",
		},
		"sync.too-large": {
			what: "The archive did not take so much at once.",
			safe: "All records are here.",
			next: "Tell the head office the error's number.",
		},
		"sync.not-found": { what: "The archive has no such thing.", next: "Check the address." },
		"sync.later": {
			what: "The archive is busy; sending goes on by itself later.",
			safe: "All records are here.",
			next: "Nothing is needed.",
		},
		"sync.internal": {
			what: "The archive has a fault; sending goes on by itself later.",
			safe: "All records are here.",
			next: "If it stays, tell the head office.",
		},
		"sync.expect": {
			what: "The archive asks for earlier records again; they are being sent.",
			safe: "All records are here.",
			next: "Nothing is needed.",
		},
		"sync.fork": {
			what: "The records here and at the archive differ.",
			safe: "Both are kept.",
			next: "Call the head office.",
		},
		"sync.forked": {
			what: "The records here and at the archive differ: the disk may have been copied or the system restored.",
			safe: "Intake goes on and both are kept; this branch is not sent for now.",
			next: "Call the head office.",
		},
		"sync.archive-lost": {
			what: "The archive lacks records it had given receipts for; they are being sent again.",
			safe: "All records are here, and so are the receipts.",
			next: "Export the receipts on the “Exchange with the archive” page and give them to the head office.",
		},
		"sync.root-differs": {
			what: "The archive gave two different seals for one day: past records may have been changed.",
			safe: "The records here and the earlier seal are kept.",
			next: "Export the receipts on the “Exchange with the archive” page and give them to the head office.",
		},
		"sync.no-proofs": {
			what: "This PC belongs to no archive; there are no receipts to export.",
			next: "Enrol it in the settings first.",
		},
	},
});
