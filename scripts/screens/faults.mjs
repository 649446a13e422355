/**
 * What can be measured on a screen that is shown: text cut off, things beside the edge, one thing over another, too
 * little contrast, targets too small for gloves. Runs inside the page (`page.evaluate(findFaults, …)`), so it must not
 * use anything outside itself.
 */
export function findFaults({ gloves }) {
	const found = new Set();
	const [wide, high] = [innerWidth, innerHeight];
	const nameOf = (element) => {
		const own = /_([A-Za-z0-9]+)_/.exec(element.getAttribute("class") ?? "")?.[1];
		return own ?? element.closest("[class*=_]")?.getAttribute("class")?.split(" ")[0] ?? element.tagName.toLowerCase();
	};
	const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 48);
	const say = (what, element, text) => found.add(`${what}: “${short(text)}” (${nameOf(element)})`);

	const over = ".mantine-Modal-content, .mantine-Menu-dropdown, .mantine-Popover-dropdown, [class*=_coverCard_]";
	const dialogs = [...document.querySelectorAll(over)];
	const top = dialogs.filter((dialog) => dialog.getBoundingClientRect().width > 0).at(-1);
	const here = top ?? document.body;

	if (document.documentElement.scrollWidth > wide + 1) found.add("the page scrolls sideways");
	for (const element of here.querySelectorAll("*")) {
		const { overflowX } = getComputedStyle(element);
		if (!/auto|scroll/.test(overflowX) || element.tagName === "TEXTAREA") continue;
		if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
			say("scrolls sideways", element, element.textContent ?? "");
		}
	}

	/** Where a rectangle can be seen: what clips it without a scroll bar. */
	const cutBy = (rect, from) => {
		for (let box = from; box && box !== document.documentElement; box = box.parentElement) {
			const style = getComputedStyle(box);
			const edge = box.getBoundingClientRect();
			if (edge.width <= 1 || edge.height <= 1) return "unseen";
			const [x, y] = [/hidden|clip/.test(style.overflowX), /hidden|clip/.test(style.overflowY)];
			const scrolls = /auto|scroll/.test(style.overflowY);
			if (scrolls && (rect.bottom < edge.top + 2 || rect.top > edge.bottom - 2)) return "unseen";
			if (x && (rect.right > edge.right + 1.5 || rect.left < edge.left - 1.5)) return box;
			if (y && (rect.bottom > edge.bottom + 4 || rect.top < edge.top - 4)) return box;
			if (style.position === "fixed") break;
		}
		return undefined;
	};

	const rgba = (value) => {
		const [r = 0, g = 0, b = 0, a = 1] = (value.match(/[\d.]+/g) ?? []).map(Number);
		return value.startsWith("color(srgb") ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
	};
	const laid = ([r, g, b, a], [r2, g2, b2]) => [r * a + r2 * (1 - a), g * a + g2 * (1 - a), b * a + b2 * (1 - a)];
	const light = (rgb) => {
		const [r, g, b] = rgb.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const contrastOf = (element) => {
		const layers = [];
		let opacity = 1;
		for (let box = element; box; box = box.parentElement) {
			const style = getComputedStyle(box);
			if (style.backgroundImage !== "none") return undefined;
			opacity *= Number(style.opacity);
			layers.push(rgba(style.backgroundColor));
			if (layers.at(-1)[3] === 1) break;
		}
		let ground = [255, 255, 255];
		for (const layer of layers.reverse()) ground = laid(layer, ground);
		const [r, g, b, a] = rgba(getComputedStyle(element).color);
		const [one, two] = [light(laid([r, g, b, a * opacity], ground)), light(ground)];
		return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
	};

	const texts = document.createTreeWalker(here, NodeFilter.SHOW_TEXT);
	for (let node = texts.nextNode(); node; node = texts.nextNode()) {
		const element = node.parentElement;
		// The bar of keys leaves out whole keys where there is no room.
		if (element?.matches("[class*=_skip_], [class*=_unseen_], footer[class*=_keys_] nav *")) continue;
		if (!element || node.data.trim() === "" || element.closest("svg, canvas, [aria-hidden=true][class*=pdf]")) continue;
		if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
		if (rects.length === 0) continue;
		let unseen = false;
		for (const rect of rects) {
			const cut = cutBy(rect, element);
			if (cut === "unseen") unseen = true;
			else if (cut && !element.closest("[title]")) say("cut off", element, node.data);
			else if (rect.right > wide + 1 || rect.left < -1) say("beside the screen", element, node.data);
		}
		if (unseen || element.closest(":disabled, [data-disabled], [aria-disabled=true]")) continue;
		const style = getComputedStyle(element);
		const size = Number.parseFloat(style.fontSize);
		const large = size >= 24 || (size >= 18.6 && Number(style.fontWeight) >= 700);
		const contrast = contrastOf(element);
		if (contrast !== undefined && contrast < (large ? 3 : 4.5) - 0.02) {
			say(`contrast ${contrast.toFixed(1)}`, element, node.data);
		}
	}

	// Drawn zones of an outline are larger than the dots that stand for them at the keyboard; a row's link covers the row;
	// a thin line is taken hold of by the frame around it.
	const larger =
		"[class*=_dot_], [class*=_rowLink_], [class*=_skip_], .mantine-NumberInput-control, .mantine-Pill-remove, [data-thin]";
	const pressed = "button, a[href], input, select, textarea, [role=button], [role=tab], [role=radio], [role=menuitem]";
	for (const element of here.querySelectorAll(pressed)) {
		if (!element.checkVisibility({ visibilityProperty: true }) || element.matches("[class*=_skip_]")) continue;
		const rect = element.getBoundingClientRect();
		const label = element.getAttribute("aria-label") ?? element.textContent ?? "";
		if (rect.width < 2 || rect.height < 2 || clippedByScroll(rect, element.parentElement)) continue;
		if (cutBy(rect, element.parentElement) === "unseen") continue;
		if (rect.bottom > high + 1 || rect.right > wide + 1) {
			say("beside the screen", element, label);
			continue;
		}
		const hit = document.elementFromPoint(rect.left + rect.width / 2, rect.top + rect.height / 2);
		const own = !hit || element.contains(hit) || hit.contains(element) || hit.closest("label")?.contains(element);
		const { pointerEvents, opacity, display } = getComputedStyle(element);
		if (!own && pointerEvents !== "none" && Number(opacity) > 0) say(`covered by ${nameOf(hit)}`, element, label);
		const least = gloves ? 47.5 : 23.5;
		const inText = element.tagName === "A" && display === "inline";
		const frame = element.closest("header[class*=top], footer[class*=keys], [class*=_rail_]");
		if (inText || frame || element.tagName === "INPUT" || element.matches(larger)) continue;
		if (rect.height < least || rect.width < least) {
			say(`small ${Math.round(rect.width)}×${Math.round(rect.height)}`, element, label);
		}
	}

	/** Where a list happens to stand is no fault. */
	function clippedByScroll(rect, from) {
		for (let box = from; box && box !== document.body; box = box.parentElement) {
			if (!/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
			const edge = box.getBoundingClientRect();
			const seen = Math.min(rect.bottom, edge.bottom) - Math.max(rect.top, edge.top);
			if (seen < rect.height - 3) return true;
		}
		return false;
	}
	return [...found];
}
