import { Tooltip } from "@mantine/core";
import { IconCloud, IconCloudOff, IconCloudUp } from "@tabler/icons-react";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { syncTexts } from "../../i18n/texts/sync.ts";
import { useQueryCall } from "../use-calls.ts";
import classes from "./frame.module.css";

/** The line to the archive in a word, and what waits for it. Nothing at all where there is no archive. */
export function SyncChip() {
	const t = useTexts(syncTexts);
	const format = useFormat();
	const { data } = useQueryCall("sync.state", {}, { everyMs: 15_000 });
	if (!data || data.line === "off") return null;
	const good = data.line === "idle" || data.line === "working";
	const Icon = data.line === "working" ? IconCloudUp : good ? IconCloud : IconCloudOff;
	const contact = data.lastContactAt ? format.dateTime(data.lastContactAt) : t("never");
	return (
		<Tooltip label={`${t("last-contact")} ${contact}`}>
			<span className={classes.line} data-alive={good || undefined}>
				<Icon size={16} stroke={1.7} aria-hidden />
				{data.waiting > 0 ? t("waiting", { count: data.waiting }) : t(data.line)}
			</span>
		</Tooltip>
	);
}
