import { Modal, Select } from "@mantine/core";
import { IconId } from "@tabler/icons-react";
import { useState } from "react";
import type { Approval } from "../../../preload/contract/fields.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useTexts } from "../../i18n/language.ts";
import { componentTexts } from "../../i18n/texts/components.ts";
import { useScan } from "../../scan/bus.ts";
import { PinPad } from "../input/PinPad.tsx";
import classes from "./act.module.css";

export type ApprovalDialogProps = {
	opened: boolean;
	onClose: () => void;
	/** What is approved, in one sentence: 单价低于目录 12%. */
	what: string;
	/** Who may approve it. */
	people: readonly { id: string; name: string }[];
	/** Does the act with this approval. A rejection is shown and the dialog stays open. */
	onApprove: (approval: Approval) => Promise<unknown>;
	title?: string;
};

/** A second person stands behind an act: one scan of their badge, or their name and PIN. */
export function ApprovalDialog({ opened, onClose, what, people, onApprove, title }: ApprovalDialogProps) {
	const t = useTexts(componentTexts);
	return (
		<Modal opened={opened} onClose={onClose} title={title ?? t("approve-title")} size="sm">
			{opened && <Approving what={what} people={people} onApprove={onApprove} onClose={onClose} />}
		</Modal>
	);
}

function Approving({
	what,
	people,
	onApprove,
	onClose,
}: Pick<ApprovalDialogProps, "what" | "people" | "onApprove" | "onClose">) {
	const t = useTexts(componentTexts);
	const [person, setPerson] = useState<string | null>(people.length === 1 ? (people[0]?.id ?? null) : null);
	const [error, setError] = useState<unknown>();
	const approve = async (approval: Approval) => {
		setError(undefined);
		try {
			await onApprove(approval);
			onClose();
			return true;
		} catch (thrown) {
			setError(thrown);
			return false;
		}
	};
	useScan(
		async ({ text }) => {
			const approved = await approve({ badge: text });
			return { label: t(approved ? "done" : "approve-wrong"), tone: approved ? "understood" : "attention" };
		},
		{ layer: "modal" },
	);
	return (
		<div className={classes.approval}>
			<p className={classes.what}>{what}</p>
			<div className={classes.badge} data-autofocus tabIndex={-1}>
				<IconId size={32} stroke={1.5} aria-hidden />
				<strong>{t("approve-scan")}</strong>
			</div>
			<p className={classes.or}>{t("approve-or-pin")}</p>
			<Select
				label={t("approve-person")}
				data={people.map(({ id, name }) => ({ value: id, label: name }))}
				value={person}
				onChange={setPerson}
			/>
			{error !== undefined && <Failed inline error={error} />}
			<div className={classes.pad}>
				<PinPad disabled={person === null} onEnter={(pin) => person !== null && approve({ person, pin })} />
			</div>
		</div>
	);
}
