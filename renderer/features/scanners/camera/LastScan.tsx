import { useTexts } from "../../../i18n/language.ts";
import { frameTexts } from "../../../i18n/texts/frame.ts";
import { useEcho } from "../../../scan/bus.ts";
import classes from "./camera-scan.module.css";

/** What the last code was, while the picture stays open over the bar that would say it. */
export function LastScan() {
	const t = useTexts(frameTexts);
	const echo = useEcho();
	if (!echo || echo.tone === "looking") return null;
	return (
		<p className={classes.last} data-tone={echo.tone} role="status">
			{echo.tone === "not-understood" ? t("scan-unknown", { code: echo.label }) : echo.label}
		</p>
	);
}
