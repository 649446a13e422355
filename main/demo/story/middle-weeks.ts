/** Five to three weeks ago: a refusal of the price, somebody else at the pick-up, a complaint, an exchange. */
import type { OrderPlan } from "../plan.ts";
import { accepted, agreedInChat, tagged } from "./answers.ts";
import { refundPart } from "./turns.ts";

export const middleWeeks: readonly OrderPlan[] = [
	{
		at: [35, "12:00"],
		who: "zhou",
		sign: 2,
		items: [
			{
				picture: "coat-camel",
				thing: {
					kind: "coat",
					brand: "白桦 Baihua",
					style: "BH1602-230",
					colour: "tan",
					size: "M",
					materials: ["wool"],
					pieces: ["garment-belt"],
				},
				words: ["中间的扣子掉了，左袖笼开线", "Middle button gone, seam open under the left arm"],
				look: {
					at: [35, "12:15"],
					found: [
						{ fault: "AP08", component: "button", severity: "minor", evidence: ["matches-w"] },
						{ fault: "AP02", component: "stitching", severity: "minor", evidence: ["matches-m"] },
					],
				},
				quotes: accepted([35, "12:25"], [35, "12:35"], "screen"),
				work: {
					at: [35, "14:00"],
					by: "zhao",
					parts: [
						["HW10", 1000],
						["TH01", 50],
					],
				},
				shelf: "B2",
			},
		],
		leave: [{ at: [34, "18:30"], pay: "wechat", sign: 2 }],
		calls: [{ at: [31, "11:40"], result: "satisfied", score: 5 }],
	},
	{
		at: [33, "15:30"],
		who: "wu",
		sign: 4,
		items: [
			{
				picture: "jacket-brown",
				thing: { kind: "leather-jacket", brand: "Hartwick", colour: "brown", size: "L", materials: ["sheepskin"] },
				bought: { daysAgo: 900, yuan: 2200, channel: "overseas", proof: "none" },
				words: ["领口和袖口掉色发白", "Collar and cuffs have lost their colour"],
				worth: 1500,
				marks: [
					["top-collar", "faded"],
					["top-sleeve-left", "faded"],
					["top-sleeve-right", "faded"],
				],
				look: {
					at: [32, "10:20"],
					found: [
						{
							fault: "AP13",
							component: "garment-body",
							severity: "minor",
							evidence: ["matches-w"],
							material: "sheepskin",
						},
					],
				},
				quotes: [
					[
						{ at: [32, "11:00"] },
						{
							at: [31, "18:20"],
							answer: "declined",
							by: "phone",
							reason: "too-expensive",
							testFee: true,
							words: ["有点贵，我再想想", "A bit expensive, let me think"],
						},
					],
				],
				shelf: "B2",
			},
		],
		leave: [{ at: [29, "17:10"], pay: "cash", sign: 4 }],
	},
	{
		at: [31, "11:45"],
		who: "zheng",
		sign: 3,
		items: [
			{
				picture: "chainbag-black",
				thing: {
					kind: "chain-bag",
					brand: "Velmora",
					style: "VM1805-001",
					colour: "black",
					materials: ["sheepskin"],
					codes: [{ kind: "serial", value: "VMC18004452" }],
					pieces: ["chain-strap", "card"],
				},
				bought: { daysAgo: 700, yuan: 2980, channel: "gift", proof: "warranty-card" },
				words: ["链条断了", "The chain broke"],
				worth: 2600,
				marks: [
					["bag-chain", "parts-missing"],
					["bag-corner-left", "abrasion"],
				],
				look: {
					at: [31, "16:00"],
					found: [{ fault: "BG19", component: "chain", severity: "minor", evidence: ["matches-w"], material: "brass" }],
				},
				quotes: [
					[
						{ at: [31, "16:20"] },
						{
							at: [30, "09:45"],
							answer: "accepted",
							by: "chat",
							words: agreedInChat,
							oldParts: true,
						},
					],
				],
				work: { at: [30, "11:00"], by: "zhao", parts: [["HW06", 1000]] },
				shelf: "A2",
			},
		],
		leave: [{ at: [28, "13:20"], pay: "wechat", sign: 3, other: ["郑先生", "Mr Zheng"], lostSlip: "order-on-phone" }],
		calls: [
			{
				at: [25, "11:00"],
				result: "unsatisfied",
				score: 2,
				words: ["链条颜色和原来的有差别", "The chain's colour differs from the old one"],
			},
		],
		more: refundPart([25, "15:00"], 50, ["链条色差，店长同意补偿", "Chain colour differs, agreed with the manager"]),
	},
	{
		at: [30, "16:40"],
		who: "feng",
		sign: 1,
		items: [
			{
				picture: "wallet-brown",
				thing: { kind: "wallet", brand: "鹿野 Luye", style: "LW0802-210", colour: "brown", materials: ["veg-tan"] },
				words: ["卡位开线，卡会掉", "A card slot came open"],
				look: {
					at: [30, "16:50"],
					found: [{ fault: "SL04", component: "stitching", severity: "minor", evidence: ["matches-w"] }],
				},
				quotes: accepted([30, "16:55"], [30, "17:00"], "paper"),
				work: { at: [30, "17:30"], by: "li", parts: [["TH01", 20]] },
				shelf: "A1",
			},
		],
		leave: [{ at: [29, "12:10"], pay: "card", sign: 1 }],
		calls: [{ at: [26, "10:00"], result: "satisfied", score: 4 }],
	},
	{
		at: [28, "10:30"],
		who: "he",
		sign: 2,
		items: [
			{
				picture: "down-navy",
				thing: {
					kind: "down-jacket",
					brand: "Norvik",
					style: "NV9021-410",
					colour: "navy",
					size: "165/88",
					materials: ["nylon", "down"],
					codes: tagged("200000090214"),
				},
				bought: { daysAgo: 20, yuan: 1599, channel: "tmall", proof: "order-screenshot", picture: true },
				words: ["右胸缝线处一直跑绒", "Down keeps coming out at the right chest seam"],
				look: {
					at: [28, "14:10"],
					found: [
						{
							fault: "AP09",
							component: "stitching",
							evidence: ["matches-m"],
							note: ["针孔成片，非外力破损", "Needle holes all along, no outside damage"],
						},
					],
				},
				quotes: accepted([28, "14:30"], [28, "15:10"], "phone", ["好，保修", "Good, under warranty"]),
				work: { at: [27, "10:00"], by: "zhao", parts: [["FB05", 200]] },
				shelf: "B3",
			},
		],
		leave: [{ at: [25, "19:40"], sign: 2 }],
		calls: [{ at: [22, "15:30"], result: "satisfied", score: 5, words: ["不跑了，点赞", "No more down, thumbs up"] }],
	},
	{
		at: [26, "18:00"],
		who: "lin",
		sign: 0,
		items: [
			{
				picture: "sneaker-grey",
				thing: {
					kind: "sneaker",
					brand: "云履 Yunlü",
					style: "YL4410-060",
					colour: "grey",
					size: "255",
					materials: ["mesh", "pu-sole"],
				},
				bought: { daysAgo: 12, yuan: 699, channel: "brand-online", proof: "platform-query" },
				words: ["才穿几次鞋底就掉渣", "Sole crumbles after a few wears"],
				look: {
					at: [25, "10:00"],
					found: [
						{
							fault: "FW11",
							component: "midsole",
							evidence: ["hydrolysis"],
							material: "pu-sole",
							note: ["双脚同时粉化，疑似批次问题", "Both shoes crumble, likely a batch"],
						},
					],
					outcome: { outcome: "exchange", reason: "quality" },
				},
			},
		],
		leave: [{ at: [22, "17:00"], missing: { kind: "*", reason: "kept-by-shop" } }],
	},
];
