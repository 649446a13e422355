import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../i18n/language.ts";
import { handoverTexts } from "../../i18n/texts/handover.ts";
import type { OrderWords } from "../order/words.ts";
import classes from "./handover.module.css";
import { keptReason } from "./state.ts";

export type MissingDialogProps = {
	opened: boolean;
	onClose: () => void;
	piece: string;
	words: OrderWords;
	onNamed: (named: { reason: string; note: string; rework?: string }) => void;
};

/** Why a piece doesn't leave: a coded reason, with words where it takes some. */
export function MissingDialog({ opened, onClose, piece, words, onNamed }: MissingDialogProps) {
	const t = useTexts(handoverTexts);
	const [reason, setReason] = useState<ReasonValue>();
	const reasons = words.reasons("missing-piece");
	const [wrong, setWrong] = useState<ReasonValue>();
	const faults = words.reasons("qc-fail");
	// What stays for rework needs to say what is not right with it.
	const stays = reason?.code === keptReason;
	const complete = stays ? reasonComplete(wrong, faults) : reasonComplete(reason, reasons);
	const manager = reason !== undefined && words.needsManager("missing-piece", reason.code);
	return (
		<Modal opened={opened} onClose={onClose} title={t("missing-title", { piece })}>
			<form
				className={classes.dialog}
				onSubmit={(event) => {
					event.preventDefault();
					if (!reason || !complete) return;
					if (stays && wrong) onNamed({ reason: reason.code, note: wrong.note, rework: wrong.code });
					else onNamed({ reason: reason.code, note: reason.note });
					onClose();
				}}
			>
				<ReasonPicker label={t("missing-why")} reasons={reasons} value={reason} onChange={setReason} noteOnlyIfNeeded />
				{stays && <ReasonPicker label={t("keep-why")} reasons={faults} value={wrong} onChange={setWrong} />}
				{manager && <p>{t("missing-manager")}</p>}
				<Button type="submit" disabled={!complete}>
					{t("missing-save")}
				</Button>
			</form>
		</Modal>
	);
}
