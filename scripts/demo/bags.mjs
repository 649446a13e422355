/** Bags from the front, standing on y = 0, centred on x = 0. `fault` draws what they came in for. */
import { chance, crease, gleam, ground, metal, path, seam, shadow, solid, stroke, tone } from "./scene.mjs";

function handleArch(ctx, colour, { from, to, top, width = 26 }) {
	const line = `M ${from} -282 C ${from + 6} ${top} ${to - 6} ${top} ${to} -282`;
	stroke(ctx, line, "rgb(0 0 0 / .5)", width + 3);
	stroke(ctx, line, colour, width);
	stroke(ctx, line, tone(colour, -0.3), width * 0.25);
	gleam(
		ctx,
		`M ${from + 8} -316 C ${from + 18} ${-300 + (top + 300) * 0.72} ${from + 60} ${-300 + (top + 300) * 0.76} ${from + 90} ${-290 + (top + 290) * 0.745}`,
		4,
		0.35,
	);
}

function ring(ctx, x, y, r = 15, colour = "#cfa957") {
	ctx.save();
	ctx.lineWidth = 6;
	ctx.strokeStyle = "rgb(0 0 0 / .5)";
	ctx.beginPath();
	ctx.arc(x + 1, y + 2, r, 0, 7);
	ctx.stroke();
	ctx.strokeStyle = colour;
	ctx.beginPath();
	ctx.arc(x, y, r, 0, 7);
	ctx.stroke();
	ctx.strokeStyle = "rgb(255 250 220 / .8)";
	ctx.lineWidth = 1.8;
	ctx.beginPath();
	ctx.arc(x, y, r + 1, 3.4, 5.2);
	ctx.stroke();
	ctx.restore();
}

function scratches(ctx, [x, y, w, h], seed, count, colour) {
	const next = chance(seed);
	for (let at = 0; at < count; at++) {
		const sx = x + next() * w;
		const sy = y + next() * h;
		stroke(
			ctx,
			`M ${sx} ${sy} q ${18 + next() * 20} ${4 + next() * 10} ${44 + next() * 46} ${-6 + next() * 26}`,
			colour(0.45 + next() * 0.45),
			1 + next() * 2.4,
		);
	}
}

/** Structured handbag with two handles. Fault: scratches on the front and a cracked edge on the handle. */
export function handbag(ctx, { colour, fault = false }) {
	ground(ctx, -250, 2, 520, 34);
	handleArch(ctx, tone(colour, -0.22), { from: -104, to: 104, top: -486, width: 22 });
	const body = path(
		"M -196 -290 C -150 -300 150 -300 196 -290 C 218 -200 236 -90 240 -14 C 240 -4 232 0 222 0 L -222 0 C -232 0 -240 -4 -240 -14 C -236 -90 -218 -200 -196 -290 Z",
	);
	solid(ctx, body, colour, [-240, -300, 480, 300], {
		light: 0.3,
		sheen: { line: "M -150 -250 C -60 -268 40 -268 120 -256", width: 26, strength: 0.26 },
	});
	ctx.save();
	ctx.clip(body);
	seam(ctx, "M -184 -276 C -204 -190 -220 -90 -224 -14 M 184 -276 C 204 -190 220 -90 224 -14", "rgb(255 240 215 / .6)");
	seam(ctx, "M -226 -22 L 226 -22", "rgb(255 240 215 / .6)");
	crease(ctx, "M -170 -70 C -120 -50 -60 -46 -20 -52", 16, 0.16);
	ctx.restore();
	const flap = path("M -204 -294 C -150 -306 150 -306 204 -294 L 206 -246 C 120 -226 -120 -226 -206 -246 Z");
	solid(ctx, flap, tone(colour, 0.06), [-206, -306, 412, 80], { light: 0.34, rimWidth: 18 });
	seam(ctx, "M -196 -252 C -116 -234 116 -234 196 -252", "rgb(255 240 215 / .6)");
	metal(ctx, path("M -26 -256 L 26 -256 L 30 -214 Q 0 -204 -30 -214 Z"), [-30, -256, 60, 50]);
	handleArch(ctx, tone(colour, -0.08), { from: -120, to: 120, top: -452, width: 24 });
	for (const x of [-120, 120]) {
		solid(
			ctx,
			path(`M ${x - 16} -300 L ${x + 16} -300 L ${x + 20} -226 Q ${x} -212 ${x - 20} -226 Z`),
			tone(colour, -0.1),
			[x - 20, -300, 40, 86],
			{ rimWidth: 10 },
		);
		ring(ctx, x, -292, 14);
	}
	if (!fault) return;
	ctx.save();
	ctx.clip(body);
	scratches(ctx, [40, -170, 70, 70], 4, 11, (a) => `rgb(250 232 206 / ${a})`);
	stroke(ctx, "M 44 -164 C 90 -140 130 -118 176 -110", "rgb(60 34 16 / .6)", 3);
	ctx.restore();
	for (let at = 0; at < 9; at++) {
		const share = 0.32 + at * 0.045;
		const x = -120 + 240 * share;
		const y = -282 - 3 * share * (1 - share) * 170 + (share - 0.5) ** 2 * 10;
		stroke(ctx, `M ${x - 5} ${y - 10} l 6 13 l 5 -4`, "rgb(255 244 226 / .9)", 2.4);
	}
}

