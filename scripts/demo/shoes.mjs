/** Shoes from the side, toe to the right, standing on y = 0. `fault` draws what they came in for. */
import { chance, crease, gleam, ground, metal, path, seam, solid, stroke, tone } from "./scene.mjs";

function lining(ctx, line, colour = "#8d7459") {
	solid(ctx, path(line), colour, [0, -220, 260, 80], { light: 0.05, dark: 0.5, rim: 0.75, rimWidth: 24 });
}

function laces(ctx, from, to, count, colour) {
	for (let at = 0; at < count; at++) {
		const share = at / (count - 1);
		const x = from[0] + (to[0] - from[0]) * share;
		const y = from[1] + (to[1] - from[1]) * share;
		stroke(ctx, `M ${x - 13} ${y + 22} Q ${x - 4} ${y - 8} ${x + 15} ${y - 9}`, "rgb(0 0 0 / .45)", 9);
		stroke(ctx, `M ${x - 14} ${y + 19} Q ${x - 5} ${y - 10} ${x + 14} ${y - 11}`, colour, 6.5);
		stroke(ctx, `M ${x - 12} ${y + 15} Q ${x - 5} ${y - 9} ${x + 8} ${y - 11}`, "rgb(255 255 255 / .25)", 2);
	}
}

/** Lace-up dress shoe. Fault `gap`: the sole has come away at the toe; `heel`: the top-piece is worn off at the back. */
export function oxford(ctx, { colour, fault = false, kind = "gap" }) {
	const gap = fault && kind === "gap";
	const drop = gap ? 44 : 0;
	ground(ctx, -10, 4 + drop / 2, 640);
	const sole = path(
		`M 8 -46 ${fault && kind === "heel" ? "L 6 -26 L 70 0" : "L 4 0"} L 148 0 L 158 -26 C 220 -20 300 -4 380 2 C 470 ${6 + drop * 0.5} 530 ${4 + drop} 566 ${drop - 2} C 598 ${drop - 6} 612 ${drop - 22} 604 ${drop - 36} C 560 ${drop * 0.8 - 26} 480 ${drop * 0.4 - 20} 400 -18 C 300 -20 220 -46 160 -48 Z`,
	);
	if (gap) {
		solid(
			ctx,
			path("M 390 -24 C 460 -30 560 -34 602 -44 L 600 4 C 560 18 470 4 390 -14 Z"),
			"#8d6a41",
			[390, -40, 210, 56],
			{ light: 0, dark: 0.3, rim: 0.85, rimWidth: 18 },
		);
		for (const x of [470, 512, 548, 580])
			stroke(ctx, `M ${x} -30 Q ${x + 4} -14 ${x - 4} ${(x - 420) * 0.16 - 14}`, "rgb(238 214 150 / .95)", 2.6);
	}
	solid(ctx, sole, tone("#3a281b", 0), [0, -50, 610, 60], { light: 0.2, dark: 0.3, rimWidth: 12 });
	stroke(ctx, "M 6 -12 L 146 -12", "rgb(0 0 0 / .5)", 2);
	if (fault && kind === "heel") {
		solid(ctx, path("M 6 -26 L 70 0 L 74 -8 L 10 -34 Z"), "#b79a6e", [6, -34, 70, 34], { grain: "none", rimWidth: 5 });
		for (const x of [22, 40, 56]) stroke(ctx, `M ${x} ${-26 + (x - 6) * 0.4} l 4 5`, "#e6e6e6", 3);
	}
	stroke(
		ctx,
		`M 162 -42 C 222 -40 300 -14 400 -12 C 480 ${drop * 0.4 - 13} 560 ${drop * 0.8 - 20} 602 ${drop - 29}`,
		"rgb(225 196 150 / .55)",
		2,
	);
	lining(ctx, "M 22 -182 C 60 -214 158 -208 214 -192 C 176 -160 90 -158 50 -172 Z");
	const tongue = path("M 186 -190 C 206 -214 236 -216 250 -196 L 300 -150 L 220 -150 Z");
	solid(ctx, tongue, tone(colour, -0.15), [180, -216, 120, 66], { light: 0.2 });
	const upper = path(
		"M 10 -46 C 0 -92 0 -132 14 -172 C 20 -190 44 -190 62 -182 C 104 -162 146 -160 186 -178 C 200 -184 214 -190 232 -182 C 290 -150 348 -118 420 -102 C 500 -88 592 -92 604 -44 C 606 -36 600 -32 590 -31 C 540 -26 440 -18 400 -18 C 300 -20 220 -46 160 -48 Z",
	);
	solid(ctx, upper, colour, [0, -190, 604, 170], {
		light: 0.3,
		sheen: { line: "M 250 -142 C 330 -112 420 -86 520 -78", width: 18, strength: 0.42 },
	});
	ctx.save();
	ctx.clip(upper);
	gleam(ctx, "M 500 -84 C 560 -82 588 -66 594 -50", 12, 0.4);
	gleam(ctx, "M 26 -168 C 16 -130 18 -90 26 -60", 10, 0.25);
	crease(ctx, "M 372 -100 C 366 -78 372 -52 388 -30", 8, 0.34);
	crease(ctx, "M 402 -96 C 398 -72 404 -52 416 -32", 6, 0.26);
	const thread = "rgb(255 255 255 / .28)";
	seam(ctx, "M 468 -94 C 456 -68 462 -42 480 -22", thread);
	seam(ctx, "M 477 -95 C 465 -68 471 -42 489 -22", thread);
	seam(ctx, "M 194 -176 C 214 -140 262 -112 336 -104 C 300 -84 258 -64 236 -32", thread);
	seam(ctx, "M 12 -106 C 60 -104 104 -80 128 -46", thread);
	ctx.restore();
	laces(ctx, [222, -176], [318, -124], 5, tone(colour, 0.12));
}

