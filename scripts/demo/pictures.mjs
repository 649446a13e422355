/**
 * Draws assets/demo/: the items of the demo workshop before and after their repair, a closer look at some faults, and
 * where on the picture the fault is. `node scripts/demo/pictures.mjs` after changing a drawing; looked at, then committed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas } from "@napi-rs/canvas";
import { root } from "../project.mjs";
import { backpack, belt, briefcase, chainBag, handbag, tote, wallet } from "./bags.mjs";
import { coat, downJacket, hardCase, leatherJacket } from "./cases.mjs";
import { papers } from "./papers.mjs";
import { bench, height, placed, width } from "./scene.mjs";
import { boot, canvasShoe, heel, loafer, oxford, sneaker } from "./shoes.mjs";

const folder = join(root, "assets/demo");
/** Sent in by the counter's camera: smaller than drawn, compressed as a camera would. */
const size = { width: 720, height: 540 };
const quality = 54;

/** Where a single thing stands, and a pair: the one behind and the one in front that has the fault. */
const upright = { x: 440, y: 578, scale: 1 };
const flat = { x: 440, y: 328, scale: 1.06 };
const low = [
	{ x: 108, y: 318, scale: 0.9 },
	{ x: 168, y: 512, scale: 1.06 },
];
const high = [
	{ x: 118, y: 470, scale: 0.9 },
	{ x: 212, y: 560, scale: 1 },
];

/** `at`: the fault in the drawing's own measure. `close`: how much closer a second picture looks. */
const items = [
	{ name: "oxford-black", draw: oxford, with: { colour: "#2a2624" }, pair: low, at: [520, -22], close: 2.1 },
	{ name: "oxford-black-heel", draw: oxford, with: { colour: "#2a2624", kind: "heel" }, pair: low, at: [36, -14] },
	{ name: "oxford-brown", draw: oxford, with: { colour: "#6b3f23" }, pair: low, mat: "slate", at: [520, -22] },
	{
		name: "loafer-tan",
		draw: loafer,
		with: { colour: "#a9713f" },
		pair: low,
		mat: "slate",
		at: [510, -66],
		close: 2.1,
	},
	{ name: "heel-red", draw: heel, with: { colour: "#9c2230" }, pair: low, at: [52, -8] },
	{ name: "heel-red-seam", draw: heel, with: { colour: "#9c2230", kind: "seam" }, pair: low, at: [190, -86] },
	{ name: "heel-nude", draw: heel, with: { colour: "#d3a888" }, pair: low, mat: "slate", at: [52, -8] },
	{
		name: "sneaker-white",
		draw: sneaker,
		with: { colour: "#f0efec", accent: "#6f8fae" },
		pair: low,
		mat: "slate",
		at: [300, -40],
	},
	{
		name: "sneaker-grey",
		draw: sneaker,
		with: { colour: "#8b9096", accent: "#3d4650", kind: "crumbling" },
		pair: low,
		at: [320, -24],
		close: 1.9,
	},
	{ name: "sneaker-navy", draw: sneaker, with: { colour: "#33415f", accent: "#c44b3c" }, pair: low, at: [300, -40] },
	{ name: "canvas-blue", draw: canvasShoe, with: { colour: "#33557f" }, pair: low, at: [370, -10] },
	{ name: "boot-brown", draw: boot, with: { colour: "#7a4b2b" }, pair: high, mat: "green", at: [124, -290], close: 2 },
	{ name: "boot-black", draw: boot, with: { colour: "#2b2827", kind: "sole" }, pair: high, at: [446, -10] },
	{
		name: "handbag-tan",
		draw: handbag,
		with: { colour: "#b07a45" },
		stand: upright,
		mat: "slate",
		at: [110, -136],
		close: 2.1,
	},
	{ name: "handbag-red", draw: handbag, with: { colour: "#8e2a35" }, stand: upright, at: [110, -136] },
	{
		name: "chainbag-black",
		draw: chainBag,
		with: { colour: "#232126" },
		stand: { ...upright, y: 540, scale: 1.1 },
		at: [40, -436],
	},
	{ name: "tote-cream", draw: tote, with: { colour: "#e7dfcd", trim: "#8a5a33" }, stand: upright, at: [120, -150] },
	{
		name: "backpack-green",
		draw: backpack,
		with: { colour: "#4d5b48", trim: "#6b4a2c" },
		stand: { ...upright, scale: 1.12 },
		at: [30, -370],
		close: 2,
	},
	{
		name: "briefcase-brown",
		draw: briefcase,
		with: { colour: "#5c3b24" },
		stand: { ...upright, y: 520, scale: 1.15 },
		at: [150, -218],
		close: 2,
	},
	{ name: "wallet-brown", draw: wallet, with: { colour: "#6c4226" }, stand: flat, at: [226, -16] },
	{ name: "wallet-black", draw: wallet, with: { colour: "#2c2a2b" }, stand: flat, at: [226, -16] },
	{
		name: "belt-dark",
		draw: belt,
		with: { colour: "#3a2a20" },
		stand: { x: 392, y: 268, scale: 1.16 },
		at: [300, 146],
	},
	{
		name: "case-silver",
		draw: hardCase,
		with: { colour: "#aeb6bd" },
		stand: upright,
		mat: "green",
		at: [132, -14],
		close: 2.2,
	},
	{
		name: "case-silver-trolley",
		draw: hardCase,
		with: { colour: "#aeb6bd", kind: "trolley" },
		stand: upright,
		mat: "green",
		at: [70, -500],
	},
	{
		name: "case-blue",
		draw: hardCase,
		with: { colour: "#2f5f8f", kind: "crack" },
		stand: upright,
		at: [92, -118],
		close: 2,
	},
	{ name: "jacket-brown", draw: leatherJacket, with: { colour: "#6a3e22" }, stand: flat, at: [-70, -206], close: 2 },
	{ name: "down-navy", draw: downJacket, with: { colour: "#26364f" }, stand: flat, at: [98, 30] },
	{ name: "down-rust", draw: downJacket, with: { colour: "#8a4a2e" }, stand: flat, mat: "slate", at: [98, 30] },
	{
		name: "coat-camel",
		draw: coat,
		with: { colour: "#b88a57" },
		stand: { ...flat, y: 318, scale: 1 },
		mat: "slate",
		at: [48, 54],
		close: 2.1,
	},
	{ name: "coat-grey", draw: coat, with: { colour: "#6f7377" }, stand: { ...flat, y: 318, scale: 1 }, at: [48, 54] },
];

