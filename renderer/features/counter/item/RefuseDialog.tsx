import { Button, Group, Modal } from "@mantine/core";
import { useState } from "react";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import type { CallInput } from "../../../app/client.ts";
import { call } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { usePerson } from "../../../app/workstation.ts";
import { ApprovalDialog } from "../../../components/act/ApprovalDialog.tsx";
import { say } from "../../../components/act/undo.tsx";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import { removeItem } from "../draft/edit.ts";
import classes from "./item.module.css";

type Props = { item: ItemDraft; onClose: () => void };
type Approval = CallInput<"item.refuse">["approval"];

/** Turns an item away: only coded reasons, on its record for good, a manager's where the standard says so. */
export function RefuseDialog({ item, onClose }: Props) {
	const t = useTexts(intakeTexts);
	const { orderId, standard, save, change } = useIntake();
	const person = usePerson();
	const { data } = useQueryCall("session.people", {});
	const [value, setValue] = useState<ReasonValue>();
	const [asking, setAsking] = useState(false);
	const [error, setError] = useState<unknown>();
	const coded = standard.standard.reasons["refusal-at-intake"] ?? [];
	const reasons = coded.map((reason) => ({
		code: reason.code,
		label: standard.name(reason.name),
		needsNote: reason.note ?? false,
	}));
	const chosen = coded.find((reason) => reason.code === value?.code);
	const managers = (data?.people ?? []).filter((each) => each.roles.includes("manager"));

	const refuse = async (approval?: Approval) => {
		if (!value) return;
		await save();
		await call("item.refuse", {
			orderId,
			itemId: item.itemId,
			key: item.key,
			reason: value.code,
			note: value.note.trim(),
			...(approval ? { approval } : {}),
		});
		change(removeItem(item.key));
		say(t("refused-done"));
		onClose();
	};
	const start = () => {
		setError(undefined);
		if (chosen?.manager && !person?.roles.includes("manager")) setAsking(true);
		else refuse().catch(setError);
	};
	return (
		<>
			<Modal opened={!asking} onClose={onClose} title={t("refuse-title")} size="lg">
				<p className={classes.hint}>{t("refuse-hint")}</p>
				<ReasonPicker label={t("refuse-reason")} reasons={reasons} value={value} onChange={setValue} noteOnlyIfNeeded />
				{error !== undefined && <Failed inline error={error} />}
				<Group mt="md" justify="flex-end">
					<Button color="red" disabled={!reasonComplete(value, reasons)} onClick={start}>
						{t("refuse-do")}
					</Button>
				</Group>
			</Modal>
			<ApprovalDialog
				opened={asking}
				onClose={() => setAsking(false)}
				what={t("refuse-approve", { reason: chosen ? standard.name(chosen.name) : "" })}
				people={managers}
				onApprove={refuse}
			/>
		</>
	);
}