/** Moccasin loafer. Fault: scratches across the toe. */
export function loafer(ctx, { colour, fault = false }) {
	ground(ctx, -6, 4, 620);
	const sole = path(
		"M 8 -34 L 6 0 L 120 0 L 130 -16 C 220 -10 300 -2 380 0 L 560 -2 C 592 -6 604 -20 598 -32 C 520 -20 440 -14 380 -14 C 280 -16 200 -34 140 -36 Z",
	);
	solid(ctx, sole, "#4a3424", [0, -40, 600, 44], { rimWidth: 10 });
	lining(ctx, "M 20 -136 C 70 -176 200 -176 284 -142 C 220 -110 100 -108 40 -124 Z", "#b39a77");
	const upper = path(
		"M 10 -34 C 2 -72 2 -100 14 -128 C 22 -142 40 -138 60 -128 C 130 -100 210 -104 262 -130 C 284 -142 306 -140 330 -128 C 420 -96 590 -100 600 -42 C 600 -34 594 -30 584 -29 C 500 -18 440 -14 380 -14 C 280 -16 200 -34 140 -36 Z",
	);
	solid(ctx, upper, colour, [0, -142, 600, 130], {
		light: 0.32,
		sheen: { line: "M 350 -108 C 430 -88 500 -82 560 -70", width: 16, strength: 0.36 },
	});
	ctx.save();
	ctx.clip(upper);
	seam(ctx, "M 292 -118 C 400 -96 520 -96 582 -58", "rgb(255 240 210 / .6)", { dash: [9, 6], lineWidth: 3 });
	seam(ctx, "M 12 -84 C 60 -82 100 -62 118 -36", "rgb(255 240 210 / .45)");
	crease(ctx, "M 372 -96 C 366 -74 374 -48 388 -28", 7, 0.3);
	ctx.restore();
	solid(
		ctx,
		path("M 262 -136 C 286 -152 318 -146 340 -132 L 310 -62 C 284 -70 262 -82 250 -96 Z"),
		tone(colour, -0.12),
		[250, -150, 90, 90],
		{ light: 0.3, rimWidth: 10 },
	);
	solid(ctx, path("M 282 -112 L 316 -104 L 310 -90 L 278 -98 Z"), tone(colour, -0.75), [276, -112, 40, 22], {
		grain: "none",
		rimWidth: 4,
	});
	if (!fault) return;
	ctx.save();
	ctx.clip(upper);
	const next = chance(5);
	for (let at = 0; at < 9; at++) {
		const x = 462 + at * 9 + next() * 8;
		const y = -84 + next() * 22;
		stroke(
			ctx,
			`M ${x} ${y} l ${30 + next() * 24} ${16 + next() * 12}`,
			`rgb(246 226 200 / ${0.5 + next() * 0.4})`,
			1.2 + next() * 2.2,
		);
	}
	stroke(ctx, "M 470 -80 C 500 -66 530 -56 566 -46", "rgb(60 34 16 / .65)", 2.4);
	ctx.restore();
}

