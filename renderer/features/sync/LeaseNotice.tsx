import { Button } from "@mantine/core";
import { useNavigate } from "react-router";
import type { CallOutput } from "../../app/client.ts";
import { useMay } from "../../app/workstation.ts";
import { useTexts } from "../../i18n/language.ts";
import { syncStatusTexts } from "../../i18n/texts/sync-status.ts";
import { Alarm } from "./Alarm.tsx";

type Lease = NonNullable<CallOutput<"sync.state">["lease"]>;

/** Customers' data is locked here, or will be soon: why, and what to do. Nothing while the archive answers. */
export function LeaseNotice({ lease: { phase, daysLeft, silentDays } }: { lease: Lease }) {
	const t = useTexts(syncStatusTexts);
	const navigate = useNavigate();
	const mayRead = useMay("manager");
	if (phase === "stands") return null;
	const stick = mayRead && (
		<Button variant="default" w="fit-content" mt="xs" onClick={() => void navigate("/settings/lan")}>
			{t("stick")}
		</Button>
	);
	if (phase === "ending") {
		return (
			<Alarm soon what={t("lease-ending-what", { silent: silentDays, days: daysLeft })}>
				<p>{t("lease-ending-why")}</p>
				{stick}
			</Alarm>
		);
	}
	return (
		<Alarm what={t("lease-over-what", { silent: silentDays })}>
			<p>{t("lease-over-do")}</p>
			<p>{t("lease-over-goes-on")}</p>
			{stick}
		</Alarm>
	);
}