function chainLine(ctx, points, colour = "#d2b064") {
	for (const [at, [x, y, turn]] of points.entries()) {
		ctx.save();
		ctx.translate(x, y);
		ctx.rotate(turn);
		ctx.lineWidth = at % 2 ? 3.4 : 4.6;
		ctx.strokeStyle = "rgb(0 0 0 / .45)";
		ctx.beginPath();
		ctx.ellipse(1, 2, 11, at % 2 ? 3.4 : 7, 0, 0, 7);
		ctx.stroke();
		ctx.strokeStyle = at % 2 ? tone(colour, -0.2) : colour;
		ctx.beginPath();
		ctx.ellipse(0, 0, 11, at % 2 ? 3.4 : 7, 0, 0, 7);
		ctx.stroke();
		ctx.restore();
	}
}

function along(from, to, count, shape) {
	return Array.from({ length: count }, (_, at) => {
		const point = (share) => shape(from + (to - from) * share);
		const [x, y] = point(at / (count - 1));
		const [nx, ny] = point(at / (count - 1) + 0.01);
		return [x, y, Math.atan2(ny - y, nx - x)];
	});
}

/** Quilted flap bag on a chain. Fault: the chain is broken. */
export function chainBag(ctx, { colour, fault = false }) {
	ground(ctx, -240, 2, 500, 32);
	const arch = (share) => [-196 + 392 * share, -196 - Math.sin(share * Math.PI) * 246];
	if (fault) {
		chainLine(ctx, along(0, 0.56, 26, arch));
		const fallen = (share) => [196 + Math.sin(share * 3) * 34 + share * 30, -196 + share * 214];
		chainLine(ctx, along(0, 1, 17, fallen));
	} else chainLine(ctx, along(0, 1, 44, arch));
	const body = path(
		"M -206 -202 L 206 -202 C 222 -130 228 -60 226 -14 Q 224 0 208 0 L -208 0 Q -224 0 -226 -14 C -228 -60 -222 -130 -206 -202 Z",
	);
	solid(ctx, body, colour, [-226, -202, 452, 202], { light: 0.2 });
	const flap = path(
		"M -210 -214 Q 0 -226 210 -214 C 220 -160 222 -110 214 -72 Q 120 -56 0 -54 Q -120 -56 -214 -72 C -222 -110 -220 -160 -210 -214 Z",
	);
	solid(ctx, flap, tone(colour, 0.05), [-214, -220, 428, 166], { light: 0.34, rimWidth: 22 });
	ctx.save();
	ctx.clip(flap);
	for (let x = -420; x < 440; x += 46) {
		crease(ctx, `M ${x} -226 l 180 180`, 5, 0.34);
		crease(ctx, `M ${x} -46 l 180 -180`, 5, 0.34);
	}
	for (let x = -400; x < 420; x += 46) {
		for (let y = -206; y < -60; y += 46) gleam(ctx, `M ${x + 22} ${y + 4} l 5 -4`, 9, 0.2);
	}
	ctx.restore();
	metal(
		ctx,
		path(
			"M -22 -92 L 22 -92 Q 28 -92 28 -86 L 28 -52 Q 28 -46 22 -46 L -22 -46 Q -28 -46 -28 -52 L -28 -86 Q -28 -92 -22 -92 Z",
		),
		[-28, -92, 56, 46],
	);
	stroke(ctx, "M -10 -69 L 10 -69", "rgb(70 48 10 / .8)", 5);
	for (const x of [-196, 196]) ring(ctx, x, -200, 11);
}

