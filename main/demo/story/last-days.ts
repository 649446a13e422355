/** What came in the last days, up to an hour ago. */
import type { OrderPlan } from "../plan.ts";
import { accepted, tagged } from "./answers.ts";

export const lastDays: readonly OrderPlan[] = [
	{
		at: [3, "16:00"],
		who: "wu",
		sign: 4,
		items: [
			{
				picture: "jacket-brown",
				kept: "W2",
				again: "jacket-brown",
				words: ["想好了，还是补色吧", "I thought it over: please recolour it"],
				services: ["O86"],
				worth: 1500,
				quotes: accepted([3, "16:15"], [3, "16:20"], "screen"),
				work: { at: 42, by: "zhao", parts: [["CL01", 120]] },
				qc: null,
			},
		],
	},
	{
		at: [2, "12:40"],
		who: "lin",
		sign: 0,
		items: [
			{
				picture: "case-blue",
				kept: "W2",
				thing: {
					kind: "hard-case",
					brand: "Atlassa",
					style: "AT2800-400",
					colour: "blue",
					size: '28"',
					materials: ["pc"],
					codes: tagged("200000028004", "ATL81B55102"),
				},
				bought: { daysAgo: 150, yuan: 1699, channel: "own-store", proof: "member-record" },
				words: ["托运后右下角裂了", "Cracked low on the right after a flight"],
				marks: [["case-corner-br", "shell-crack"]],
				look: {
					at: [1, "11:00"],
					found: [{ fault: "LG06", component: "shell", evidence: ["matches-t"], material: "pc" }],
				},
				quotes: [[{ at: [1, "11:20"] }]],
			},
		],
	},
	{
		at: [2, "18:10"],
		who: "feng",
		sign: 1,
		items: [
			{
				picture: "wallet-brown",
				kept: "W2",
				again: "wallet-brown",
				whole: true,
				words: ["折位开裂", "Cracked at the fold"],
				look: {
					at: [1, "11:30"],
					found: [{ fault: "SL03", component: "body", severity: "minor", evidence: ["matches-w"] }],
				},
				quotes: [
					[
						{ at: [1, "11:35"] },
						{
							at: [1, "12:30"],
							answer: "declined",
							by: "phone",
							reason: "keeps-as-is",
							words: ["先不修了", "Leave it as it is"],
						},
					],
				],
				shelf: "C2",
			},
		],
	},
	{
		at: [1, "10:30"],
		who: "sun",
		sign: 0,
		items: [
			{
				picture: "sneaker-white",
				kept: "W2",
				again: "sneaker-white",
				services: ["O43", "O46"],
				agreed: true,
				marks: [["shoe-quarter-out", "stain"]],
			},
		],
	},
	{
		at: [1, "18:30"],
		who: "zheng",
		sign: 3,
		items: [
			{
				picture: "boot-black",
				kept: "W2",
				again: "boot-black",
				whole: true,
				words: ["穿着有点紧，想撑大半码", "A bit tight, please stretch by half a size"],
				services: ["O23"],
			},
		],
	},
	{
		at: 250,
		who: "lin",
		sign: 0,
		items: [
			{
				picture: "handbag-red",
				again: "handbag-red",
				words: ["右下角又划了一道", "A new scratch low on the right"],
				worth: 2000,
				marks: [["bag-front", "scratches"]],
			},
		],
	},
	{
		at: 165,
		who: "zhou",
		deposit: [50, "wechat"],
		sign: 2,
		fresh: true,
		items: [
			{
				picture: "coat-camel",
				kept: "W2",
				again: "coat-camel",
				whole: true,
				words: ["前襟有咖啡渍", "Coffee stain on the front"],
				services: ["O88"],
				worth: 1200,
				marks: [["top-placket", "stain"]],
			},
		],
	},
	{
		at: 80,
		who: "he",
		sign: 0,
		fresh: true,
		items: [
			{
				picture: "down-navy",
				again: "down-navy",
				whole: true,
				words: ["拉链下摆处卡住，拉不动", "The zip jams at the hem"],
				look: {
					at: 24,
					found: [{ fault: "AP01", component: "zip", evidence: ["matches-m"], spot: [500, 780], decided: false }],
					outcome: null,
				},
			},
		],
	},
];
