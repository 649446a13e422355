/** Suitcases and clothes. Cases stand on y = 0; clothes lie flat around the middle. `fault` draws what they came in for. */
import { chance, crease, gleam, ground, metal, path, seam, shadow, solid, stroke, tone } from "./scene.mjs";

function wheel(ctx, x, broken = false) {
	solid(
		ctx,
		path(`M ${x - 22} -40 L ${x + 22} -40 L ${x + 18} -18 L ${x - 18} -18 Z`),
		"#2c2f33",
		[x - 22, -40, 44, 22],
		{ grain: "none", rimWidth: 8 },
	);
	if (broken) {
		solid(
			ctx,
			path(`M ${x - 18} -20 L ${x + 12} -20 L ${x + 16} -6 L ${x + 4} -10 L ${x - 4} 2 L ${x - 14} -4 Z`),
			"#3a3e43",
			[x - 18, -20, 36, 22],
			{ grain: "none", rimWidth: 6 },
		);
		stroke(ctx, `M ${x - 16} -14 L ${x + 14} -12`, "#c9cdd1", 3);
		solid(ctx, path(`M ${x + 46} 8 a 15 15 0 0 1 26 -10 l -9 15 Z`), "#3a3e43", [x + 44, -6, 30, 24], {
			grain: "none",
			rimWidth: 6,
		});
		solid(ctx, path(`M ${x + 84} 18 l 14 -6 l 4 11 l -15 4 Z`), "#3a3e43", [x + 84, 10, 20, 20], {
			grain: "none",
			rimWidth: 5,
		});
		return;
	}
	solid(
		ctx,
		path(`M ${x - 19} -12 A 19 19 0 1 0 ${x + 19} -12 A 19 19 0 1 0 ${x - 19} -12 Z`),
		"#34383d",
		[x - 19, -30, 38, 38],
		{ grain: "none", rimWidth: 8, light: 0.3 },
	);
	metal(
		ctx,
		path(`M ${x - 6} -12 A 6 6 0 1 0 ${x + 6} -12 A 6 6 0 1 0 ${x - 6} -12 Z`),
		[x - 6, -18, 12, 12],
		"#9aa1a7",
	);
}

