import { Button } from "@mantine/core";
import { useCommand } from "../../../app/use-calls.ts";
import { useTexts } from "../../../i18n/language.ts";
import { joinTexts } from "../../../i18n/texts/join.ts";
import { lanTexts } from "../../../i18n/texts/lan.ts";
import classes from "../setup.module.css";
import { JoinForm } from "./JoinForm.tsx";

/** Address and code as the workshop's other PC shows them; the record comes over, then this PC opens as one of them. */
export function Join({ onLeave, onArchive }: { onLeave: () => void; onArchive: () => void }) {
	const t = useTexts(lanTexts);
	const tj = useTexts(joinTexts);
	const join = useCommand("setup.join");
	const busy = join.isPending || join.isSuccess;
	return (
		<JoinForm
			title={t("join-title")}
			why={[t("join-why"), t("join-steps")]}
			fields={{
				address: { label: t("type-address"), placeholder: "192.168.1.20" },
				code: { label: t("type-code") },
				name: { label: t("join-label"), placeholder: t("join-label-hint") },
			}}
			go={t("join-go")}
			back={t("back")}
			complete={({ address, code }) => address !== "" && code.replace(/[^0-9A-Z]/g, "").length === 12}
			onJoin={({ address, code, name }) => join.mutate({ address, code, label: name })}
			onLeave={onLeave}
			busy={busy}
			error={join.error}
			running={t("join-running")}
		>
			<Button variant="subtle" className={classes.otherWay ?? ""} disabled={busy} onClick={onArchive}>
				{tj("by-archive")}
			</Button>
		</JoinForm>
	);
}
