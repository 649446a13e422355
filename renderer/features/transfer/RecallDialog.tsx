import { Button, Group, Modal, Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { type RecallReason, recallReasons } from "../../../domain/job/move/carriers.ts";
import type { ParcelView } from "../../../preload/contract/transfer.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { say } from "../../components/act/undo.tsx";
import { useTransferWords } from "./words.ts";

/** Takes a parcel back that nobody accepted: it is in this workshop's hands again. */
export function RecallDialog({ parcel, onClose }: { parcel: ParcelView | undefined; onClose: () => void }) {
	const { t } = useTransferWords();
	return (
		<Modal opened={parcel !== undefined} onClose={onClose} title={t("recall-title")} size="md">
			{parcel && <Recall key={parcel.parcelId} parcel={parcel} onDone={onClose} />}
		</Modal>
	);
}

function Recall({ parcel, onDone }: { parcel: ParcelView; onDone: () => void }) {
	const { t, named, own } = useTransferWords();
	const recall = useCommand("transfer.recall");
	const [reason, setReason] = useState<RecallReason>();
	const [note, setNote] = useState("");
	const ready = reason !== undefined && (reason !== "other" || note.trim() !== "");
	const take = () => {
		if (reason === undefined) return;
		const { parcelId } = parcel;
		recall.mutate(
			{ parcelId, reason, note },
			{
				onSuccess: () => {
					say(t("recalled"));
					onDone();
				},
			},
		);
	};
	return (
		<Stack gap="md">
			<strong>{t("route", { from: named(parcel.from), to: named(parcel.to) })}</strong>
			<Radio.Group
				label={t("recall-why")}
				value={reason ?? ""}
				onChange={(value) => setReason(recallReasons.find((each) => each === value))}
			>
				<Stack gap="xs" mt="xs">
					{recallReasons.map((each) => (
						<Radio key={each} value={each} label={own("reason", each)} />
					))}
				</Stack>
			</Radio.Group>
			{reason !== undefined && (
				<Textarea
					label={t(reason === "other" ? "recall-note" : "arrive-note")}
					required={reason === "other"}
					autosize
					minRows={2}
					maxLength={500}
					value={note}
					onChange={(event) => setNote(event.currentTarget.value)}
				/>
			)}
			<span>{t("recall-hint")}</span>
			{recall.error && <Failed inline error={recall.error} />}
			<Group>
				<Button disabled={!ready} loading={recall.isPending} onClick={take}>
					{t("recall-do")}
				</Button>
			</Group>
		</Stack>
	);
}
