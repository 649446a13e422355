/** Six to four weeks ago: everything here is long handed over; some of it comes back later. */
import type { OrderPlan } from "../plan.ts";
import { accepted, agreedInChat, tagged } from "./answers.ts";

export const firstWeeks: readonly OrderPlan[] = [
	{
		at: [44, "10:20"],
		who: "zhang",
		sign: 1,
		items: [
			{
				picture: "oxford-black",
				thing: {
					kind: "dress-shoe",
					brand: "鹿野 Luye",
					style: "LD2118-001",
					colour: "black",
					size: "240",
					materials: ["full-grain-cow"],
					codes: tagged("200000021180", "LY40771"),
				},
				bought: {
					daysAgo: 32,
					yuan: 899,
					channel: "own-store",
					proof: "pos-slip",
					shop: ["鹿野徐家汇店", "Luye Xujiahui"],
					picture: true,
				},
				words: ["右脚前掌开胶，下雨天进水", "Sole of the right shoe is opening, lets water in"],
				worth: 899,
				marks: [
					["shoe-edge", "bond-open"],
					["shoe-vamp", "fine-cracks"],
				],
				look: {
					at: [43, "09:40"],
					found: [
						{
							fault: "FW01",
							component: "outsole",
							evidence: ["matches-m"],
							measures: [{ kind: "length-mm", value: 46 }],
							on: "right",
							note: ["胶膜整片留在帮脚一侧，无撕料", "Cement film whole on the upper, no torn fibre"],
						},
					],
				},
				quotes: accepted([43, "10:05"], [43, "10:40"], "phone", ["好的，修吧", "Fine, go ahead"]),
				work: {
					at: [43, "14:00"],
					by: "li",
					parts: [
						["AD01", 30],
						["AD03", 20],
					],
				},
				shelf: "A1",
			},
		],
		leave: [{ at: [40, "18:30"], sign: 1 }],
		calls: [{ at: [37, "10:30"], result: "satisfied", score: 5, words: ["粘得很牢", "Holds very well"] }],
	},
	{
		at: [43, "11:05"],
		who: "liu",
		sign: 2,
		items: [
			{
				picture: "case-silver",
				thing: {
					kind: "hard-case",
					brand: "Atlassa",
					style: "AT2400-020",
					colour: "silver",
					size: '24"',
					materials: ["pc"],
					codes: [{ kind: "serial", value: "ATL77A20934" }],
					pieces: ["cover"],
				},
				bought: { daysAgo: 410, yuan: 1299, channel: "jd", proof: "order-screenshot" },
				words: ["坐飞机托运回来，右前轮碎了", "A front wheel broke on a flight"],
				worth: 1000,
				marks: [
					["case-wheel-fr", "wheel-worn"],
					["case-side-left", "scratches"],
				],
				look: {
					at: [43, "15:00"],
					found: [{ fault: "LG01", component: "wheel", evidence: ["matches-w"], material: "rubber" }],
				},
				quotes: accepted([43, "15:20"], [43, "17:05"], "chat", agreedInChat),
				work: { at: [42, "10:00"], by: "zhao", parts: [["LU01", 1000]] },
				shelf: "C1",
			},
		],
		leave: [{ at: [41, "19:10"], pay: "wechat", sign: 2 }],
		calls: [{ at: [38, "11:00"], result: "satisfied", score: 4, words: ["推着很顺", "Rolls smoothly"] }],
	},
	{
		at: [42, "14:10"],
		who: "chen",
		sign: 3,
		items: [
			{
				picture: "handbag-tan",
				thing: {
					kind: "handbag",
					brand: "Velmora",
					style: "VM2600-014",
					colour: "tan",
					materials: ["full-grain-cow"],
					codes: tagged("200000026001", "VM0093371"),
					pieces: ["strap", "dust-bag"],
				},
				bought: { daysAgo: 500, yuan: 2680, channel: "mall", proof: "none", shop: ["港汇恒隆", "Grand Gateway"] },
				words: ["包身右下划伤，提手的油边也裂了", "Scratched low on the front, handle edge is cracking"],
				worth: 2500,
				marks: [
					["bag-front", "scratches"],
					["bag-handle", "edge-cracked"],
				],
				look: {
					at: [41, "10:00"],
					found: [
						{
							fault: "BG16",
							component: "body",
							severity: "minor",
							evidence: ["matches-u"],
							material: "full-grain-cow",
						},
						{ fault: "BG01", component: "edge", spot: [455, 200], severity: "minor", evidence: ["matches-w"] },
					],
				},
				quotes: accepted([41, "10:40"], [41, "12:15"], "phone", [
					"可以，尽量补得自然些",
					"Fine, please match the colour well",
				]),
				work: {
					at: [41, "14:30"],
					by: "li",
					parts: [
						["CL01", 40],
						["CL04", 20],
						["CL08", 25],
					],
				},
				qc: { fail: { reason: "colour-off", words: ["右下角补色偏红，自然光下看得出", "Corner too red in daylight"] } },
				shelf: "A2",
			},
		],
		leave: [{ at: [33, "16:20"], pay: "alipay", sign: 3 }],
		calls: [
			{ at: [30, "10:10"], result: "unreached", again: 1 },
			{
				at: [29, "10:30"],
				result: "satisfied",
				score: 5,
				words: ["几乎看不出来，谢谢", "Can hardly see it, thank you"],
			},
		],
	},
	{
		at: [41, "09:30"],
		who: "wang",
		sign: 4,
		items: [
			{
				picture: "boot-brown",
				thing: {
					kind: "boot",
					brand: "Norvik",
					style: "NV5510-210",
					colour: "brown",
					size: "265",
					materials: ["oiled-leather"],
				},
				bought: { daysAgo: 60, yuan: 1099, channel: "own-store", proof: "invoice" },
				words: ["左靴拉链崩开，拉不上", "Zip of the left boot burst, won't close"],
				marks: [["boot-zip", "parts-missing"]],
				look: {
					at: [41, "11:20"],
					found: [
						{
							fault: "FW33",
							component: "zip",
							evidence: ["matches-m"],
							on: "left",
							note: ["空载即爆齿，链齿咬合面偏浅", "Teeth burst unloaded, bite too shallow"],
						},
					],
				},
				quotes: accepted([41, "11:40"], [41, "13:00"], "phone", ["知道了，保修就好", "Good that it is under warranty"]),
				work: { at: [40, "10:20"], by: "zhao", parts: [["ZP05", 1000]] },
				shelf: "B1",
			},
			{
				picture: "belt-dark",
				thing: { kind: "belt", brand: "Norvik", colour: "brown", size: "105", materials: ["full-grain-cow"] },
				bought: { daysAgo: 300, yuan: 399, channel: "outlet", proof: "none" },
				words: ["带扣松了，自己会滑开", "Buckle is loose and slips"],
				look: {
					at: [41, "11:45"],
					found: [{ fault: "SL02", component: "buckle", severity: "minor", evidence: ["matches-w"] }],
				},
				quotes: accepted([41, "11:55"], [41, "13:02"], "phone", ["换吧", "Replace it"]),
				work: { at: [41, "15:00"], by: "zhao", parts: [["HW09", 1000]] },
				shelf: "B1",
			},
		],
		leave: [
			{ at: [39, "17:00"], items: [1], pay: "cash", sign: 4 },
			{ at: [37, "18:00"], items: [0], sign: 4 },
		],
		calls: [{ at: [34, "14:00"], result: "satisfied", score: 5 }],
	},
	{
		at: [39, "10:15"],
		who: "zhao",
		deposit: [38, "wechat"],
		sign: 0,
		items: [
			{
				picture: "heel-red",
				thing: {
					kind: "high-heel",
					brand: "Corvane",
					style: "CV3701-600",
					colour: "red",
					size: "235",
					materials: ["patent"],
				},
				services: ["O07"],
				agreed: true,
				marks: [["shoe-top-piece", "heel-worn"]],
				work: { at: [39, "10:40"], by: "li", parts: [["HE01", 2000]] },
			},
		],
		leave: [{ at: [39, "17:40"] }],
		calls: [{ at: [36, "15:00"], result: "satisfied", score: 5 }],
	},
	{
		at: [37, "19:20"],
		who: "sun",
		deposit: [100, "alipay"],
		sign: 0,
		items: [
			{
				picture: "sneaker-white",
				thing: {
					kind: "sneaker",
					brand: "云履 Yunlü",
					style: "YL4300-100",
					colour: "white",
					size: "270",
					materials: ["mesh"],
				},
				services: ["O43", "O47"],
				agreed: true,
				marks: [
					["shoe-quarter-out", "stain"],
					["shoe-waist", "yellowed"],
				],
				work: {
					at: [36, "09:30"],
					by: "zhao",
					parts: [
						["CH01", 60],
						["CH09", 30],
					],
				},
				shelf: "A3",
			},
		],
		leave: [{ at: [32, "20:10"], pay: "alipay" }],
		calls: [{ at: [29, "16:00"], result: "declined" }],
	},
];
