/** Things made of ink: signatures, a till receipt, a chat in which a customer agrees. Names nobody. */
import { join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { root } from "../project.mjs";
import { bench, chance, path, shadow, stroke } from "./scene.mjs";

GlobalFonts.registerFromPath(
	join(root, "node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
	"Demo Sans",
);

/** Strokes of a pen in a hurry; no name can be read from them. */
const pens = [
	"M 30 92 C 60 20 88 18 80 76 C 74 120 110 104 126 66 C 136 44 150 50 142 80 C 136 106 170 96 184 70 M 196 48 C 190 84 196 104 214 88 C 240 60 250 66 244 90 C 242 104 268 92 300 64",
	"M 34 60 L 118 52 M 78 26 C 74 66 70 100 50 116 M 84 70 C 100 88 112 100 132 108 M 158 40 C 146 82 150 110 176 88 C 196 70 204 58 200 82 C 196 108 232 92 248 70 C 260 96 290 78 312 60",
	"M 40 100 C 52 40 70 26 76 52 C 82 84 56 100 100 88 C 130 78 128 48 146 58 C 160 70 140 98 170 86 C 206 68 214 44 226 62 C 236 84 262 84 306 52",
	"M 42 44 C 86 34 112 36 96 62 C 80 84 54 92 60 108 C 84 118 130 92 148 60 M 170 34 L 164 108 M 146 72 L 200 64 M 220 46 C 208 92 220 112 246 84 C 262 66 282 72 308 88",
];

function signature(line) {
	const canvas = createCanvas(360, 150);
	const ctx = canvas.getContext("2d");
	stroke(ctx, line, "#1c2a4a", 4.2);
	ctx.globalAlpha = 0.5;
	stroke(ctx, line, "#1c2a4a", 6);
	return canvas.toBuffer("image/png");
}

/** A till receipt on the bench; its lines are too far away to read. */
function proof() {
	const canvas = createCanvas(880, 660);
	const ctx = canvas.getContext("2d");
	bench(ctx, { mat: "slate", seed: 40 });
	ctx.translate(440, 330);
	ctx.rotate(-0.04);
	const sheet = path(
		"M -140 -250 L 140 -250 L 140 236 L 126 250 L 112 238 L 98 250 L 84 238 L 70 250 L 56 238 L 42 250 L 28 238 L 14 250 L 0 238 L -14 250 L -28 238 L -42 250 L -56 238 L -70 250 L -84 238 L -98 250 L -112 238 L -126 250 L -140 236 Z",
	);
	shadow(ctx, sheet, { dx: 9, dy: 12, blur: 14 });
	ctx.fillStyle = "#fbfaf6";
	ctx.fill(sheet);
	ctx.fillStyle = "#3b3b3b";
	ctx.fillRect(-62, -226, 124, 18);
	const next = chance(12);
	for (let at = 0; at < 13; at++) {
		const y = -180 + at * 24;
		ctx.fillStyle = "rgb(60 60 60 / .75)";
		ctx.fillRect(-114, y, 60 + next() * 80, 8);
		ctx.fillRect(78, y, 34, 8);
	}
	ctx.fillRect(-114, 146, 228, 3);
	ctx.fillRect(-114, 162, 70, 13);
	ctx.fillRect(58, 162, 54, 13);
	for (let x = -88; x < 88; ) {
		const bar = 2 + Math.floor(next() * 4);
		ctx.fillRect(x, 192, bar, 34);
		x += bar + 2 + Math.floor(next() * 4);
	}
	const out = createCanvas(640, 480);
	out.getContext("2d").drawImage(canvas, 0, 0, 640, 480);
	return out.toBuffer("image/jpeg", 62);
}

const talks = {
	"zh-CN": [
		["shop", "您好，检测结果和报价单发您了，您看可以修吗？"],
		["customer", "看到了，价格可以"],
		["customer", "同意维修，按报价来"],
		["shop", "好的，修好第一时间通知您"],
	],
	en: [
		["shop", "Hello, here are our findings and the quote. Shall we go ahead?"],
		["customer", "Got it, the price is fine"],
		["customer", "Yes, please repair as quoted"],
		["shop", "Thank you, we will tell you as soon as it is ready"],
	],
};

function chat(talk) {
	const canvas = createCanvas(420, 560);
	const ctx = canvas.getContext("2d");
	ctx.fillStyle = "#ededed";
	ctx.fillRect(0, 0, 420, 560);
	ctx.fillStyle = "#f7f7f7";
	ctx.fillRect(0, 0, 420, 56);
	ctx.fillStyle = "#222222";
	ctx.font = "20px Demo Sans";
	ctx.fillText("···", 380, 34);
	let y = 92;
	for (const [who, words] of talk) {
		const mine = who === "shop";
		const rows = [];
		let row = "";
		for (const part of words.split(/(?<= )|(?<=[\u4e00-\u9fff，？])/)) {
			if (ctx.measureText(row + part).width > 230) {
				rows.push(row);
				row = "";
			}
			row += part;
		}
		rows.push(row);
		const w = Math.max(...rows.map((r) => ctx.measureText(r).width)) + 28;
		const h = rows.length * 28 + 20;
		const x = mine ? 420 - 72 - w : 72;
		ctx.fillStyle = mine ? "#95ec69" : "#ffffff";
		ctx.beginPath();
		ctx.roundRect(x, y, w, h, 8);
		ctx.fill();
		ctx.fillStyle = mine ? "#4d7c8a" : "#c98f5a";
		ctx.beginPath();
		ctx.roundRect(mine ? 362 : 16, y, 42, 42, 6);
		ctx.fill();
		ctx.fillStyle = "#1a1a1a";
		for (const [at, text] of rows.entries()) ctx.fillText(text, x + 14, y + 30 + at * 28);
		y += h + 24;
	}
	return canvas.toBuffer("image/jpeg", 70);
}

/** Names and bytes of the files. */
export function papers() {
	return [
		...pens.map((line, at) => [`signature-${at + 1}.png`, signature(line)]),
		["proof.jpg", proof()],
		...Object.entries(talks).map(([language, talk]) => [`chat-${language}.jpg`, chat(talk)]),
	];
}
