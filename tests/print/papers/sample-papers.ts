/** One of every paper, in the language asked for. */
import type { Paper, PaperLanguage, QuoteData, ReceiptData } from "../../../main/print/papers.ts";
import type {
	BadgeSheetData,
	CommandCardSheetData,
	DemoSheetData,
	RecoverySheetData,
	ShelfSheetData,
} from "../../../main/print/sheets.ts";
import { orderNo, pick, sampleLines, sampleShop, sampleSlip, sampleTerms, statusToken } from "../samples.ts";

const printedAt = "2026-11-21 10:43";

export function sampleQuote(language: PaperLanguage): QuoteData {
	const t = pick(language);
	const slip = sampleSlip(language);
	return {
		kind: "quote",
		language,
		printedAt,
		shop: sampleShop(t),
		orderNo,
		statusToken,
		version: 1,
		customer: slip.customer,
		quotedAt: "2026-11-21 15:20",
		quotedBy: t("陈师傅", "Chen"),
		validUntil: "2026-11-28",
		items: slip.jobs.map((job) => job.item),
		findings: [
			{
				no: 1,
				code: "FW02",
				name: t("断底", "outsole cracking across flex"),
				part: t("左脚外底", "left outsole"),
				severity: t("重", "major"),
				cause: t(
					"制造问题，三包期内（R3 折弯处开裂且花纹深）",
					"manufacturing, in warranty (R3: crack at flex line, tread deep)",
				),
			},
			{
				no: 2,
				code: "FW17",
				name: t("掉色", "colour loss"),
				part: t("双脚鞋头", "both toes"),
				severity: t("轻", "minor"),
				cause: t("正常磨损（R4）", "normal wear (R4)"),
			},
		],
		lines: sampleLines(t),
		totals: slip.totals ?? { customerFen: 0, brandFen: 0, discountFen: 0, totalFen: 0, totalWords: "" },
		depositFen: 5000,
		duration: t("7 天（含固化 24 小时）", "7 days, 24 hours of curing included"),
		warranty: t("换底 90 天，补色 30 天，自取件日起算", "outsole 90 days, colour 30 days, from collection"),
		basis: t("价目表 2026-11 / 服务标准 1.4", "price list 2026-11 / service standard 1.4"),
		terms: sampleTerms(t).slice(2),
		signature: {},
	};
}

export function sampleReceipt(language: PaperLanguage): ReceiptData {
	const t = pick(language);
	const slip = sampleSlip(language);
	return {
		kind: "receipt",
		language,
		printedAt,
		shop: sampleShop(t),
		orderNo,
		statusToken,
		customer: slip.customer,
		receivedAt: "2026-11-21 10:42",
		handedOverAt: "2026-11-28 17:35",
		handedOverBy: t("李静", "Li Jing"),
		items: slip.jobs.map((job) => ({
			...job.item,
			pieces: job.item.pieces.map((piece) => ({ ...piece, present: true })),
		})),
		outcomes: [t("免费维修（外底）＋ 收费维修", "outsole free of charge, the rest paid")],
		work: [
			{
				faultCause: t("FW02 断底，制造问题", "FW02 outsole cracked, manufacturing"),
				repairer: t("陈师傅", "Chen"),
				duration: t("5 天 4 小时", "5 days 4 hours"),
				warrantyUntil: "2027-02-26",
			},
		],
		lines: sampleLines(t),
		totals: slip.totals ?? { customerFen: 0, brandFen: 0, discountFen: 0, totalFen: 0, totalWords: "" },
		payments: [
			{ name: t("定金", "Deposit"), means: t("微信支付", "WeChat Pay"), at: "2026-11-21 10:42", amountFen: 5000 },
			{ name: t("尾款", "Balance"), means: t("支付宝", "Alipay"), at: "2026-11-28 17:34", amountFen: 12000 },
		],
		balanceFen: 0,
		oldParts: t("旧外底已交顾客带走", "old outsole given back"),
		warranty: t("换底 90 天，补色 30 天，自取件日起算", "outsole 90 days, colour 30 days, from collection"),
		care: [
			t("补色处 24 小时内不要沾水。", "Keep the recoloured spots dry for 24 hours."),
			t(
				"穿一天歇一天，放鞋楦，避免暴晒和烘烤。",
				"Wear them every other day, use shoe trees, keep away from sun and heaters.",
			),
			t("每月用养护乳薄擦一次。", "Wipe with a little conditioner once a month."),
		],
		complaintLine: t("门店店长 0571-8888 6666，或拨打 12315", "shop manager 0571-8888 6666, or 12315"),
		signature: {},
	};
}

export function sampleRecovery(language: PaperLanguage): RecoverySheetData {
	const t = pick(language);
	const groups = "7Q4M2 KXP9A 3TRWE 8HJ5C N2VYD 6FGB4 ZK7M3 P9XQ2 W4TEA 5RJHN C8VD6 Y3GFB".split(" ");
	return {
		kind: "recovery",
		language,
		printedAt,
		workshop: t("杭州西湖维修中心", "West Lake Repair Centre"),
		workstation: t("05 号（前台）", "05 (counter)"),
		groups,
		qrText: `WELT-RECOVERY:${groups.join("")}`,
	};
}

