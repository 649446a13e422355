/** Draws assets/icons/welt.svg as the pictures the packages need: `node scripts/icons.mjs` after changing the drawing. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { root } from "./project.mjs";

const folder = join(root, "assets/icons");
const svg = readFileSync(join(folder, "welt.svg"), "utf8");

async function draw(size) {
	// Drawn from the vectors at each size, not scaled down from one picture.
	const sized = svg.replace(/width="512" height="512"/, `width="${size}" height="${size}"`);
	const canvas = createCanvas(size, size);
	canvas.getContext("2d").drawImage(await loadImage(Buffer.from(sized)), 0, 0, size, size);
	return canvas.toBuffer("image/png");
}

/** Windows' own container: a directory of PNGs, 256 written as 0. */
function packIco(pictures) {
	const head = Buffer.alloc(6 + 16 * pictures.length);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(pictures.length, 4);
	let offset = head.length;
	pictures.forEach(({ size, png }, at) => {
		const entry = 6 + 16 * at;
		head.writeUInt8(size % 256, entry);
		head.writeUInt8(size % 256, entry + 1);
		head.writeUInt16LE(1, entry + 4);
		head.writeUInt16LE(32, entry + 6);
		head.writeUInt32LE(png.length, entry + 8);
		head.writeUInt32LE(offset, entry + 12);
		offset += png.length;
	});
	return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

for (const size of [256, 512]) writeFileSync(join(folder, `welt-${size}.png`), await draw(size));
const sizes = [16, 24, 32, 48, 64, 128, 256];
const pictures = await Promise.all(sizes.map(async (size) => ({ size, png: await draw(size) })));
writeFileSync(join(folder, "welt.ico"), packIco(pictures));