function picture(item, seed, { fault, close }) {
	const canvas = createCanvas(width, height);
	const ctx = canvas.getContext("2d");
	const front = item.pair?.[1] ?? item.stand;
	const spot = [front.x + item.at[0] * front.scale, front.y + item.at[1] * front.scale];
	if (close) {
		// Never beyond the edge of the bench as it is drawn.
		const shift = (whole, at) => Math.min(0, Math.max(whole - whole * close, whole / 2 - at * close));
		ctx.translate(shift(width, spot[0]), shift(height, spot[1]));
		ctx.scale(close, close);
	}
	bench(ctx, { mat: item.mat, seed });
	if (item.pair) placed(ctx, item.pair[0], (c) => item.draw(c, { ...item.with, fault: false }));
	placed(ctx, front, (c) => item.draw(c, { ...item.with, fault }));
	const out = createCanvas(size.width, size.height);
	out.getContext("2d").drawImage(canvas, 0, 0, size.width, size.height);
	return { jpeg: out.toBuffer("image/jpeg", quality), spot };
}

mkdirSync(folder, { recursive: true });
const spots = {};
let total = 0;
const keep = (name, bytes) => {
	writeFileSync(join(folder, name), bytes);
	total += bytes.length;
	if (bytes.length > 40_000) console.log(`${name}: ${bytes.length} bytes`);
};
items.forEach((item, at) => {
	const before = picture(item, at + 1, { fault: true });
	keep(`${item.name}-before.jpg`, before.jpeg);
	keep(`${item.name}-after.jpg`, picture(item, at + 1, { fault: false }).jpeg);
	if (item.close) keep(`${item.name}-close.jpg`, picture(item, at + 1, { fault: true, close: item.close }).jpeg);
	// Thousandths of the picture, as pins are kept.
	const share = (part, whole) => Math.min(1000, Math.max(0, Math.round((part / whole) * 1000)));
	spots[item.name] = {
		x: share(before.spot[0], width),
		y: share(before.spot[1], height),
		close: item.close !== undefined,
	};
});
for (const [name, bytes] of papers()) keep(name, bytes);
writeFileSync(join(folder, "pictures.json"), `${JSON.stringify(spots, null, "\t")}\n`);
console.log(`${items.length} items, ${Math.round(total / 1024)} KB`);
