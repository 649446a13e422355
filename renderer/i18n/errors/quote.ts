/** What is said when something about quotes and money does not go: by reason, in both languages. */
import { defineErrors } from "../define.ts";

export const errors = defineErrors({
	"zh-CN": {
		"money.out-of-range": { what: "金额超出范围。", next: "核对金额。" },
		"quote.amount-wrong": { what: "这一行的金额和数量、单价对不上。", next: "重新填写这一行。" },
		"quote.answered-already": {
			what: "顾客已经答复过这份报价。",
			safe: "答复记录都在。",
			next: "要改就出一份新的报价。",
		},
		"quote.approval-needed": { what: "有 {{codes}} 偏离价目表，要店长批准。", next: "请店长扫工牌或输密码。" },
		"quote.call-outdated": { what: "定责之后又改过检测，要重新定责。", next: "打开检测，确认责任再报价。" },
		"quote.channel-needed": { what: "请选择顾客是怎么答复的。", next: "选择电话、微信等渠道。" },
		"quote.decline-reason-needed": { what: "顾客不修，请选择原因。", next: "选择原因再提交。" },
		"quote.empty": { what: "报价单里还没有项目。", next: "先加一项维修。" },
		"quote.expired": { what: "这份报价过了有效期。", safe: "报价内容都在。", next: "重新出一份报价。" },
		"quote.list-price-wrong": { what: "价目表上的价格变了。", next: "重新打开报价，按新价计算。" },
		"quote.no-test-fee-here": { what: "这里不能收检测费。", next: "去掉检测费。" },
		"quote.none": { what: "还没有报价。", next: "先出一份报价。" },
		"quote.not-current": {
			what: "这不是最新的报价，最新是第 {{now}} 版。",
			safe: "每一版都保留着。",
			next: "打开最新一版再答复。",
		},
		"quote.not-found": { what: "找不到这份报价。", next: "打开工单重新选择。" },
		"quote.not-on-list": { what: "价目表里没有 {{code}} 的价格。", next: "填写单价和原因，并请店长批准。" },
		"quote.note-missing": { what: "这样改价要写说明。", next: "写一句说明。" },
		"quote.off-list": { what: "单价和价目表不一样，要选原因。", next: "选择原因，或改回价目表的价格。" },
		"quote.operation-category": {
			what: "维修项目 {{operation}} 不适用于这类物品。",
			next: "换一个维修项目，或核对物品种类。",
		},
		"quote.outcome-first": { what: "有检测结果，要先定处理方式再报价。", next: "先选“维修”等处理方式。" },
		"quote.part-without-work": { what: "备件 {{part}} 没有对应的维修项目。", next: "先加上维修项目 {{operation}}。" },
		"quote.picture-not-theirs": { what: "这张签名或截图不是这位顾客的。", next: "请顾客重新签名，或重新上传。" },
		"quote.price-without-line": {
			what: "给 {{code}} 定了价，但报价里没有这一项。",
			next: "去掉这个价格，或加上这一项。",
		},
		"quote.reason-needed": { what: "请选择重新报价的原因。", next: "选择原因再提交。" },
		"quote.screenshot-needed": { what: "聊天答复要附截图。", next: "上传聊天截图。" },
		"quote.signature-needed": { what: "还没有顾客签名。", next: "请顾客签名，或改选其他答复方式。" },
		"quote.test-fee-not-customers": { what: "这次检测费不该由顾客承担。", next: "去掉检测费。" },
		"quote.two-prices": { what: "同一个维修项目 {{operation}} 有两个单价。", next: "改成同一个单价。" },
		"quote.unknown-finding": { what: "这条检测不在工单里。", next: "重新选择检测。" },
		"quote.words-needed": { what: "请记下顾客的原话。", next: "写一句顾客怎么说的。" },
	},
	en: {
		"money.out-of-range": { what: "The amount is out of range.", next: "Check it." },
		"quote.amount-wrong": {
			what: "A line's amount doesn't match its quantity and price.",
			next: "Enter the line again.",
		},
		"quote.answered-already": {
			what: "The customer already answered this quote.",
			safe: "The answer is kept.",
			next: "Make a new quote to change it.",
		},
		"quote.approval-needed": {
			what: "{{codes}} differ from the price list and need a manager.",
			next: "Ask a manager to scan their badge or enter their PIN.",
		},
		"quote.call-outdated": {
			what: "A finding was changed after its liability call.",
			next: "Check the call again, then quote.",
		},
		"quote.channel-needed": {
			what: "How the customer answered is missing.",
			next: "Choose phone, chat or another way.",
		},
		"quote.decline-reason-needed": { what: "A declined quote needs a reason.", next: "Choose one and submit again." },
		"quote.empty": { what: "The quote has no line.", next: "Add an operation first." },
		"quote.expired": { what: "This quote has expired.", safe: "Its lines are kept.", next: "Make a new one." },
		"quote.list-price-wrong": { what: "The list price has changed.", next: "Open the quote again and recalculate." },
		"quote.no-test-fee-here": { what: "No test fee can be charged here.", next: "Remove it." },
		"quote.none": { what: "There is no quote yet.", next: "Make one first." },
		"quote.not-current": {
			what: "This isn't the latest quote; that is version {{now}}.",
			safe: "Every version is kept.",
			next: "Open the latest and answer that.",
		},
		"quote.not-found": { what: "There is no such quote.", next: "Choose it again in the job." },
		"quote.not-on-list": {
			what: "The price list has no price for {{code}}.",
			next: "Enter a price with its reason and a manager's approval.",
		},
		"quote.note-missing": { what: "This deviation needs a note.", next: "Write one." },
		"quote.off-list": {
			what: "A price differs from the list and needs a reason.",
			next: "Choose one, or go back to the list price.",
		},
		"quote.operation-category": {
			what: "Operation {{operation}} isn't for this kind of item.",
			next: "Choose another, or check the kind.",
		},
		"quote.outcome-first": {
			what: "There are findings, so the outcome comes before the quote.",
			next: "Decide the outcome first.",
		},
		"quote.part-without-work": {
			what: "Part {{part}} has no operation to go with.",
			next: "Add operation {{operation}} first.",
		},
		"quote.picture-not-theirs": {
			what: "This signature or screenshot isn't this customer's.",
			next: "Ask them to sign again, or upload it again.",
		},
		"quote.price-without-line": {
			what: "{{code}} has a price but no line.",
			next: "Remove the price, or add the line.",
		},
		"quote.reason-needed": { what: "A new quote needs its reason.", next: "Choose one and submit again." },
		"quote.screenshot-needed": { what: "An answer by chat needs its screenshot.", next: "Upload it." },
		"quote.signature-needed": {
			what: "The customer's signature is missing.",
			next: "Ask them to sign, or choose another way of answering.",
		},
		"quote.test-fee-not-customers": { what: "This test isn't the customer's to pay.", next: "Remove the fee." },
		"quote.two-prices": { what: "Operation {{operation}} has two prices.", next: "Make them one." },
		"quote.unknown-finding": { what: "This finding isn't part of the job.", next: "Choose it again." },
		"quote.words-needed": { what: "The customer's own words are missing.", next: "Write what they said." },
	},
});