/** Canvas tote. Fault: blue dye from jeans on one side. */
export function tote(ctx, { colour, trim, fault = false }) {
	ground(ctx, -220, 2, 460, 32);
	for (const top of [-520, -496]) {
		const line = `M -96 -330 C -92 ${top} 92 ${top} 96 -330`;
		stroke(ctx, line, "rgb(0 0 0 / .45)", 21);
		stroke(ctx, line, top === -520 ? tone(trim, -0.25) : trim, 18);
	}
	const body = path(
		"M -206 -336 Q 0 -328 206 -336 C 204 -220 196 -100 186 -12 Q 184 0 170 0 L -170 0 Q -184 0 -186 -12 C -196 -100 -204 -220 -206 -336 Z",
	);
	solid(ctx, body, colour, [-206, -336, 412, 336], { grain: "cloth", light: 0.22, dark: 0.3 });
	ctx.save();
	ctx.clip(body);
	crease(ctx, "M -150 -290 C -130 -200 -140 -110 -120 -40", 16, 0.13);
	crease(ctx, "M 120 -300 C 104 -210 124 -120 108 -50", 14, 0.12);
	if (fault) {
		ctx.filter = "blur(15px)";
		const next = chance(21);
		for (let at = 0; at < 15; at++) {
			ctx.fillStyle = `rgb(52 84 150 / ${0.14 + next() * 0.2})`;
			ctx.beginPath();
			ctx.ellipse(60 + next() * 120, -60 - next() * 220, 14 + next() * 34, 12 + next() * 44, next() * 3, 0, 7);
			ctx.fill();
		}
		ctx.filter = "none";
	}
	ctx.restore();
	solid(
		ctx,
		path("M -190 -62 L 190 -62 C 188 -40 186 -24 184 -12 Q 182 0 170 0 L -170 0 Q -182 0 -184 -12 Z"),
		trim,
		[-190, -62, 380, 62],
		{ light: 0.25 },
	);
	seam(ctx, "M -188 -56 L 188 -56", "rgb(255 240 215 / .7)");
	for (const x of [-96, 96]) {
		solid(
			ctx,
			path(`M ${x - 15} -348 L ${x + 15} -348 L ${x + 15} -262 L ${x} -250 L ${x - 15} -262 Z`),
			trim,
			[x - 15, -348, 30, 96],
			{ rimWidth: 8 },
		);
		seam(ctx, `M ${x - 9} -334 L ${x - 9} -268 M ${x + 9} -334 L ${x + 9} -268`, "rgb(255 240 215 / .7)");
	}
}

