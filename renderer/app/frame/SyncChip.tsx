import { Tooltip } from "@mantine/core";
import { IconCloud, IconCloudOff, IconCloudUp, IconLock } from "@tabler/icons-react";
import { useEffect } from "react";
import { Link } from "react-router";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { syncTexts } from "../../i18n/texts/sync.ts";
import { addresses } from "../addresses.ts";
import { call } from "../client.ts";
import { useQueryCall } from "../use-calls.ts";
import classes from "./frame.module.css";

/** The line to the archive in a word, what waits for it, and when it is silent for too long; leads to the page that explains each entry. Nothing at all where there is no archive. */
export function SyncChip() {
	const t = useTexts(syncTexts);
	const format = useFormat();
	const { data } = useQueryCall("sync.state", {}, { everyMs: 15_000 });
	const off = !data || data.line === "off";
	useEffect(() => {
		if (off) return;
		// The network came back, or the PC woke with this screen on it.
		const wake = () => {
			if (document.visibilityState === "visible") void call("sync.now", {}).catch(() => undefined);
		};
		window.addEventListener("online", wake);
		document.addEventListener("visibilitychange", wake);
		return () => {
			window.removeEventListener("online", wake);
			document.removeEventListener("visibilitychange", wake);
		};
	}, [off]);
	if (!data || off) return null;
	const { lease } = data;
	const silent = lease !== null && lease.phase !== "stands";
	const good = !silent && (data.line === "idle" || data.line === "working");
	const over = lease?.phase === "over";
	const Icon = over ? IconLock : data.line === "working" ? IconCloudUp : good ? IconCloud : IconCloudOff;
	const text = silent
		? t(over ? "lease-over" : "lease-ending", { days: lease.daysLeft })
		: data.waiting > 0
			? t("waiting", { count: data.waiting })
			: t(data.line);
	const contact = data.lastContactAt ? format.dateTime(data.lastContactAt) : t("never");
	return (
		<Tooltip label={`${t("last-contact")} ${contact}`}>
			<Link to={addresses.sync} className={classes.line ?? ""} data-alive={good || undefined}>
				<Icon size={16} stroke={1.7} aria-hidden />
				{text}
			</Link>
		</Tooltip>
	);
}
