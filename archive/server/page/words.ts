/** What the page says, in both languages. Plain words a customer knows; the standard's own names come from the standard. */
import type { Stage } from "../../../domain/job/stage.ts";
import type { PageRefusal } from "./answer.ts";

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

const zh = {
	title: "维修进度",
	order: "维修单",
	other: "English",
	asOf: "更新于",
	serial: "编号尾号",
	track: ["收件", "检测", "维修", "质检", "交付"],
	stages: {
		inspection: "师傅正在检测",
		quote: "报价已出，等您确认",
		repair: "正在维修",
		qc: "已修好，正在质检",
		"hand-over": "可以取件了",
		"follow-up": "已取件",
		closed: "已取件",
		voided: "本工单已作废",
	} satisfies Record<Stage, string>,
	waitingQuote: "检测已完成，正在准备报价",
	returning: "未维修，可以取回",
	returned: "未维修，已取回",
	conflict: "两处记录不一致，门店正在核对，核对后会联系您。",
	promised: "承诺完成",
	kept: "我们的时限",
	clockStates: {
		running: "进行中",
		paused: "暂停中，等待您或配件",
		"due-soon": "进行中",
		overdue: "已超时，正在加急",
		met: "按时完成",
		missed: "未按时完成",
	},
	due: "应于 {at} 前",
	done: "{at}",
	quote: "报价",
	version: "第 {n} 版",
	validUntil: "有效期至 {at}",
	yours: "您支付",
	brand: "品牌承担",
	store: "门店承担",
	free: "包含",
	total: "您应付合计",
	samplePrices: "价格以门店确认为准。",
	accept: "同意报价，开始维修",
	decline: "不同意",
	declineHead: "不修了，或有异议",
	why: "原因",
	choose: "请选择原因",
	oldParts: "换下的旧件还给我",
	accepted: "您已于 {at} 同意这份报价。",
	declined: "您已于 {at} 谢绝这份报价。",
	changed: "您要求修改，门店正在重新报价。",
	expired: "这份报价已过有效期，请联系门店重新报价。",
	refusals: {
		changed: "报价或进度刚有变化，请看下面的最新内容再决定。您刚才的选择没有提交。",
		answered: "这份报价已经有答复，不能再改。如需更改，请联系门店。",
		expired: "这份报价已过有效期，请联系门店重新报价。您刚才的选择没有提交。",
		reason: "请选择一个原因，再提交。",
	} satisfies Record<PageRefusal, string>,
	before: "维修前",
	after: "维修后",
	photoOf: "{what}照片 {n}",
	uploading: "还有 {n} 张照片正在上传。",
	call: "致电门店",
	privacy: "本页不显示姓名、电话和地址。知道此链接的人都能看到本页，请勿转发。",
	unknownTitle: "找不到这张维修单",
	unknown: "链接无效，或维修单已经完结较久。请核对小票上的二维码，或联系门店。",
	later: "访问太频繁，请一分钟后再试。",
};

const en: typeof zh = {
	title: "Repair status",
	order: "Order",
	other: "中文",
	asOf: "As of",
	serial: "Serial ends in",
	track: ["Received", "Checked", "Repair", "Tested", "Pick-up"],
	stages: {
		inspection: "Being inspected",
		quote: "Your quote is ready: please decide",
		repair: "Being repaired",
		qc: "Repaired, being tested",
		"hand-over": "Ready for pick-up",
		"follow-up": "Picked up",
		closed: "Picked up",
		voided: "This job was cancelled",
	},
	waitingQuote: "Inspected, the quote is being prepared",
	returning: "Not repaired, ready to be taken back",
	returned: "Not repaired, taken back",
	conflict: "Two records disagree. The shop is checking and will contact you.",
	promised: "Promised by",
	kept: "Our deadlines",
	clockStates: {
		running: "under way",
		paused: "paused, waiting for you or for a part",
		"due-soon": "under way",
		overdue: "late, being hurried",
		met: "done in time",
		missed: "done late",
	},
	due: "due {at}",
	done: "{at}",
	quote: "Quote",
	version: "version {n}",
	validUntil: "valid until {at}",
	yours: "you pay",
	brand: "the brand pays",
	store: "the shop pays",
	free: "included",
	total: "You pay in total",
	samplePrices: "Prices are subject to the shop's confirmation.",
	accept: "Accept and start the repair",
	decline: "Decline",
	declineHead: "Don't repair, or I disagree",
	why: "Reason",
	choose: "Choose a reason",
	oldParts: "Give me the replaced parts back",
	accepted: "You accepted this quote on {at}.",
	declined: "You declined this quote on {at}.",
	changed: "You asked for a change; the shop is preparing a new quote.",
	expired: "This quote has expired. Please ask the shop for a new one.",
	refusals: {
		changed: "The quote or the job has just changed. Please read it below and decide again. Nothing was sent.",
		answered: "This quote was answered already. To change the answer, please contact the shop.",
		expired: "This quote has expired. Please ask the shop for a new one. Nothing was sent.",
		reason: "Please choose a reason and send again.",
	},
	before: "Before",
	after: "After",
	photoOf: "Photo {n}, {what}",
	uploading: "{n} more photos are on their way.",
	call: "Call the shop",
	privacy:
		"No name, phone or address is shown here. Anybody who has this link can see the page: please don't pass it on.",
	unknownTitle: "No such repair order",
	unknown:
		"The link is not valid, or the order was closed long ago. Please check the code on your slip or contact the shop.",
	later: "Too many visits. Please try again in a minute.",
};

export type Words = typeof zh;
export const words: Record<Language, Words> = { "zh-CN": zh, en };

/** `{name}` by what it stands for. */
export const fill = (text: string, values: Record<string, string | number>) =>
	text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The link's choice, else what the browser prefers; Chinese when it says neither. */
export function languageOf(asked: unknown, accept: string | undefined): Language {
	const chosen = languages.find((each) => each === asked);
	if (chosen) return chosen;
	const preferred = (accept ?? "")
		.split(",")
		.map((part) => {
			const [tag = "", ...more] = part.trim().split(";");
			const q = Number(
				more
					.find((each) => each.trim().startsWith("q="))
					?.trim()
					.slice(2) ?? 1,
			);
			return { tag: tag.toLowerCase(), q: Number.isNaN(q) ? 0 : q };
		})
		.filter(({ q }) => q > 0)
		.sort((a, b) => b.q - a.q)
		.find(({ tag }) => /^(zh|en)\b/.test(tag));
	return preferred?.tag.startsWith("en") ? "en" : "zh-CN";
}