/** Backpack. Fault: the main zip has burst. */
export function backpack(ctx, { colour, trim, fault = false }) {
	ground(ctx, -200, 2, 420, 34);
	stroke(ctx, "M -40 -418 C -36 -462 36 -462 40 -418", tone(trim, -0.2), 15);
	const body = path(
		"M -150 -330 C -150 -410 -90 -430 0 -430 C 90 -430 150 -410 150 -330 L 176 -40 Q 178 0 140 0 L -140 0 Q -178 0 -176 -40 Z",
	);
	for (const side of [-1, 1])
		stroke(ctx, `M ${side * 130} -340 C ${side * 214} -300 ${side * 220} -140 ${side * 170} -30`, tone(trim, -0.3), 22);
	solid(ctx, body, colour, [-176, -430, 352, 430], { grain: "cloth", light: 0.26, dark: 0.36 });
	const zip = "M -132 -262 C -132 -366 -84 -392 0 -392 C 84 -392 132 -366 132 -262";
	stroke(ctx, zip, "#1f2224", 13);
	if (fault) {
		solid(
			ctx,
			path(
				"M -70 -378 C -40 -392 20 -396 60 -384 C 92 -372 116 -340 122 -300 C 92 -330 60 -346 20 -350 C -20 -352 -50 -356 -70 -378 Z",
			),
			"#14171a",
			[-70, -396, 192, 100],
			{ grain: "none", light: 0.03 },
		);
		for (let at = 0; at < 17; at++) {
			const share = at / 16;
			const x = -66 + share * 184;
			stroke(
				ctx,
				`M ${x} ${-386 + share ** 2 * 78} l -1 8 M ${x - 4} ${-360 + share ** 2 * 50} l 1 -8`,
				"#c9ccd0",
				4,
				"butt",
			);
		}
		metal(ctx, path("M 118 -302 l 16 4 l -2 18 l -16 -2 Z"), [116, -302, 18, 24], "#aeb4b9");
	} else {
		ctx.save();
		ctx.setLineDash([4, 4]);
		stroke(ctx, zip, "#c9ccd0", 6, "butt");
		ctx.restore();
		metal(
			ctx,
			path("M 124 -282 l 16 0 l 0 20 l -16 0 Z M 128 -262 l 8 0 l 3 32 l -14 0 Z"),
			[122, -282, 20, 52],
			"#aeb4b9",
		);
	}
	const pocket = path("M -122 -186 Q 0 -204 122 -186 L 132 -30 Q 130 -16 116 -16 L -116 -16 Q -130 -16 -132 -30 Z");
	solid(ctx, pocket, tone(colour, 0.05), [-132, -204, 264, 188], { grain: "cloth", light: 0.28 });
	seam(ctx, "M -114 -152 Q 0 -168 114 -152", "rgb(0 0 0 / .4)", { dash: [3, 3], lineWidth: 6 });
	for (const x of [-84, 84])
		solid(
			ctx,
			path(`M ${x - 13} -250 L ${x + 13} -250 L ${x + 13} -110 L ${x - 13} -110 Z`),
			trim,
			[x - 13, -250, 26, 140],
			{ rimWidth: 8 },
		);
	for (const x of [-84, 84])
		metal(ctx, path(`M ${x - 17} -196 l 34 0 l 0 24 l -34 0 Z`), [x - 17, -196, 34, 24], "#b9a06a");
}

