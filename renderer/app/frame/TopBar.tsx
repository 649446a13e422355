import { ActionIcon, Tooltip } from "@mantine/core";
import { IconCamera, IconDeviceDesktop } from "@tabler/icons-react";
import { useNow } from "../../components/text/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { cameraScanTexts } from "../../i18n/texts/camera-scan.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { openCameraScan } from "../../scan/camera/open.ts";
import { useLine } from "../host.ts";
import classes from "./frame.module.css";
import { PersonMenu } from "./PersonMenu.tsx";
import { ScanEcho } from "./ScanEcho.tsx";
import { SyncChip } from "./SyncChip.tsx";

/** What was scanned, how the line is, what time it is, who is here. */
export function TopBar() {
	const t = useTexts(frameTexts);
	const alive = useLine();
	return (
		<header className={classes.top}>
			<ScanEcho />
			<CameraButton />
			<Tooltip label={t("line-local-hint")}>
				<span className={classes.line} data-alive={alive || undefined}>
					<IconDeviceDesktop size={16} stroke={1.7} aria-hidden />
					{alive ? t("line-local") : t("line-gone")}
				</span>
			</Tooltip>
			<SyncChip />
			<Clock />
			<PersonMenu />
		</header>
	);
}

/** For hands that have no scanner, and for codes no scanner reaches. */
function CameraButton() {
	const t = useTexts(cameraScanTexts);
	return (
		<Tooltip label={`${t("open")} Alt+C`}>
			<ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("open")} onClick={openCameraScan}>
				<IconCamera size={20} stroke={1.7} />
			</ActionIcon>
		</Tooltip>
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