/** Court shoe. Fault `top-piece`: worn to the nail; `seam`: a seam open at the side. */
export function heel(ctx, { colour, fault = false, kind = "top-piece" }) {
	ground(ctx, 250, 4, 320, 22);
	ground(ctx, 22, 3, 60, 16, 0.6);
	const worn = fault && kind === "top-piece";
	const stiletto = path("M 18 -176 C 10 -120 34 -60 38 -10 L 66 -10 C 70 -70 96 -120 148 -150 Z");
	solid(ctx, stiletto, colour, [10, -180, 140, 170], {
		rimWidth: 16,
		sheen: { line: "M 34 -150 C 36 -100 44 -60 48 -20", width: 7, strength: 0.4 },
	});
	if (worn) {
		solid(ctx, path("M 38 -10 L 66 -10 L 64 -4 L 57 -6 L 50 0 L 40 -3 Z"), "#6a5a4a", [38, -12, 30, 14], {
			grain: "none",
			rimWidth: 4,
		});
		stroke(ctx, "M 54 -8 L 54 5", "#d9d9d9", 3);
		stroke(ctx, "M 36 -26 L 42 -14 M 60 -30 L 66 -16", "rgb(240 220 210 / .8)", 2);
	} else
		solid(ctx, path("M 37 -10 L 67 -10 L 68 0 L 36 0 Z"), "#1d1a18", [36, -12, 32, 14], { grain: "none", rimWidth: 4 });
	const sole = path(
		"M 18 -176 C 120 -140 230 -50 330 -14 C 400 0 500 4 560 -4 C 578 -10 580 -18 574 -22 C 500 -12 400 -10 340 -22 C 230 -60 130 -160 22 -190 Z",
	);
	solid(ctx, sole, "#2c211c", [18, -190, 560, 190], { rimWidth: 8 });
	lining(ctx, "M 24 -252 C 90 -250 200 -176 330 -92 C 300 -70 240 -70 200 -96 C 130 -140 60 -196 30 -220 Z", "#d7bfa4");
	const upper = path(
		"M 18 -186 C 8 -214 10 -240 22 -262 C 30 -268 44 -258 52 -240 C 84 -180 150 -104 240 -86 C 290 -78 320 -88 352 -92 C 440 -96 570 -70 578 -26 C 578 -20 574 -18 566 -17 C 500 -10 400 -10 340 -22 C 230 -60 130 -160 18 -186 Z",
	);
	solid(ctx, upper, colour, [10, -262, 570, 250], {
		light: 0.34,
		sheen: { line: "M 370 -78 C 450 -76 520 -60 556 -40", width: 14, strength: 0.5 },
	});
	ctx.save();
	ctx.clip(upper);
	seam(ctx, "M 180 -104 C 176 -84 190 -64 214 -56", "rgb(255 255 255 / .3)");
	if (fault && kind === "seam") {
		solid(
			ctx,
			path("M 176 -112 C 166 -92 184 -62 216 -54 C 198 -74 190 -92 188 -108 Z"),
			"#120d0b",
			[166, -112, 50, 60],
			{ grain: "none", light: 0 },
		);
		for (const [x, y] of [
			[180, -100],
			[186, -82],
			[200, -66],
		])
			stroke(ctx, `M ${x} ${y} q 14 -4 18 -14`, "#efe6da", 1.8);
	}
	gleam(ctx, "M 28 -250 C 44 -220 60 -196 80 -176", 9, 0.3);
	ctx.restore();
}

