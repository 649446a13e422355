import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import type { HandoverJob } from "../../../preload/contract/handover.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../i18n/language.ts";
import { handoverTexts } from "../../i18n/texts/handover.ts";
import type { OrderWords } from "../order/words.ts";
import classes from "./handover.module.css";

type Props = { job: HandoverJob; opened: boolean; onClose: () => void; words: OrderWords };

/** The customer finds it not right: all of the item stays and goes back to the bench. */
export function KeepDialog({ job, opened, onClose, words }: Props) {
	const t = useTexts(handoverTexts);
	const keep = useCommand("handover.keep");
	const [reason, setReason] = useState<ReasonValue>();
	const reasons = words.reasons("qc-fail");
	return (
		<Modal opened={opened} onClose={onClose} title={t("keep-title", { item: words.item(job.item) })}>
			<form
				className={classes.dialog}
				onSubmit={(event) => {
					event.preventDefault();
					if (!reasonComplete(reason, reasons) || keep.isPending) return;
					const { code, note } = reason;
					const { jobId, version } = job;
					keep.mutate({ jobId, version, reason: note ? { code, note } : { code } }, { onSuccess: onClose });
				}}
			>
				<ReasonPicker label={t("keep-why")} reasons={reasons} value={reason} onChange={setReason} />
				<p>{t("keep-next")}</p>
				{keep.error && <Failed error={keep.error} />}
				<Button type="submit" loading={keep.isPending} disabled={!reasonComplete(reason, reasons)}>
					{t("keep-save")}
				</Button>
			</form>
		</Modal>
	);
}