/** Briefcase. Fault: the handle has torn off at one side. */
export function briefcase(ctx, { colour, fault = false }) {
	ground(ctx, -260, 2, 540, 34);
	if (fault) {
		stroke(ctx, "M -84 -262 C -84 -316 -20 -334 40 -316 C 90 -300 132 -270 150 -226", "rgb(0 0 0 / .5)", 29);
		stroke(ctx, "M -84 -262 C -84 -316 -20 -334 40 -316 C 90 -300 132 -270 150 -226", tone(colour, -0.12), 25);
		gleam(ctx, "M -60 -300 C -20 -322 30 -320 70 -306", 8, 0.34);
	} else {
		stroke(ctx, "M -84 -262 C -84 -330 84 -330 84 -262", "rgb(0 0 0 / .5)", 29);
		stroke(ctx, "M -84 -262 C -84 -330 84 -330 84 -262", tone(colour, -0.12), 25);
		gleam(ctx, "M -66 -296 C -40 -318 20 -320 50 -310", 8, 0.34);
	}
	const body = path("M -248 -264 Q 0 -272 248 -264 L 258 -18 Q 258 0 240 0 L -240 0 Q -258 0 -258 -18 Z");
	solid(ctx, body, colour, [-258, -270, 516, 270], { light: 0.25 });
	const flap = path("M -254 -270 Q 0 -280 254 -270 L 256 -120 Q 130 -104 0 -102 Q -130 -104 -256 -120 Z");
	solid(ctx, flap, tone(colour, 0.05), [-256, -278, 512, 176], {
		light: 0.32,
		sheen: { line: "M -180 -240 C -60 -256 60 -254 150 -246", width: 22, strength: 0.24 },
	});
	seam(ctx, "M -246 -126 Q -126 -112 0 -110 Q 126 -112 246 -126", "rgb(255 240 215 / .5)");
	for (const x of [-130, 130]) {
		solid(
			ctx,
			path(`M ${x - 17} -272 L ${x + 17} -272 L ${x + 17} -62 Q ${x} -50 ${x - 17} -62 Z`),
			tone(colour, -0.14),
			[x - 17, -272, 34, 220],
			{ rimWidth: 9 },
		);
		metal(ctx, path(`M ${x - 23} -130 l 46 0 l 0 34 l -46 0 Z`), [x - 23, -130, 46, 34]);
		stroke(ctx, `M ${x} -126 l 0 26`, "rgb(70 48 10 / .7)", 4);
	}
	for (const x of [-84, 84]) ring(ctx, x, -262, 15);
	if (!fault) return;
	solid(
		ctx,
		path("M 136 -240 L 170 -230 L 166 -204 L 152 -210 L 146 -198 L 138 -212 Z"),
		"#c9a67a",
		[136, -240, 34, 44],
		{ rimWidth: 8 },
	);
	for (const x of [142, 152, 162]) stroke(ctx, `M ${x} -208 q 4 12 -2 20`, "#efe2cc", 1.8);
}

/** Wallet lying open. Fault: card slots torn at the seam. */
export function wallet(ctx, { colour, fault = false }) {
	const outline = path(
		"M -250 -150 Q 0 -162 250 -150 Q 262 -150 262 -138 L 262 138 Q 262 150 250 150 Q 0 160 -250 150 Q -262 150 -262 138 L -262 -138 Q -262 -150 -250 -150 Z",
	);
	shadow(ctx, outline, { dx: 14, dy: 16 });
	solid(ctx, outline, colour, [-262, -156, 524, 310], { light: 0.26 });
	seam(
		ctx,
		"M -248 -138 L 248 -138 M 248 138 L -248 138 M -250 -136 L -250 136 M 250 -136 L 250 136",
		"rgb(255 240 215 / .55)",
	);
	crease(ctx, "M 0 -152 L 0 152", 16, 0.5);
	for (const [at, y] of [-92, -34, 24].entries()) {
		for (const x of [-236, 22]) {
			const torn = fault && x === 22 && at === 1;
			const slot = torn
				? path(`M ${x} ${y} Q ${x + 100} ${y + 10} ${x + 214} ${y + 44} L ${x + 214} ${y + 66} L ${x} 128 Z`)
				: path(`M ${x} ${y} Q ${x + 107} ${y + 10} ${x + 214} ${y} L ${x + 214} 128 L ${x} 128 Z`);
			solid(ctx, slot, tone(colour, 0.04 + at * 0.03), [x, y, 214, 128 - y], { light: 0.24, dark: 0.26, rimWidth: 12 });
			if (torn) {
				for (const step of [0, 1, 2, 3])
					stroke(ctx, `M ${x + 208} ${y + 4 + step * 10} q 14 ${2 + step} 18 -4`, "#f0e4cf", 1.8);
				solid(
					ctx,
					path(`M ${x + 176} ${y + 6} L ${x + 214} ${y + 2} L ${x + 214} ${y + 40} Z`),
					"#17100b",
					[x + 176, y, 40, 40],
					{ grain: "none", light: 0 },
				);
			} else seam(ctx, `M ${x + 6} ${y + 10} Q ${x + 107} ${y + 18} ${x + 208} ${y + 10}`, "rgb(255 240 215 / .4)");
		}
	}
}

