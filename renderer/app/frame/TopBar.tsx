import { Tooltip } from "@mantine/core";
import { IconDeviceDesktop } from "@tabler/icons-react";
import { useNow } from "../../components/text/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { useLine } from "../host.ts";
import classes from "./frame.module.css";
import { PersonMenu } from "./PersonMenu.tsx";
import { ScanEcho } from "./ScanEcho.tsx";

/** What was scanned, how the line is, what time it is, who is here. */
export function TopBar() {
	const t = useTexts(frameTexts);
	const alive = useLine();
	return (
		<header className={classes.top}>
			<ScanEcho />
			<Tooltip label={t("line-local-hint")}>
				<span className={classes.line} data-alive={alive || undefined}>
					<IconDeviceDesktop size={16} stroke={1.7} aria-hidden />
					{alive ? t("line-local") : t("line-gone")}
				</span>
			</Tooltip>
			<Clock />
			<PersonMenu />
		</header>
	);
}

function Clock() {
	const format = useFormat();
	const now = new Date(useNow(15_000)).toISOString();
	return (
		<time className={classes.clock} dateTime={now}>
			<span>{format.weekday(now)}</span>
			<strong>{format.time(now)}</strong>
		</time>
	);
}
