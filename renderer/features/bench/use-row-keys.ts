/** Arrow keys through a list of links marked `data-row`, from anywhere on the screen; Enter opens, as links do. */
import type { RefObject } from "react";
import { useKeys } from "../../app/keys/keys.ts";
import { useTexts } from "../../i18n/language.ts";
import { benchTexts } from "../../i18n/texts/bench.ts";

export function useRowKeys(list: RefObject<HTMLElement | null>): void {
	const t = useTexts(benchTexts);
	const move = (by: number) => {
		const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
		const at = rows.indexOf(document.activeElement as HTMLElement);
		const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
		next?.focus();
		next?.scrollIntoView({ block: "nearest" });
	};
	useKeys([
		{ key: "ArrowDown", label: t("next-row"), run: () => move(1) },
		{ key: "ArrowUp", label: t("previous-row"), run: () => move(-1) },
	]);
}
