/** What has been in the workshop for days: waiting for a part or an answer, at the bench, curing, at quality control, ready. */
import type { OrderPlan } from "../plan.ts";
import { accepted, agreedInChat, insteadOf, withoutServices } from "./answers.ts";
import { remark } from "./turns.ts";

export const underWay: readonly OrderPlan[] = [
	{
		at: [7, "13:00"],
		who: "zheng",
		sign: 3,
		items: [
			{
				picture: "chainbag-black",
				kept: "W1",
				again: "chainbag-black",
				whole: true,
				words: ["磁扣吸不住了", "The magnetic snap no longer holds"],
				look: {
					at: [7, "15:30"],
					found: [
						{ fault: "BG07", component: "hardware", severity: "minor", evidence: ["matches-w"], spot: [490, 705] },
					],
				},
				quotes: accepted([7, "15:40"], [6, "11:30"], "phone", ["换吧", "Replace it"]),
				work: { at: [6, "14:00"], by: "zhao", wait: { before: 0, reason: "waiting-part" } },
				qc: null,
			},
		],
		more: remark(
			[2, "11:30"],
			["磁扣厂家缺货，已催两次，预计后天到", "Snap out of stock at the supplier, chased twice, due in two days"],
		),
	},
	{
		at: [4, "10:30"],
		who: "liu",
		sign: 2,
		items: [
			{
				picture: "wallet-black",
				kept: "W1",
				thing: { kind: "wallet", brand: "Atlassa", colour: "black", materials: ["full-grain-cow"] },
				words: ["右边卡位撕开了", "Card slot on the right is torn"],
				look: {
					at: [3, "10:00"],
					found: [{ fault: "SL04", component: "stitching", severity: "minor", evidence: ["matches-w"] }],
				},
				quotes: accepted([3, "10:10"], [2, "10:00"], "chat", agreedInChat),
				work: { at: [2, "11:00"], by: "li", parts: [["TH01", 20]] },
				qc: {
					at: [2, "16:00"],
					fail: {
						reason: "stitch-bad",
						words: ["针距不匀，回针处线头外露", "Uneven stitches, thread ends show"],
						stop: true,
					},
				},
			},
		],
	},
	{
		at: [5, "15:10"],
		who: "wang",
		deposit: [50, "cash"],
		sign: 4,
		items: [
			{
				picture: "down-rust",
				kept: "W1",
				thing: {
					kind: "down-jacket",
					brand: "Norvik",
					style: "NV9021-810",
					colour: "orange",
					size: "175/96",
					materials: ["nylon", "down"],
				},
				words: ["胸前钩破跑绒", "Snagged on the chest, down comes out"],
				look: { at: [4, "10:00"], found: [{ fault: "AP09", component: "garment-body", evidence: ["matches-u"] }] },
				quotes: accepted([4, "10:10"], [4, "12:00"], "phone", ["补上就行", "Just mend it"]),
				work: { at: [4, "14:00"], by: "zhao", parts: [["FB05", 200]] },
				shelf: "B1",
			},
			{
				picture: "oxford-brown",
				kept: "W1",
				thing: {
					kind: "dress-shoe",
					brand: "Hartwick",
					style: "HW7702-210",
					colour: "brown",
					size: "265",
					materials: ["full-grain-cow"],
				},
				words: ["两只前掌都开胶", "Both soles are opening at the toe"],
				marks: [["shoe-edge", "bond-open"]],
				look: { at: [4, "10:15"], found: [{ fault: "FW01", component: "outsole", evidence: ["matches-w"] }] },
				quotes: accepted([4, "10:25"], [1, "19:30"], "phone", ["可以", "Fine"]),
				work: {
					at: 190,
					by: "li",
					parts: [
						["AD01", 60],
						["AD03", 40],
					],
				},
				qc: null,
			},
		],
	},
	{
		at: [4, "11:00"],
		who: "feng",
		sign: 1,
		items: [
			{
				picture: "backpack-green",
				kept: "W1",
				thing: {
					kind: "backpack",
					brand: "云履 Yunlü",
					style: "YB3300-310",
					colour: "green",
					materials: ["nylon"],
					codes: [{ kind: "serial", value: "YB33018872" }],
				},
				bought: { daysAgo: 200, yuan: 459, channel: "douyin", proof: "order-screenshot" },
				words: ["主拉链爆开，拉上又裂", "Main zip bursts open again and again"],
				look: { at: [3, "10:30"], found: [{ fault: "BG09", component: "zip", evidence: ["matches-u"] }] },
				quotes: [
					[
						{
							at: [3, "10:50"],
							choose: insteadOf("O30"),
						},
						{
							at: [2, "13:00"],
							answer: "accepted",
							by: "chat",
							words: agreedInChat,
						},
					],
				],
				work: {
					at: [1, "14:00"],
					by: "zhao",
					parts: [
						["ZP02", 1000],
						["ZP05", 2000],
						["TH01", 40],
					],
				},
				qc: null,
			},
		],
	},
	{
		at: [5, "16:20"],
		who: "wu",
		deposit: [100, "wechat"],
		sign: 4,
		items: [
			{
				picture: "briefcase-brown",
				kept: "W1",
				thing: { kind: "briefcase", brand: "Hartwick", style: "HB1100-210", colour: "brown", materials: ["veg-tan"] },
				bought: { daysAgo: 640, yuan: 1880, channel: "mall", proof: "none" },
				words: ["提手右侧扯断", "Handle torn off on the right"],
				worth: 1800,
				marks: [
					["bag-handle", "hard-damage"],
					["bag-edge", "edge-cracked"],
				],
				look: {
					at: [4, "10:00"],
					found: [{ fault: "BG02", component: "handle", evidence: ["matches-u"], material: "veg-tan" }],
				},
				quotes: [[{ at: [4, "10:40"] }]],
			},
		],
	},
	{
		at: [4, "17:30"],
		who: "zhou",
		sign: 2,
		items: [
			{
				picture: "heel-nude",
				kept: "W1",
				thing: {
					kind: "high-heel",
					brand: "Corvane",
					style: "CV3705-230",
					colour: "beige",
					size: "230",
					materials: ["sheepskin"],
				},
				words: ["跟面掉了，跟也刮花", "Top-piece lost, heel scratched"],
				services: ["O09"],
				marks: [
					["shoe-top-piece", "parts-missing"],
					["shoe-heel", "scratches"],
				],
				look: {
					at: [3, "10:00"],
					found: [{ fault: "FW07", component: "top-piece", severity: "minor", evidence: ["matches-w"] }],
				},
				quotes: [
					[
						{ at: [3, "10:20"] },
						{
							at: [2, "12:10"],
							answer: "changed",
							by: "chat",
							words: ["包皮先不做，只换跟面", "No re-covering for now, only the top-pieces"],
						},
					],
					[{ at: [2, "12:30"], reason: "customer-asked", choose: withoutServices }],
				],
			},
		],
	},
	{
		at: [3, "11:20"],
		who: "zhang",
		sign: 1,
		items: [
			{
				picture: "oxford-black-heel",
				kept: "W1",
				again: "oxford-black",
				words: ["跟面磨偏了，顺便打个蜡", "Heels worn to one side; polish them, too"],
				services: ["O40"],
				marks: [["shoe-top-piece", "heel-worn"]],
				look: {
					at: [3, "14:30"],
					found: [{ fault: "FW07", component: "top-piece", severity: "minor", evidence: ["matches-w"] }],
				},
				quotes: accepted([3, "14:40"], [3, "16:00"], "phone", ["好的", "Fine"]),
				work: {
					at: [2, "14:00"],
					by: "li",
					parts: [
						["HE02", 2000],
						["CH04", 10],
					],
				},
				shelf: "A3",
			},
		],
	},
];
