import { useTexts } from "../../../i18n/language.ts";
import { pairingTexts } from "../../../i18n/texts/pairing.ts";
import type { Finding, Keyboard } from "../../../scan/pairing/analyse.ts";
import classes from "./pairing.module.css";
import { shown } from "./shown.ts";

/** What is known of the scanner so far. */
export function Facts({ finding }: { finding: Finding }) {
	const t = useTexts(pairingTexts);
	const { transport, keyboard, gs, chinese, aim } = finding;
	const rows: [string, string][] = [[t("way"), t(wayOf(transport))]];
	if (keyboard) rows.push(...keyboardRows(keyboard));
	if (gs) rows.push([t("gs"), gsWords()]);
	if (chinese) rows.push([t("chinese-of"), t(chineseWord())]);
	rows.push([t("aim"), t(aim ? "yes" : "no")]);
	return (
		<section>
			<h3 className={classes.heading}>{t("found")}</h3>
			<dl className={classes.facts}>
				{rows.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</section>
	);

	function keyboardRows({ prefix, suffix, ends, medianMs, maxMs, layout, damage, inputMethod }: Keyboard) {
		const country = damage === "other-country" ? "country-other" : layout === "us" ? "country-us" : "country-pc";
		const made: [string, string][] = [
			[t("speed"), t("speed-is", { median: medianMs, max: maxMs })],
			[t("end"), t(ends === 0 ? "end-none" : ends === 1 ? "end-one" : "end-two")],
			[t("prefix"), prefix === "" ? t("nothing") : shown(prefix)],
			[t("suffix"), suffix === "" ? t("nothing") : shown(suffix)],
			[t("country"), t(country)],
		];
		if (inputMethod) made.push([t("input-method"), t("input-method-on")]);
		return made;
	}

	function gsWords(): string {
		if (gs?.how === "sign") return t("gs-sign", { sign: shown(gs.sign) });
		if (gs?.how === "key") return t("gs-key", { key: gs.key });
		if (gs?.how === "control") return t(keyboard ? "gs-control" : "gs-kept");
		return t("gs-none");
	}

	function chineseWord() {
		if (chinese?.how === "alt") return "chinese-alt" as const;
		return chinese?.how === "typed" ? ("chinese-typed" as const) : ("chinese-none" as const);
	}
}

/** `keys`, or the id of a scanner the workstation reads, whose first part says how. */
function wayOf(transport: Finding["transport"]) {
	if (transport === undefined || transport === "keys") return "way-keys" as const;
	return transport.startsWith("hid") ? ("way-hid" as const) : ("way-serial" as const);
}