/** Trainer. Fault `dirty`: yellowed sole and stains; `crumbling`: the midsole falls apart. */
export function sneaker(ctx, { colour, accent, fault = false, kind = "dirty" }) {
	ground(ctx, -6, 4, 640);
	const dirty = fault && kind === "dirty";
	const sole = path(
		"M 4 -58 C -6 -30 0 -4 24 0 L 560 0 C 606 -2 622 -30 606 -52 C 560 -38 480 -32 400 -36 C 280 -44 140 -62 40 -66 Z",
	);
	solid(ctx, sole, dirty ? "#d8c48a" : kind === "crumbling" ? "#d7d2c4" : "#f4f4f1", [0, -66, 612, 66], {
		light: 0.4,
		dark: 0.28,
		rimWidth: 14,
		grain: "none",
	});
	stroke(ctx, "M 6 -16 C 200 -12 420 -12 606 -20", "rgb(0 0 0 / .25)", 2.4);
	for (let x = 40; x < 590; x += 26) stroke(ctx, `M ${x} -10 l 9 8`, "rgb(0 0 0 / .2)", 3);
	lining(ctx, "M 22 -186 C 70 -214 160 -208 214 -188 C 170 -158 90 -158 46 -172 Z", accent);
	solid(
		ctx,
		path("M 190 -186 C 206 -216 244 -214 254 -194 L 306 -150 L 226 -146 Z"),
		tone(colour, -0.06),
		[190, -216, 120, 70],
		{ grain: "cloth" },
	);
	const upper = path(
		"M 8 -58 C 0 -104 2 -140 14 -176 C 22 -194 46 -190 64 -182 C 104 -162 150 -160 188 -180 C 204 -188 220 -188 236 -180 C 300 -146 352 -128 430 -122 C 520 -114 606 -96 606 -52 C 560 -38 480 -32 400 -36 C 280 -44 140 -62 40 -66 Z",
	);
	solid(ctx, upper, colour, [0, -190, 606, 156], { light: 0.25, dark: 0.26, rim: 0.26, grain: "cloth" });
	ctx.save();
	ctx.clip(upper);
	solid(
		ctx,
		path("M 440 -124 C 430 -94 440 -60 470 -30 L 620 -30 L 620 -120 Z"),
		tone(colour, -0.05),
		[430, -124, 190, 96],
		{ rim: 0.2, light: 0.3, dark: 0.2 },
	);
	seam(ctx, "M 446 -124 C 436 -94 446 -60 474 -34", "rgb(0 0 0 / .22)", { groove: 0.15 });
	solid(ctx, path("M 0 -150 C 44 -140 100 -118 128 -50 L 0 -50 Z"), accent, [0, -150, 130, 100], {
		rim: 0.25,
		rimWidth: 14,
	});
	solid(
		ctx,
		path("M 150 -60 C 210 -92 270 -122 330 -126 L 372 -118 C 310 -104 240 -84 196 -54 Z"),
		accent,
		[150, -128, 220, 76],
		{ rim: 0.2, rimWidth: 10 },
	);
	if (dirty) {
		const next = chance(9);
		ctx.filter = "blur(5px)";
		for (let at = 0; at < 26; at++) {
			ctx.fillStyle = `rgb(110 88 52 / ${0.1 + next() * 0.2})`;
			ctx.beginPath();
			ctx.ellipse(30 + next() * 560, -44 - next() * next() * 90, 10 + next() * 38, 6 + next() * 18, next() * 3, 0, 7);
			ctx.fill();
		}
		ctx.filter = "none";
	}
	ctx.restore();
	laces(ctx, [224, -178], [330, -134], 5, dirty ? "#d9cfb4" : "#f6f6f4");
	if (!fault || kind !== "crumbling") return;
	ctx.save();
	ctx.clip(sole);
	const next = chance(3);
	for (let at = 0; at < 46; at++) {
		const x = 150 + next() * 330;
		const y = -2 - next() * 40;
		solid(
			ctx,
			path(`M ${x} ${y} l ${8 + next() * 16} ${-6 - next() * 8} l ${next() * 14} ${10 + next() * 8} l -14 8 Z`),
			"#8f8874",
			[x, y - 14, 34, 26],
			{ grain: "none", rimWidth: 5, light: 0.1 },
		);
	}
	for (const x of [200, 262, 330, 402]) stroke(ctx, `M ${x} -46 l 10 14 l -8 12 l 12 16`, "rgb(30 24 14 / .75)", 3.4);
	ctx.restore();
	for (let at = 0; at < 22; at++) {
		ctx.fillStyle = "rgb(214 206 186 / .95)";
		ctx.beginPath();
		ctx.ellipse(140 + next() * 380, 6 + next() * 18, 2 + next() * 5, 2 + next() * 3, 0, 0, 7);
		ctx.fill();
	}
}

