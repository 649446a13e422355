import { Button } from "@mantine/core";
import { useState } from "react";
import { useMay } from "../../../app/workstation.ts";
import { useTexts } from "../../../i18n/language.ts";
import { pairingTexts } from "../../../i18n/texts/pairing.ts";
import { defaultWedgeSettings, saveWedgeSettings, wedgeSettings } from "../../../scan/settings.ts";
import classes from "./pairing.module.css";
import { shown } from "./shown.ts";

/** How scanners that type are told from people on this PC, and the way back to how it was delivered. */
export function WedgeNow() {
	const t = useTexts(pairingTexts);
	const manager = useMay("manager");
	const [settings, setSettings] = useState(wedgeSettings);
	const asDelivered = JSON.stringify(settings) === JSON.stringify(defaultWedgeSettings);
	const { prefix, gapMs } = settings;
	const words = prefix === "" ? t("now-gap", { gap: gapMs }) : t("now-prefix", { prefix: shown(prefix) });
	const reset = () => {
		saveWedgeSettings(defaultWedgeSettings);
		setSettings(defaultWedgeSettings);
	};
	return (
		<p className={classes.soft}>
			{t("now")} · {asDelivered ? t("now-default") : words}
			{!asDelivered && manager && (
				<Button variant="subtle" size="compact-sm" onClick={reset}>
					{t("reset")}
				</Button>
			)}
		</p>
	);
}
