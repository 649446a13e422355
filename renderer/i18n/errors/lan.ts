/** What is said about the workshop's other PCs, pairing and the stick: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"lan.bad-address": { what: "这个地址看不懂。", next: "照另一台电脑上显示的填，例如 192.168.1.20。" },
		"lan.nobody-there": {
			what: "那个地址没有电脑应答。",
			next: "看看两台电脑是不是连在同一个路由器上、地址有没有抄错、防火墙有没有放行。",
		},
		"lan.wrong-code": { what: "配对码不对。", next: "照另一台电脑上显示的再输一次；错五次要重新出码。" },
		"lan.no-code-shown": {
			what: "那台电脑上没有正在显示的配对码。",
			next: "请店长在那台电脑的“同店电脑”里重新出一个码。",
		},
		"lan.other-workshop": {
			what: "这两台电脑属于不同的店。",
			safe: "两家店的数据都没有动。",
			next: "只有同一家店的电脑才能配对。",
		},
		"lan.broke-off": {
			what: "配对到一半断开了。",
			safe: "已经传过来的记录不会丢。",
			next: "检查网线或无线网，再配对一次。",
		},
		"lan.not-our-address": { what: "这不是本机的地址。", next: "从列表里选一个本机的地址。" },
		"lan.cannot-listen": {
			what: "本机不能在这个地址和端口上等别的电脑（端口 {{port}}）。",
			next: "换一个端口，或者关掉占用它的程序。",
		},
		"lan.no-such-pc": { what: "这台电脑已经不在同店电脑里了。", next: "刷新页面看看。" },
		"lan.stick-relative": { what: "要写完整的路径。", next: "例如 E:\\ 或 /media/usb。" },
		"lan.stick-missing": {
			what: "那里没有记录文件。",
			next: "看看 U 盘插好没有、路径对不对；文件名以 .welt-stick 结尾。",
		},
		"lan.stick-read-only": { what: "那里不让读写。", next: "换一个 U 盘，或者换一个文件夹。" },
		"lan.stick-foreign": { what: "这不是沿条的记录文件。", safe: "什么都没有并入。", next: "换一个文件。" },
		"lan.stick-cut": {
			what: "这个文件不完整，后面少了一截。",
			safe: "什么都没有并入。",
			next: "在那台电脑上重新导出一次，等写完再拔 U 盘。",
		},
		"lan.stick-damaged": {
			what: "这个文件坏了或者被改过。",
			safe: "什么都没有并入。",
			next: "在那台电脑上重新导出一次。",
		},
		"lan.stick-not-ours": {
			what: "这个文件不是给本店这台电脑的。",
			safe: "什么都没有并入。",
			next: "先把两台电脑配对，再重新导出。",
		},
	},
	en: {
		"lan.bad-address": { what: "That is no address.", next: "Type what the other PC shows, for example 192.168.1.20." },
		"lan.nobody-there": {
			what: "No PC answers at that address.",
			next: "See that both PCs are on the same router, that the address is right and that no firewall is in the way.",
		},
		"lan.wrong-code": {
			what: "The code is wrong.",
			next: "Type it again as the other PC shows it; after five wrong tries a new one is needed.",
		},
		"lan.no-code-shown": {
			what: "That PC shows no code.",
			next: "Ask the manager to show a new one there, under Workshop PCs.",
		},
		"lan.other-workshop": {
			what: "These two PCs belong to different workshops.",
			safe: "Nothing was changed in either.",
			next: "Only PCs of one workshop can be paired.",
		},
		"lan.broke-off": {
			what: "The link broke while pairing.",
			safe: "What has come over is kept.",
			next: "Check cable or wireless, then pair again.",
		},
		"lan.not-our-address": { what: "This is not an address of this PC.", next: "Choose one from the list." },
		"lan.cannot-listen": {
			what: "This PC can't wait for others at this address (port {{port}}).",
			next: "Choose another port, or close the program that uses it.",
		},
		"lan.no-such-pc": { what: "This PC is no longer one of the workshop's.", next: "Read the page again." },
		"lan.stick-relative": { what: "The whole path is needed.", next: "For example E:\\ or /media/usb." },
		"lan.stick-missing": {
			what: "There is no record file there.",
			next: "See that the stick is in and the path is right; the file's name ends in .welt-stick.",
		},
		"lan.stick-read-only": {
			what: "Reading or writing there is not allowed.",
			next: "Use another stick or another folder.",
		},
		"lan.stick-foreign": {
			what: "This is not one of our record files.",
			safe: "Nothing was taken in.",
			next: "Choose another file.",
		},
		"lan.stick-cut": {
			what: "This file is not whole: its end is missing.",
			safe: "Nothing was taken in.",
			next: "Export it again on that PC and pull the stick only when it is done.",
		},
		"lan.stick-damaged": {
			what: "This file is damaged or was changed.",
			safe: "Nothing was taken in.",
			next: "Export it again on that PC.",
		},
		"lan.stick-not-ours": {
			what: "This file is not for this PC of this workshop.",
			safe: "Nothing was taken in.",
			next: "Pair the two PCs first, then export again.",
		},
	},
});