/** Low vulcanised shoe. Fault: the foxing strip has come off. */
export function canvasShoe(ctx, { colour, fault = false }) {
	ground(ctx, -6, 4, 620);
	const upper = path(
		"M 12 -40 C 4 -84 6 -116 18 -148 C 26 -162 46 -158 64 -150 C 110 -132 150 -132 190 -150 C 214 -158 236 -154 252 -146 C 320 -112 380 -104 440 -100 C 530 -92 596 -80 598 -40 Z",
	);
	lining(ctx, "M 24 -154 C 70 -180 160 -176 212 -158 C 170 -130 90 -130 48 -144 Z", "#d9d2c2");
	solid(ctx, upper, colour, [0, -160, 600, 120], { grain: "cloth", light: 0.2, dark: 0.3 });
	const toe = path("M 470 -98 C 462 -76 466 -56 478 -38 L 600 -38 C 598 -78 560 -92 470 -98 Z");
	solid(ctx, toe, "#efece2", [460, -98, 140, 60], { grain: "none", rim: 0.25, rimWidth: 12 });
	const foxing = path("M 4 -44 C 0 -18 6 0 20 0 L 584 0 C 606 -4 610 -28 602 -44 C 420 -34 180 -36 4 -44 Z");
	solid(ctx, foxing, "#f1eee4", [0, -46, 606, 46], { grain: "none", light: 0.3, dark: 0.25, rimWidth: 10 });
	stroke(ctx, "M 8 -16 C 200 -10 420 -10 600 -18", "#2c4a78", 4);
	laces(ctx, [238, -142], [350, -112], 5, "#f4f2ea");
	if (!fault) return;
	solid(
		ctx,
		path("M 300 -40 C 350 -42 400 -40 450 -40 L 452 -4 C 400 2 350 2 296 -2 Z"),
		"#3a3128",
		[296, -42, 156, 44],
		{ grain: "none", light: 0.05 },
	);
	for (let x = 312; x < 446; x += 16) stroke(ctx, `M ${x} -34 l 6 28`, "rgb(196 176 130 / .7)", 2);
	solid(
		ctx,
		path("M 296 -40 C 330 -30 372 2 448 34 L 436 62 C 366 34 316 10 288 -2 Z"),
		"#f1eee4",
		[288, -40, 160, 104],
		{ grain: "none", rimWidth: 10, dark: 0.35 },
	);
	stroke(ctx, "M 294 -14 C 330 -2 376 26 440 50", "#2c4a78", 4);
}