/** Hard-shell case. Faults: `wheel` broken, `trolley` bent, `crack` in the shell. */
export function hardCase(ctx, { colour, fault = false, kind = "wheel" }) {
	ground(ctx, -180, 6, 380, 34);
	const bent = fault && kind === "trolley";
	for (const x of [-52, 52])
		stroke(
			ctx,
			bent ? `M ${x} -420 C ${x} -470 ${x + 26} -492 ${x + 62} -520` : `M ${x} -420 L ${x} -526`,
			"#8b9298",
			12,
			"butt",
		);
	stroke(ctx, bent ? "M 6 -524 L 120 -518" : "M -60 -530 L 60 -530", "#23262a", 22);
	stroke(ctx, bent ? "M 12 -528 L 112 -523" : "M -52 -534 L 52 -534", "rgb(255 255 255 / .25)", 4);
	wheel(ctx, -128);
	wheel(ctx, 128, fault && kind === "wheel");
	const shell = path(
		"M -142 -436 Q -170 -436 -170 -404 L -170 -58 Q -170 -30 -142 -30 L 142 -30 Q 170 -30 170 -58 L 170 -404 Q 170 -436 142 -436 Z",
	);
	solid(ctx, shell, colour, [-170, -436, 340, 406], {
		grain: "none",
		light: 0.45,
		dark: 0.4,
		rimWidth: 40,
		sheen: { line: "M -130 -400 L -130 -90", width: 26, strength: 0.45 },
	});
	ctx.save();
	ctx.clip(shell);
	for (let x = -118; x <= 118; x += 39) {
		gleam(ctx, `M ${x - 5} -412 L ${x - 5} -56`, 7, 0.34);
		crease(ctx, `M ${x} -414 L ${x} -54`, 9, 0.32);
	}
	stroke(ctx, "M -172 -234 L 172 -234", "rgb(0 0 0 / .35)", 10, "butt");
	stroke(ctx, "M -172 -237 L 172 -237", "rgb(255 255 255 / .25)", 2, "butt");
	if (fault && kind === "crack") {
		ctx.filter = "blur(8px)";
		ctx.fillStyle = "rgb(0 0 0 / .3)";
		ctx.beginPath();
		ctx.ellipse(92, -118, 50, 38, 0.4, 0, 7);
		ctx.fill();
		ctx.filter = "none";
		for (const line of [
			"M 92 -120 l 26 -34 l 8 -30 l 22 -18",
			"M 92 -120 l 34 10 l 26 26",
			"M 92 -120 l -30 22 l -8 34 l -20 20",
			"M 92 -120 l -34 -16 l -18 -24",
			"M 92 -120 l 6 38 l 18 24",
		]) {
			stroke(ctx, line, "rgb(10 14 20 / .9)", 3.6);
			ctx.save();
			ctx.translate(2, 2);
			stroke(ctx, line, "rgb(255 255 255 / .65)", 1.2);
			ctx.restore();
		}
	}
	ctx.restore();
	for (const [x, y] of [
		[-170, -436],
		[170, -436],
		[-170, -30],
		[170, -30],
	]) {
		const sx = Math.sign(x);
		const sy = y < -200 ? 1 : -1;
		solid(
			ctx,
			path(
				`M ${x} ${y + sy * 62} L ${x} ${y + sy * 26} Q ${x} ${y} ${x - sx * 28} ${y} L ${x - sx * 60} ${y} Q ${x - sx * 26} ${y + sy * 26} ${x} ${y + sy * 62} Z`,
			),
			"#3b4046",
			[Math.min(x, x - sx * 60), Math.min(y, y + sy * 62), 60, 62],
			{ grain: "none", rimWidth: 8 },
		);
	}
	stroke(ctx, "M -46 -440 C -40 -462 40 -462 46 -440", "#2a2d31", 13);
	metal(ctx, path("M 150 -272 l 34 0 l 0 70 l -34 0 Z"), [150, -272, 34, 70], "#9aa1a7");
}

function garment(ctx, outline, colour, grain, options = {}) {
	shadow(ctx, outline, { dx: 14, dy: 18, blur: 18 });
	solid(ctx, outline, colour, [-270, -260, 540, 540], { grain, light: 0.22, dark: 0.36, rimWidth: 34, ...options });
}

const jacketShape = (hem) =>
	`M -66 -236 C -90 -226 -130 -212 -158 -196 C -190 -160 -236 -20 -262 96 L -188 122 C -176 60 -160 4 -142 -44 L -146 ${hem} Q 0 ${hem + 14} 146 ${hem} L 142 -44 C 160 4 176 60 188 122 L 262 96 C 236 -20 190 -160 158 -196 C 130 -212 90 -226 66 -236 C 40 -214 -40 -214 -66 -236 Z`;

function folds(ctx, hem) {
	for (const side of [-1, 1]) {
		crease(ctx, `M ${side * 144} -60 C ${side * 120} -30 ${side * 104} 10 ${side * 112} 70`, 16, 0.3);
		crease(ctx, `M ${side * 176} -120 C ${side * 186} -60 ${side * 200} 0 ${side * 214} 60`, 14, 0.26);
		crease(ctx, `M ${side * 150} -176 C ${side * 132} -130 ${side * 134} -90 ${side * 142} -50`, 12, 0.36);
		crease(
			ctx,
			`M ${side * 60} ${hem - 150} C ${side * 74} ${hem - 90} ${side * 66} ${hem - 50} ${side * 72} ${hem - 14}`,
			12,
			0.2,
		);
	}
}

