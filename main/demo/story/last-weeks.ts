/** Three weeks ago until the last days: second visits, rework of our own, a cancelled one, calls that are due now. */
import type { OrderPlan } from "../plan.ts";
import { accepted, agreedInChat } from "./answers.ts";
import { callOff, voidIt } from "./turns.ts";

export const lastWeeks: readonly OrderPlan[] = [
	{
		at: [20, "10:00"],
		who: "liu",
		sign: 2,
		items: [
			{
				picture: "case-silver-trolley",
				again: "case-silver",
				words: ["拉杆弯了，收不回去", "The trolley is bent and won't go down"],
				marks: [["case-trolley", "deformed"]],
				look: { at: [20, "11:30"], found: [{ fault: "LG03", component: "trolley", evidence: ["matches-t"] }] },
				quotes: accepted([20, "11:45"], [20, "13:10"], "phone", ["修吧", "Repair it"]),
				work: { at: [19, "10:00"], by: "zhao", parts: [["LU04", 1000]] },
				shelf: "C1",
			},
		],
		leave: [{ at: [18, "18:20"], pay: "wechat", sign: 2 }],
		calls: [{ at: [15, "10:40"], result: "satisfied", score: 5 }],
	},
	{
		at: [19, "13:15"],
		who: "sun",
		deposit: [100, "wechat"],
		sign: 0,
		items: [
			{
				picture: "tote-cream",
				thing: { kind: "tote", brand: "白桦 Baihua", colour: "beige", materials: ["canvas"] },
				words: ["牛仔裤染上蓝色了", "Blue dye from jeans"],
				marks: [["bag-side-right", "dye-transfer"]],
				look: {
					at: [19, "16:00"],
					found: [{ fault: "BG15", component: "body", severity: "minor", evidence: ["matches-u"], material: "canvas" }],
				},
				quotes: accepted([19, "16:20"], [18, "12:00"], "phone", ["试试吧", "Let's try"]),
			},
		],
		more: callOff([17, "10:15"], 100, [
			"不想去色了，怕洗坏，退定金",
			"Changed my mind, afraid it gets worse; please return the deposit",
		]),
		leave: [{ at: [16, "19:00"] }],
	},
	{
		at: [17, "11:00"],
		who: "nobody",
		items: [
			{
				picture: "canvas-blue",
				thing: { kind: "canvas-shoe", brand: "", colour: "blue", size: "245", materials: ["canvas", "rubber"] },
				words: ["围条开了", "The rubber strip is coming off"],
				look: {
					at: [17, "11:10"],
					found: [{ fault: "FW37", component: "foxing", severity: "minor", evidence: ["matches-u"] }],
				},
				quotes: accepted([17, "11:20"], [17, "11:25"], "paper"),
				work: { at: [17, "14:00"], by: "li", parts: [["AD01", 15]] },
				shelf: "A4",
			},
		],
		leave: [{ at: [15, "14:00"], pay: "cash" }],
	},
	{
		at: [15, "19:30"],
		who: "zhao",
		sign: 0,
		items: [
			{
				picture: "heel-red-seam",
				again: "heel-red",
				words: ["侧面开线了", "Seam open at the side"],
				look: {
					at: [14, "10:00"],
					found: [{ fault: "FW24", component: "stitching", severity: "minor", evidence: ["matches-u"], on: "right" }],
				},
				quotes: accepted([14, "10:10"], [14, "12:30"], "chat", agreedInChat),
				work: { at: [14, "15:00"], by: "li", parts: [["TH01", 10]] },
				shelf: "A1",
			},
		],
		leave: [{ at: [12, "18:00"], pay: "wechat" }],
		calls: [{ at: [9, "15:10"], result: "satisfied", score: 4 }],
	},
	{
		at: [14, "12:30"],
		who: "chen",
		sign: 3,
		items: [
			{
				picture: "handbag-tan",
				again: "handbag-tan",
				rework: true,
				words: ["上次补的提手油边又裂了", "The handle edge you mended has cracked again"],
				look: {
					at: [14, "15:30"],
					found: [
						{
							fault: "BG01",
							component: "edge",
							spot: [455, 200],
							severity: "minor",
							evidence: ["matches-m"],
							note: ["底油未干透即上面油，本店返修", "Base coat was not dry, our own rework"],
						},
					],
				},
				quotes: accepted([14, "15:50"], [14, "17:00"], "phone", ["好，麻烦了", "Thank you"]),
				work: {
					at: [13, "10:00"],
					by: "li",
					parts: [
						["CL08", 25],
						["CL09", 15],
					],
				},
				shelf: "A2",
			},
		],
		leave: [{ at: [10, "17:20"], sign: 3 }],
		calls: [{ at: [7, "11:15"], result: "satisfied", score: 5, words: ["这次很好", "Very good this time"] }],
	},
	{
		at: [12, "17:45"],
		who: "zheng",
		deposit: [50, "wechat"],
		sign: 3,
		items: [
			{
				picture: "boot-black",
				thing: { kind: "boot", brand: "Hartwick", colour: "black", size: "240", materials: ["full-grain-cow"] },
				words: ["前掌磨穿了", "Worn through at the forefoot"],
				marks: [["shoe-forefoot", "sole-worn"]],
				look: {
					at: [11, "10:00"],
					found: [{ fault: "FW09", component: "outsole", evidence: ["symmetric-ground-wear"] }],
				},
				quotes: accepted([11, "10:20"], [11, "12:40"], "phone", ["换吧", "Replace it"]),
				work: {
					at: [11, "14:00"],
					by: "li",
					parts: [
						["SO03", 2000],
						["AD01", 40],
					],
				},
				shelf: "A3",
			},
		],
		leave: [{ at: [8, "18:50"], pay: "wechat", sign: 3 }],
		calls: [{ at: [5, "10:30"], result: "satisfied", score: 5 }],
	},
	{
		at: [10, "16:10"],
		who: "lin",
		sign: 0,
		items: [
			{
				picture: "handbag-red",
				whole: true,
				thing: {
					kind: "handbag",
					brand: "Velmora",
					style: "VM2600-600",
					colour: "burgundy",
					materials: ["full-grain-cow"],
					pieces: ["dust-bag"],
				},
				services: ["O48", "O61"],
				agreed: true,
				worth: 2000,
				work: {
					at: [9, "10:10"],
					by: "zhao",
					parts: [
						["CH03", 50],
						["CH10", 20],
					],
				},
				shelf: "A2",
			},
		],
		leave: [{ at: [4, "12:20"], pay: "alipay" }],
		calls: [{ at: [1, "10:20"], result: "unreached", again: 1 }],
	},
	{
		at: [9, "10:00"],
		who: "feng",
		sign: 1,
		items: [
			{
				picture: "loafer-tan",
				thing: {
					kind: "loafer",
					brand: "鹿野 Luye",
					style: "LD2240-230",
					colour: "tan",
					size: "250",
					materials: ["full-grain-cow"],
				},
				words: ["鞋头刮花了", "Toe is scratched"],
				marks: [["shoe-toe", "scratches"]],
				look: {
					at: [9, "15:00"],
					found: [{ fault: "FW21", component: "upper", severity: "minor", evidence: ["matches-u"] }],
				},
				quotes: accepted([9, "15:10"], [8, "09:50"], "phone", ["可以", "Fine"]),
				work: {
					at: [8, "11:00"],
					by: "li",
					parts: [
						["CL04", 10],
						["CL01", 20],
					],
				},
				shelf: "A1",
			},
		],
		leave: [{ at: [5, "18:40"], pay: "card", sign: 1 }],
	},
	{
		at: [8, "18:15"],
		who: "he",
		deposit: [26, "wechat"],
		sign: 0,
		items: [
			{
				picture: "coat-grey",
				thing: {
					kind: "coat",
					brand: "白桦 Baihua",
					style: "BH1604-060",
					colour: "grey",
					size: "L",
					materials: ["wool", "cashmere"],
				},
				services: ["O83", "O88"],
				agreed: true,
				work: { at: [7, "10:00"], by: "zhao", parts: [["HW10", 1000]] },
				shelf: "B3",
			},
		],
		leave: [{ at: [3, "12:00"], pay: "wechat" }],
	},
	{
		at: [6, "19:05"],
		who: "sun",
		sign: 0,
		items: [
			{
				picture: "sneaker-navy",
				thing: {
					kind: "sneaker",
					brand: "云履 Yunlü",
					style: "YL4306-410",
					colour: "navy",
					size: "270",
					materials: ["suede", "mesh"],
				},
				services: ["O43"],
			},
		],
		more: voidIt([6, "19:12"]),
	},
	{
		at: [6, "19:14"],
		who: "sun",
		sign: 0,
		items: [
			{
				picture: "sneaker-navy",
				again: "sneaker-navy",
				services: ["O43", "O46"],
				agreed: true,
				work: { at: [5, "09:20"], by: "zhao", parts: [["CH01", 60]] },
				shelf: "A4",
			},
		],
		leave: [{ at: 130, pay: "alipay" }],
	},
];