/** Ankle boot with a side zip. Fault `zip`: teeth open, puller gone; `sole`: worn through at the forefoot. */
export function boot(ctx, { colour, fault = false, kind = "zip" }) {
	ground(ctx, -8, 4, 600);
	const worn = fault && kind === "sole";
	const sole = path(
		"M 6 -52 L 2 0 L 146 0 L 156 -30 C 220 -26 290 -10 360 -6 L 548 -8 C 580 -12 592 -26 586 -40 C 540 -30 460 -26 380 -26 C 290 -28 210 -52 156 -54 Z",
	);
	solid(ctx, sole, "#2a211b", [0, -54, 590, 54], { rimWidth: 10 });
	for (let x = 10; x < 140; x += 22) stroke(ctx, `M ${x} -2 l 0 -8`, "rgb(255 255 255 / .12)", 3);
	const upper = path(
		"M 8 -52 C 0 -100 6 -150 14 -210 C 20 -270 22 -320 24 -372 C 60 -388 150 -388 198 -372 C 200 -320 206 -270 226 -226 C 246 -176 300 -150 380 -132 C 470 -114 582 -108 586 -52 C 586 -44 580 -40 570 -38 C 500 -30 440 -26 380 -26 C 290 -28 210 -52 156 -54 Z",
	);
	solid(
		ctx,
		path("M 24 -372 C 60 -394 150 -394 198 -372 C 150 -352 70 -352 24 -372 Z"),
		"#6d5642",
		[24, -394, 176, 44],
		{ rim: 0.8 },
	);
	solid(ctx, upper, colour, [0, -380, 586, 350], {
		light: 0.3,
		sheen: { line: "M 250 -166 C 330 -130 440 -116 540 -84", width: 18, strength: 0.34 },
	});
	ctx.save();
	ctx.clip(upper);
	gleam(ctx, "M 40 -360 C 36 -280 32 -180 28 -90", 16, 0.28);
	crease(ctx, "M 30 -236 C 90 -214 160 -214 222 -232", 14, 0.34);
	crease(ctx, "M 24 -196 C 90 -174 170 -176 240 -196", 12, 0.28);
	crease(ctx, "M 370 -130 C 360 -100 366 -64 384 -34", 9, 0.32);
	seam(ctx, "M 250 -176 C 236 -120 210 -80 176 -52", "rgb(255 240 210 / .4)");
	seam(ctx, "M 10 -126 C 70 -122 130 -100 160 -56", "rgb(255 240 210 / .4)");
	const open = fault && kind === "zip";
	if (open) {
		solid(
			ctx,
			path("M 108 -372 C 102 -300 106 -250 114 -196 L 120 -196 C 132 -250 140 -300 142 -372 Z"),
			"#1a1411",
			[100, -372, 44, 180],
			{ grain: "none", light: 0 },
		);
		for (let y = -366; y < -200; y += 9) {
			const gap = ((-196 - y) / 176) * 17;
			stroke(ctx, `M ${113 - gap} ${y} l 6 0 M ${118 + gap} ${y} l -6 0`, "#d5b46a", 4, "butt");
		}
		stroke(ctx, "M 117 -194 L 117 -74", "#3a2d20", 9);
		for (let y = -188; y < -78; y += 9) stroke(ctx, `M 113 ${y} l 8 0`, "#d5b46a", 4, "butt");
	} else {
		stroke(ctx, "M 117 -372 L 117 -74", "#3a2d20", 10);
		for (let y = -366; y < -78; y += 9) stroke(ctx, `M 113 ${y} l 8 0`, "#d9b86d", 4, "butt");
		metal(ctx, path("M 111 -356 l 12 0 l 3 20 l -18 0 Z M 113 -336 l 8 0 l 2 32 l -12 0 Z"), [108, -356, 18, 52]);
	}
	ctx.restore();
	if (!worn) return;
	solid(ctx, path("M 372 -8 C 400 -22 470 -24 512 -10 C 492 2 400 4 372 -8 Z"), "#b08d62", [372, -24, 140, 26], {
		grain: "leather",
		rim: 0.6,
		rimWidth: 10,
	});
	solid(ctx, path("M 414 -10 C 430 -18 462 -18 478 -10 C 462 -2 430 -2 414 -10 Z"), "#140f0b", [414, -18, 64, 16], {
		grain: "none",
		light: 0,
	});
}
