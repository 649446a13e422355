/** Texts of the search. */
import { defineTexts } from "../define.ts";

export const searchTexts = defineTexts("search", {
	"zh-CN": {
		title: "搜索",
		label: "搜索单号、物品、顾客、故障、备件",
		hint: "单号末几位、手机后四位、姓名、品牌、货号、序列号、故障都可以，空格分开几个词",
		customers: "顾客",
		jobs: "工单",
		items: "物品",
		"customer-jobs": "{{count}} 件",
		nothing: "没有找到",
		"nothing-teach": "换个词，或只输入单号的最后几位。扫一下标签最快。",
		start: "开始输入",
		"start-teach": "例如：0123、张、开胶、AO24、8866。几个词之间用空格。",
		reset: "查看全部",
	},
	en: {
		title: "Search",
		label: "Search orders, items, customers, faults, parts",
		hint: "Last digits of an order or phone, name, brand, style, serial, fault; separate words with spaces",
		customers: "Customers",
		jobs: "Jobs",
		items: "Items",
		"customer-jobs": "jobs: {{count}}",
		nothing: "Nothing found",
		"nothing-teach": "Try another word, or just the last digits of the order number. Scanning the label is quickest.",
		start: "Start typing",
		"start-teach": "For example: 0123, Zhang, sole, AO24, 8866. Separate words with spaces.",
		reset: "Show all",
	},
});
