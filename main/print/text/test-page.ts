/** Words of the page a printer for paper is tried with. */
import { bilingual } from "./pair.ts";

export const testPageText = bilingual({
	title: ["打印机测试页", "Printer test page"],
	printer: ["打印机", "Printer"],
	look: ["看三处就行", "Three things to look at"],
	frame: [
		"细框四边都在，没有被切掉；纸是 A5（148 × 210 毫米）。",
		"All four sides of the thin frame are there; the sheet is A5 (148 × 210 mm).",
	],
	ruler: ["下面这条尺正好 100 毫米。", "The ruler below is exactly 100 mm long."],
	type: [
		"字和灰块清楚，没有白道：鑫 犇 龘 ¥128.00 壹佰贰拾捌元整",
		"Type and greys are clean, without white streaks: 鑫 犇 龘 ¥128.00",
	],
});