export function sampleBadges(language: PaperLanguage): BadgeSheetData {
	const t = pick(language);
	const people: [string, string][] = [
		[t("李静", "Li Jing"), t("前台", "Clerk")],
		[t("陈建国", "Chen Jianguo"), t("技师", "Technician")],
		[t("王芳", "Wang Fang"), t("质检员", "Inspector")],
		[t("欧阳志远", "Ouyang Zhiyuan"), t("店长", "Manager")],
	];
	return {
		kind: "badges",
		language,
		printedAt,
		workshop: t("杭州西湖维修中心", "West Lake Repair Centre"),
		badges: people.map(([personName, role], index) => ({
			personName,
			role,
			staffNo: `10${index + 1}`,
			code: `WB-7Q4M2KXP9A3TRWE8HJ5C${index}`,
		})),
	};
}

export function sampleCommands(language: PaperLanguage): CommandCardSheetData {
	const t = pick(language);
	const cards: [string, string, string][] = [
		[t("开始", "Start"), t("开始当前工序", "start the current step"), "START"],
		[t("完成", "Done"), t("当前工序做完", "current step finished"), "FINISH"],
		[t("暂停", "Pause"), t("放下手上的活", "put the work down"), "PAUSE"],
		[t("遇到问题", "Trouble"), t("叫店长或前台", "call the manager or counter"), "TROUBLE"],
		[t("合格", "Pass"), t("质检通过", "inspection passed"), "PASS"],
		[t("返修", "Rework"), t("质检不通过", "inspection failed"), "FAIL"],
		[t("拍照", "Photo"), t("用工位相机拍一张", "take one with the bench camera"), "PHOTO"],
		[t("打标签", "Print label"), t("补打当前物品的标签", "print this item's labels again"), "LABEL"],
	];
	return {
		kind: "command-cards",
		language,
		printedAt,
		cards: cards.map(([title, hint, code]) => ({ title, hint, code: `WELT-${code}` })),
	};
}

export function sampleShelves(language: PaperLanguage): ShelfSheetData {
	const t = pick(language);
	return {
		kind: "shelves",
		language,
		printedAt,
		workshop: t("杭州西湖维修中心", "West Lake Repair Centre"),
		shelves: ["A-01", "A-02", "B-01", "B-02"].map((name) => ({
			name,
			zone: t("待取区", "ready for pick-up"),
			code: `SH-${name}`,
		})),
	};
}

export function sampleDemo(language: PaperLanguage): DemoSheetData {
	const t = pick(language);
	return {
		kind: "demo",
		language,
		printedAt,
		title: t("演示条码表", "Codes for the demo workshop"),
		intro: t(
			"用扫码枪或摄像头扫下面的码，看看工作站怎样反应。",
			"Scan any of these with a scanner or the camera and watch the workstation.",
		),
		sections: [
			{
				title: t("商品", "Goods"),
				entries: [
					{
						title: t("男士德比皮鞋", "Men's derby shoes"),
						symbology: "ean13",
						code: "6901234567892",
						note: t("吊牌条码", "hang tag"),
					},
					{
						title: t("托特包", "Tote bag"),
						symbology: "gs1-datamatrix",
						code: "(01)06901234567892(21)TB24K0098123",
						note: t("防拆标签", "tamper label"),
					},
					{
						title: t("登机箱", "Cabin case"),
						symbology: "qr",
						code: "https://id.gs1.org/01/06901234567892/21/LG77",
						note: t("数字链接", "Digital Link"),
					},
					{ title: t("风衣", "Trench coat"), symbology: "gs1-128", code: "(01)06901234567892(21)C778" },
				],
			},
			{
				title: t("维修单与部件", "Orders and pieces"),
				entries: [
					{ title: t("维修单", "Order"), symbology: "code128", code: orderNo },
					{ title: t("左脚", "Left shoe"), symbology: "code128", code: `${orderNo}01` },
				],
			},
		],
	};
}

/** Everything by name, for looking at. */
export function papers(): Record<string, Paper> {
	const all: Record<string, Paper> = {};
	for (const language of ["zh-CN", "en"] as const) {
		const tag = language === "en" ? "en" : "zh";
		all[`slip-${tag}`] = sampleSlip(language);
		all[`bench-${tag}`] = sampleSlip(language, "bench");
		all[`quote-${tag}`] = sampleQuote(language);
		all[`receipt-${tag}`] = sampleReceipt(language);
		all[`recovery-${tag}`] = sampleRecovery(language);
		all[`badges-${tag}`] = sampleBadges(language);
		all[`commands-${tag}`] = sampleCommands(language);
		all[`shelves-${tag}`] = sampleShelves(language);
		all[`demo-${tag}`] = sampleDemo(language);
	}
	return all;
}