/** Leather jacket. Fault: colour worn off at collar and cuffs. */
export function leatherJacket(ctx, { colour, fault = false }) {
	const outline = path(jacketShape(200));
	garment(ctx, outline, colour, "leather", { light: 0.32 });
	ctx.save();
	ctx.clip(outline);
	folds(ctx, 200);
	for (const x of [-100, 100]) gleam(ctx, `M ${x} -160 C ${x * 1.1} -90 ${x * 0.9} 0 ${x} 120`, 20, 0.2);
	stroke(ctx, "M 0 -214 L 0 214", "#1a1512", 11, "butt");
	ctx.save();
	ctx.setLineDash([5, 4]);
	stroke(ctx, "M 0 -200 L 0 210", "#cbb27a", 6, "butt");
	ctx.restore();
	seam(ctx, "M -96 40 L -40 96 M 96 40 L 40 96", "#cbb27a", { dash: [5, 4], lineWidth: 5 });
	stroke(ctx, "M -146 176 Q 0 190 146 176", "rgb(0 0 0 / .45)", 3);
	ctx.restore();
	const collar = [
		path("M -66 -238 C -50 -214 -30 -204 -4 -200 L -34 -118 C -70 -150 -92 -190 -96 -226 Z"),
		path("M 66 -238 C 50 -214 30 -204 4 -200 L 34 -118 C 70 -150 92 -190 96 -226 Z"),
	];
	for (const part of collar) solid(ctx, part, tone(colour, 0.07), [-96, -240, 192, 124], { light: 0.35, rimWidth: 14 });
	if (!fault) return;
	ctx.save();
	const next = chance(17);
	ctx.filter = "blur(4px)";
	const rub = (x, y, w, h, turn) => {
		ctx.fillStyle = `rgb(216 184 148 / ${0.28 + next() * 0.3})`;
		ctx.beginPath();
		ctx.ellipse(x, y, w, h, turn, 0, 7);
		ctx.fill();
	};
	ctx.save();
	ctx.clip(outline);
	for (let at = 0; at < 12; at++) {
		rub(-212 - next() * 42, 84 + next() * 30, 7 + next() * 15, 5 + next() * 8, 0.3);
		rub(212 + next() * 42, 84 + next() * 30, 7 + next() * 15, 5 + next() * 8, -0.3);
	}
	ctx.restore();
	for (const part of collar) {
		ctx.save();
		ctx.clip(part);
		for (let at = 0; at < 9; at++)
			rub(
				(part === collar[0] ? -1 : 1) * (44 + next() * 44),
				-226 + next() * 50,
				6 + next() * 14,
				4 + next() * 8,
				next() * 3,
			);
		ctx.restore();
	}
	ctx.restore();
}

/** Down jacket. Fault: a seam leaks down. */
export function downJacket(ctx, { colour, fault = false }) {
	const outline = path(jacketShape(196));
	garment(ctx, outline, colour, "cloth", { light: 0.28 });
	ctx.save();
	ctx.clip(outline);
	for (let y = -196; y < 220; y += 46) {
		crease(ctx, `M -300 ${y + 12} Q -150 ${y - 8} 0 ${y} Q 150 ${y - 8} 300 ${y + 12}`, 11, 0.42);
		gleam(ctx, `M -130 ${y + 25} Q -70 ${y + 18} -20 ${y + 22} M 24 ${y + 22} Q 76 ${y + 18} 130 ${y + 25}`, 15, 0.22);
	}
	for (const side of [-1, 1]) crease(ctx, `M ${side * 146} -60 L ${side * 142} 200`, 14, 0.4);
	stroke(ctx, "M 0 -226 L 0 214", "#101418", 9, "butt");
	ctx.save();
	ctx.setLineDash([4, 4]);
	stroke(ctx, "M 0 -226 L 0 210", "#aeb6bd", 5, "butt");
	ctx.restore();
	ctx.restore();
	solid(
		ctx,
		path("M -72 -240 C -40 -262 40 -262 72 -240 L 78 -196 C 40 -176 -40 -176 -78 -196 Z"),
		tone(colour, 0.06),
		[-78, -262, 156, 86],
		{ grain: "cloth", rimWidth: 20 },
	);
	if (!fault) return;
	stroke(ctx, "M 66 34 Q 92 28 124 36", "#0c0f12", 5);
	const next = chance(8);
	for (let at = 0; at < 30; at++) {
		const x = 62 + next() * 76;
		const y = 12 + next() * 46 - (next() < 0.3 ? 34 : 0);
		stroke(
			ctx,
			`M ${x} ${y} q ${next() * 14 - 7} ${-6 - next() * 10} ${next() * 18 - 9} ${-10 - next() * 12}`,
			`rgb(255 255 255 / ${0.6 + next() * 0.4})`,
			1.2 + next() * 2.4,
		);
	}
}