/** Belt rolled up with its buckle in front. Fault: the buckle has come loose. */
export function belt(ctx, { colour, fault = false }) {
	const rings = [150, 128, 106, 84];
	const disc = path("M -150 0 A 150 112 0 1 0 150 0 A 150 112 0 1 0 -150 0 Z");
	shadow(ctx, disc, { dx: 18, dy: 26 });
	for (const r of rings) {
		const turn = path(`M ${-r} 0 A ${r} ${r * 0.74} 0 1 0 ${r} 0 A ${r} ${r * 0.74} 0 1 0 ${-r} 0 Z`);
		solid(ctx, turn, tone(colour, (150 - r) / 700), [-r, -r * 0.74, r * 2, r * 1.5], {
			light: 0.3,
			rim: 0.7,
			rimWidth: 16,
		});
	}
	const hole = path("M -62 0 A 62 46 0 1 0 62 0 A 62 46 0 1 0 -62 0 Z");
	ctx.save();
	ctx.filter = "blur(3px)";
	ctx.fillStyle = "rgb(20 14 10 / .85)";
	ctx.fill(hole);
	ctx.restore();
	const tail = path(
		"M -150 4 C -150 70 -100 118 10 128 L 286 128 Q 300 150 286 172 L 0 172 C -130 164 -196 96 -196 6 Z",
	);
	shadow(ctx, tail, { dx: 10, dy: 14, blur: 12 });
	solid(ctx, tail, colour, [-196, 0, 492, 172], {
		light: 0.3,
		sheen: { line: "M -150 70 C -110 130 -20 142 250 142", width: 10, strength: 0.32 },
	});
	seam(
		ctx,
		"M -182 14 C -178 92 -116 154 0 162 L 250 162 M -162 14 C -160 76 -100 130 10 138 L 250 138",
		"rgb(255 240 215 / .5)",
	);
	placedBuckle(ctx, fault);
}

function placedBuckle(ctx, fault) {
	ctx.save();
	ctx.translate(fault ? 322 : 276, fault ? 132 : 150);
	ctx.rotate(fault ? 0.42 : 0);
	const frame = path(
		"M -38 -52 L 52 -52 Q 66 -52 66 -38 L 66 38 Q 66 52 52 52 L -38 52 Q -52 52 -52 38 L -52 -38 Q -52 -52 -38 -52 Z M -30 -32 L -30 32 L 44 32 L 44 -32 Z",
	);
	ctx.save();
	ctx.filter = "blur(7px)";
	ctx.translate(7, 9);
	ctx.fillStyle = "rgb(0 0 0 / .45)";
	ctx.fill(frame, "evenodd");
	ctx.restore();
	ctx.fillStyle = "#c4c9cd";
	ctx.fill(frame, "evenodd");
	stroke(ctx, "M -46 -46 L 58 -46 M -46 -40 L -46 40", "rgb(255 255 255 / .85)", 5);
	stroke(ctx, "M -40 47 L 58 47 M 61 -38 L 61 40", "rgb(60 66 72 / .6)", 5);
	stroke(ctx, "M -36 0 L 56 0", "#8f979d", 9);
	stroke(ctx, "M -34 -2 L 52 -2", "rgb(255 255 255 / .7)", 3);
	ctx.restore();
	if (fault) {
		stroke(ctx, "M 258 146 L 266 154 M 258 156 L 268 148", "#efe2cc", 2.4);
		for (const y of [136, 150, 164]) stroke(ctx, `M 284 ${y} q 10 4 16 -2`, "#efe2cc", 1.8);
	}
}
