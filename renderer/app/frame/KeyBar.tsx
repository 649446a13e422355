import { useTexts } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { type KeyBinding, useActiveKeys } from "../keys/keys.ts";
import classes from "./keys.module.css";
import { Printers } from "./Printers.tsx";

/** Keys that always have their place, so that the bar never jumps; dim where they do nothing. */
const fixed = [
	{ key: "F2", text: "receive" },
	{ key: "F4", text: "print" },
	{ key: "F6", text: "photo" },
	{ key: "F8", text: "hand-over" },
] as const;

/** The keys that work now. A click does the same. */
export function KeyBar() {
	const t = useTexts(frameTexts);
	const active = useActiveKeys().map((entry) => entry.binding);
	const shown: readonly KeyBinding[] = [
		...fixed.map(
			({ key, text }) =>
				active.find((binding) => binding.key === key) ?? { key, label: t(text), disabled: true, run: () => {} },
		),
		...active
			.filter((binding) => binding.bar && !fixed.some(({ key }) => key === binding.key))
			.sort((a, b) => order(a.key) - order(b.key)),
	];
	return (
		<footer className={classes.keys}>
			<nav aria-label={t("key-bar")}>
				{shown
					.filter(({ key }) => key !== "?")
					.map((binding) => (
						<Key key={binding.key} binding={binding} />
					))}
			</nav>
			{shown
				.filter(({ key }) => key === "?")
				.map((binding) => (
					<Key key={binding.key} binding={binding} />
				))}
			<Printers />
		</footer>
	);
}

function Key({ binding: { key, label, run, disabled } }: { binding: KeyBinding }) {
	return (
		<button type="button" tabIndex={-1} disabled={disabled} onClick={run}>
			<kbd>{key}</kbd>
			<span>{label}</span>
		</button>
	);
}

/** Function keys first, then the rest, `?` last. */
function order(key: string): number {
	const number = /^F(\d+)$/.exec(key)?.[1];
	return number ? Number(number) : key === "?" ? 99 : 50;
}