/** Wool coat. Fault: a button is missing, threads hang out. */
export function coat(ctx, { colour, fault = false }) {
	const outline = path(jacketShape(262));
	garment(ctx, outline, colour, "cloth", { light: 0.24 });
	ctx.save();
	ctx.clip(outline);
	folds(ctx, 262);
	crease(ctx, "M 20 -150 C 26 -20 24 130 22 266", 8, 0.4);
	for (const side of [-1, 1]) {
		crease(ctx, `M ${side * 60} 108 L ${side * 118} 96`, 7, 0.45);
		crease(ctx, `M ${side * 60} 128 L ${side * 118} 116`, 4, 0.25);
	}
	ctx.restore();
	solid(
		ctx,
		path("M -66 -238 C -40 -200 -10 -150 14 -96 L -30 -40 C -70 -100 -100 -150 -108 -196 L -84 -176 L -96 -226 Z"),
		tone(colour, 0.06),
		[-108, -240, 124, 200],
		{ grain: "cloth", rimWidth: 14 },
	);
	solid(
		ctx,
		path("M 66 -238 C 46 -200 30 -150 14 -96 L 52 -44 C 88 -100 104 -150 110 -196 L 86 -176 L 96 -226 Z"),
		tone(colour, 0.04),
		[14, -240, 98, 200],
		{ grain: "cloth", rimWidth: 14 },
	);
	for (const [at, y] of [-22, 54, 130].entries()) {
		for (const x of [-14, 48]) {
			if (fault && at === 1 && x === 48) {
				for (const turn of [0, 1, 2, 3])
					stroke(
						ctx,
						`M ${x - 3 + turn * 2} ${y} q ${turn * 5 - 8} ${10 + turn * 3} ${turn * 7 - 12} ${20 + turn * 2}`,
						"#f2e6d0",
						1.8,
					);
				ctx.fillStyle = "rgb(40 24 10 / .7)";
				ctx.beginPath();
				ctx.ellipse(x, y, 5, 4, 0, 0, 7);
				ctx.fill();
				continue;
			}
			shadow(ctx, path(`M ${x - 15} ${y} a 15 15 0 1 0 30 0 a 15 15 0 1 0 -30 0 Z`), {
				dx: 3,
				dy: 4,
				blur: 4,
				strength: 0.5,
			});
			solid(
				ctx,
				path(`M ${x - 15} ${y} a 15 15 0 1 0 30 0 a 15 15 0 1 0 -30 0 Z`),
				"#3b2a1c",
				[x - 15, y - 15, 30, 30],
				{ grain: "none", light: 0.5, rimWidth: 7 },
			);
			for (const [dx, dy] of [
				[-4, -4],
				[4, -4],
				[-4, 4],
				[4, 4],
			]) {
				ctx.fillStyle = "rgb(0 0 0 / .7)";
				ctx.beginPath();
				ctx.arc(x + dx, y + dy, 2, 0, 7);
				ctx.fill();
			}
		}
	}
}
