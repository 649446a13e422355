/** Makes a screenshot small enough for the repository: at most 256 colours, chosen for this picture, in one PNG. */
import { deflateSync } from "node:zlib";
import { createCanvas, loadImage } from "@napi-rs/canvas";

const most = 256;

/** Colours with how often they occur, thinned to 5 bits a channel; flat areas of a screen come out exactly. */
function countColours(data) {
	const counts = new Map();
	for (let i = 0; i < data.length; i += 4) {
		const key = ((data[i] >> 3) << 10) | ((data[i + 1] >> 3) << 5) | (data[i + 2] >> 3);
		const known = counts.get(key);
		if (known) {
			known.n++;
			known.r += data[i];
			known.g += data[i + 1];
			known.b += data[i + 2];
		} else counts.set(key, { key, n: 1, r: data[i], g: data[i + 1], b: data[i + 2] });
	}
	return [...counts.values()].map(({ key, n, r, g, b }) => ({ key, n, rgb: [r / n, g / n, b / n] }));
}

/** Cuts the widest box of colours in two until there are enough boxes. */
function choosePalette(colours) {
	const boxes = [colours];
	const spread = (box) => {
		const ranges = [0, 1, 2].map((c) => {
			const values = box.map(({ rgb }) => rgb[c]);
			return Math.max(...values) - Math.min(...values);
		});
		const channel = ranges.indexOf(Math.max(...ranges));
		return { channel, weight: ranges[channel] * Math.log2(1 + box.reduce((sum, { n }) => sum + n, 0)) };
	};
	const known = new Map();
	const spreadOf = (box) => {
		if (!known.has(box)) known.set(box, spread(box));
		return known.get(box);
	};
	while (boxes.length < most) {
		const box = boxes.filter((each) => each.length > 1).sort((a, b) => spreadOf(b).weight - spreadOf(a).weight)[0];
		if (!box) break;
		const { channel } = spreadOf(box);
		const sorted = [...box].sort((a, b) => a.rgb[channel] - b.rgb[channel]);
		const half = sorted.reduce((sum, { n }) => sum + n, 0) / 2;
		let seen = 0;
		let at = sorted.findIndex(({ n }) => {
			seen += n;
			return seen >= half;
		});
		at += 1;
		at = Math.min(Math.max(1, at), sorted.length - 1);
		boxes.splice(boxes.indexOf(box), 1, sorted.slice(0, at), sorted.slice(at));
	}
	const index = new Map();
	const palette = boxes.map((box, place) => {
		for (const { key } of box) index.set(key, place);
		const n = box.reduce((sum, each) => sum + each.n, 0);
		return [0, 1, 2].map((c) => Math.round(box.reduce((sum, each) => sum + each.rgb[c] * each.n, 0) / n));
	});
	return { index, palette };
}

const table = Array.from({ length: 256 }, (_, n) => {
	let c = n;
	for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
	return c >>> 0;
});

function crc(bytes) {
	let c = 0xffffffff;
	for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8);
	return (c ^ 0xffffffff) >>> 0;
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
	const out = Buffer.alloc(8 + data.length + 4);
	out.writeUInt32BE(data.length, 0);
	body.copy(out, 4);
	out.writeUInt32BE(crc(body), 8 + data.length);
	return out;
}

/** The same picture with a palette. */
export async function shrink(png) {
	const image = await loadImage(png);
	const { width, height } = image;
	const ctx = createCanvas(width, height).getContext("2d");
	ctx.drawImage(image, 0, 0);
	const { data } = ctx.getImageData(0, 0, width, height);
	const { index, palette } = choosePalette(countColours(data));
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0, i = 0; y < height; y++) {
		for (let x = 0; x < width; x++, i += 4) {
			const key = ((data[i] >> 3) << 10) | ((data[i + 1] >> 3) << 5) | (data[i + 2] >> 3);
			rows[y * (width + 1) + 1 + x] = index.get(key);
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk("IHDR", head),
		chunk("PLTE", Buffer.from(palette.flat())),
		chunk("IDAT", deflateSync(rows, { level: 9 })),
		chunk("IEND", Buffer.alloc(0)),
	]);
}
