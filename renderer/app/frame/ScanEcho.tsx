import { Loader } from "@mantine/core";
import { IconAlertCircle, IconBarcode, IconCircleCheck, IconHelpCircle } from "@tabler/icons-react";
import { useTexts } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { type Echo, useEcho } from "../../scan/bus.ts";
import classes from "./frame.module.css";

const icons = {
	understood: IconCircleCheck,
	"not-understood": IconHelpCircle,
	attention: IconAlertCircle,
} as const;

/** The last scan and what it was understood as. Always in the same place, so that a glance is enough. */
export function ScanEcho() {
	const t = useTexts(frameTexts);
	const echo = useEcho();
	if (!echo) {
		return (
			<div className={classes.echo} data-tone="ready">
				<IconBarcode size={20} stroke={1.6} aria-hidden />
				<span>{t("scan-ready")}</span>
			</div>
		);
	}
	return (
		<div key={echo.id} className={classes.echo} data-tone={echo.tone} role="status">
			<EchoIcon tone={echo.tone} />
			<span className={classes.echoLabel}>
				{echo.tone === "looking" && t("scan-looking")}
				{echo.tone === "not-understood" && t("scan-unknown", { code: echo.label })}
				{echo.tone !== "looking" && echo.tone !== "not-understood" && echo.label}
			</span>
			{echo.ime && <span className={classes.echoHint}>{t("scan-ime")}</span>}
		</div>
	);
}

function EchoIcon({ tone }: { tone: Echo["tone"] }) {
	if (tone === "looking") return <Loader size={16} color="gray" aria-hidden />;
	const Icon = icons[tone];
	return <Icon size={20} stroke={1.9} aria-hidden />;
}
