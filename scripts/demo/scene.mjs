/**
 * The photographer of the demo workshop: a bench with a felt mat, light from the upper left, soft shadows. Drawings of
 * shoes, bags and clothes are put on it by pictures.mjs; everything is drawn here, so nobody else holds a right in it.
 */
import { createCanvas, Path2D } from "@napi-rs/canvas";

export const width = 880;
export const height = 660;

/** Repeatable chance: a picture drawn again is the same picture. */
export function chance(seed) {
	let state = seed >>> 0 || 1;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

export const path = (text) => new Path2D(text);

/** `#rrggbb` lighter (towards white) or darker (towards black) by -1…1. */
export function tone(hex, amount) {
	const to = amount > 0 ? 255 : 0;
	const share = Math.abs(amount);
	const mix = (at) => {
		const part = Number.parseInt(hex.slice(at, at + 2), 16);
		return Math.round(part + (to - part) * share);
	};
	return `rgb(${mix(1)} ${mix(3)} ${mix(5)})`;
}

function grainTile(seed, strength) {
	const tile = createCanvas(128, 128);
	const c = tile.getContext("2d");
	const next = chance(seed);
	const data = c.createImageData(128, 128);
	for (let i = 0; i < data.data.length; i += 4) {
		const v = next() < 0.5 ? 0 : 255;
		data.data.set([v, v, v, Math.round(next() * strength)], i);
	}
	c.putImageData(data, 0, 0);
	return tile;
}
const leatherGrain = grainTile(7, 34);
const clothGrain = grainTile(11, 60);

const mats = {
	grey: { felt: "#c9cdd0", line: "#b4b9bd" },
	slate: { felt: "#56616b", line: "#65717c" },
	green: { felt: "#5c7468", line: "#6d8679" },
};

/** The bench from above the edge: planks, a mat, a lamp's pool of light. */
export function bench(ctx, { mat = "grey", seed = 1 } = {}) {
	const next = chance(seed);
	const wood = ctx.createLinearGradient(0, 0, 0, height);
	wood.addColorStop(0, "#b89a75");
	wood.addColorStop(1, "#cfb48f");
	ctx.fillStyle = wood;
	ctx.fillRect(0, 0, width, height);
	ctx.save();
	ctx.filter = "blur(2px)";
	for (let plank = 0; plank < 4; plank++) {
		const top = plank * 170 - 30;
		ctx.fillStyle = `rgb(90 60 30 / ${0.03 + next() * 0.06})`;
		ctx.fillRect(0, top, width, 168);
		ctx.fillStyle = "rgb(60 38 16 / .35)";
		ctx.fillRect(0, top + 167, width, 3);
		ctx.strokeStyle = "rgb(95 62 30 / .13)";
		for (let line = 0; line < 7; line++) {
			const y = top + 12 + next() * 145;
			ctx.lineWidth = 1 + next() * 3;
			ctx.beginPath();
			ctx.moveTo(-10, y);
			ctx.bezierCurveTo(250, y + next() * 22 - 11, 560, y + next() * 26 - 13, width + 10, y + next() * 16 - 8);
			ctx.stroke();
		}
	}
	ctx.restore();
	const { felt, line } = mats[mat];
	const sheet = path(
		"M 74 92 Q 70 70 92 69 L 790 62 Q 812 62 814 84 L 842 560 Q 843 586 818 587 L 66 596 Q 42 596 43 572 Z",
	);
	ctx.save();
	ctx.shadowColor = "rgb(40 24 8 / .5)";
	ctx.shadowBlur = 26;
	ctx.shadowOffsetY = 9;
	ctx.fillStyle = felt;
	ctx.fill(sheet);
	ctx.restore();
	ctx.save();
	ctx.clip(sheet);
	ctx.strokeStyle = line;
	ctx.lineWidth = 1.5;
	for (let x = 96; x < 860; x += 76) {
		ctx.beginPath();
		ctx.moveTo(x + (x - 440) * -0.03, 60);
		ctx.lineTo(x + (x - 440) * 0.05, 600);
		ctx.stroke();
	}
	for (let y = 118; y < 600; y += 68) {
		ctx.beginPath();
		ctx.moveTo(30, y + 4);
		ctx.lineTo(860, y - 4);
		ctx.stroke();
	}
	ctx.restore();
	const lamp = ctx.createRadialGradient(380, 250, 60, 420, 320, 620);
	lamp.addColorStop(0, "rgb(255 250 235 / .34)");
	lamp.addColorStop(0.55, "rgb(255 250 235 / 0)");
	lamp.addColorStop(1, "rgb(25 15 5 / .42)");
	ctx.fillStyle = lamp;
	ctx.fillRect(0, 0, width, height);
}

/** The soft shadow a thing throws on the mat: its own outline, fallen to the lower right. */
export function shadow(ctx, outline, { dx = 16, dy = 20, blur = 20, strength = 0.42 } = {}) {
	ctx.save();
	ctx.filter = `blur(${blur}px)`;
	ctx.translate(dx, dy);
	ctx.fillStyle = `rgb(15 12 10 / ${strength})`;
	ctx.fill(outline);
	ctx.restore();
}

/** A line of shade where a thing standing upright touches the mat. */
export function ground(ctx, x, y, w, h = 26, strength = 0.55) {
	ctx.save();
	ctx.filter = "blur(11px)";
	ctx.fillStyle = `rgb(15 12 10 / ${strength})`;
	ctx.beginPath();
	ctx.ellipse(x + w / 2, y, w / 2, h / 2, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.restore();
}

/**
 * A solid thing: colour, light from the upper left, darker towards its rim, a gleam, the grain of its material.
 * `box` is where light and dark are spread over: [x, y, w, h].
 */
export function solid(
	ctx,
	outline,
	colour,
	box,
	{ light = 0.28, dark = 0.42, rim = 0.4, rimWidth = 30, grain = "leather", sheen } = {},
) {
	const [x, y, w, h] = box;
	ctx.save();
	ctx.fillStyle = colour;
	ctx.fill(outline);
	ctx.clip(outline);
	const fall = ctx.createLinearGradient(x, y, x + w * 0.35, y + h);
	fall.addColorStop(0, `rgb(255 255 255 / ${light})`);
	fall.addColorStop(0.42, "rgb(255 255 255 / 0)");
	fall.addColorStop(0.55, "rgb(0 0 0 / 0)");
	fall.addColorStop(1, `rgb(0 0 0 / ${dark})`);
	ctx.fillStyle = fall;
	ctx.fillRect(x - w, y - h, w * 3, h * 3);
	ctx.filter = `blur(${rimWidth / 3}px)`;
	ctx.strokeStyle = `rgb(0 0 0 / ${rim})`;
	ctx.lineWidth = rimWidth;
	ctx.stroke(outline);
	ctx.filter = "none";
	if (sheen) gleam(ctx, sheen.line, sheen.width ?? 16, sheen.strength ?? 0.4);
	if (grain !== "none") {
		ctx.globalCompositeOperation = "overlay";
		ctx.fillStyle = ctx.createPattern(grain === "cloth" ? clothGrain : leatherGrain, "repeat");
		ctx.fillRect(x - w, y - h, w * 3, h * 3);
	}
	ctx.restore();
	ctx.strokeStyle = tone(colour.startsWith("#") ? colour : "#000000", -0.62);
	ctx.lineWidth = 1.4;
	ctx.globalAlpha = 0.55;
	ctx.stroke(outline);
	ctx.globalAlpha = 1;
}

/** A soft highlight along a line. */
export function gleam(ctx, line, lineWidth, strength) {
	ctx.save();
	ctx.filter = `blur(${lineWidth * 0.55}px)`;
	ctx.strokeStyle = `rgb(255 255 255 / ${strength})`;
	ctx.lineWidth = lineWidth;
	ctx.lineCap = "round";
	ctx.stroke(path(line));
	ctx.restore();
}

/** A fold or hollow: dark along a line, a thin light beside it. */
export function crease(ctx, line, lineWidth = 8, strength = 0.4) {
	ctx.save();
	ctx.filter = `blur(${lineWidth * 0.4}px)`;
	ctx.lineCap = "round";
	ctx.strokeStyle = `rgb(0 0 0 / ${strength})`;
	ctx.lineWidth = lineWidth;
	ctx.stroke(path(line));
	ctx.translate(-2, lineWidth * 0.7);
	ctx.strokeStyle = `rgb(255 255 255 / ${strength * 0.45})`;
	ctx.lineWidth = lineWidth * 0.5;
	ctx.stroke(path(line));
	ctx.restore();
}

/** A seam: a fine groove with its stitches. */
export function seam(
	ctx,
	line,
	thread = "rgb(255 255 255 / .5)",
	{ dash = [7, 5], lineWidth = 2.2, groove = 0.5 } = {},
) {
	ctx.save();
	ctx.lineCap = "round";
	ctx.strokeStyle = `rgb(0 0 0 / ${groove})`;
	ctx.lineWidth = lineWidth + 1.6;
	ctx.globalAlpha = 0.6;
	ctx.stroke(path(line));
	ctx.globalAlpha = 1;
	ctx.strokeStyle = thread;
	ctx.lineWidth = lineWidth;
	ctx.setLineDash(dash);
	ctx.stroke(path(line));
	ctx.restore();
}

/** A plain stroke. */
export function stroke(ctx, line, colour, lineWidth, cap = "round") {
	ctx.save();
	ctx.strokeStyle = colour;
	ctx.lineWidth = lineWidth;
	ctx.lineCap = cap;
	ctx.lineJoin = "round";
	ctx.stroke(path(line));
	ctx.restore();
}

/** Metal: a small shape with a bright edge. */
export function metal(ctx, outline, box, colour = "#c9a24c") {
	solid(ctx, outline, colour, box, { light: 0.7, dark: 0.5, rim: 0.35, rimWidth: 6, grain: "none" });
}

/** `draw(ctx)` in the item's own measure, placed on the bench. */
export function placed(ctx, { x = 0, y = 0, scale = 1, turn = 0, flip = false }, draw) {
	ctx.save();
	ctx.translate(x, y);
	ctx.rotate(turn);
	ctx.scale(flip ? -scale : scale, scale);
	draw(ctx);
	ctx.restore();
}
