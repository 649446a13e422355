import {
	Button,
	Checkbox,
	FileButton,
	Group,
	Modal,
	SegmentedControl,
	Stack,
	Textarea,
	TextInput,
} from "@mantine/core";
import { IconPhotoCheck, IconPhotoUp } from "@tabler/icons-react";
import { useState } from "react";
import type { JobPage } from "../../../../preload/contract/job.ts";
import { answerMeans } from "../../../../preload/contract/quote.ts";
import { call, putMedia } from "../../../app/client.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { SignaturePad } from "../../../components/input/SignaturePad.tsx";
import { pictureOfFile } from "../../../components/photo/picture/make-picture.ts";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import type { JobActs } from "../use-job-acts.ts";
import type { Names } from "../use-names.ts";
import classes from "./quote.module.css";

export type AnswerKind = "accepted" | "declined" | "changed";
type Means = (typeof answerMeans)[number];

export type AnswerDialogProps = {
	page: JobPage;
	names: Names;
	acts: JobActs;
	answer: AnswerKind;
	onClose: () => void;
};

/** The customer's answer and the trace it leaves: signature, paper, or channel, words and screenshot. */
export function AnswerDialog({ page, names, acts, answer, onClose }: AnswerDialogProps) {
	const t = useTexts(quoteTexts);
	const format = useFormat();
	const [quote] = page.quotes;
	const [means, setMeans] = useState<Means>(answer === "accepted" ? "signature" : "paper");
	const [signature, setSignature] = useState<Blob>();
	const [channel, setChannel] = useState("");
	const [words, setWords] = useState("");
	const [screenshot, setScreenshot] = useState<Blob>();
	const [reason, setReason] = useState<ReasonValue>();
	const [oldParts, setOldParts] = useState(false);
	const [testFee, setTestFee] = useState(false);
	const [odd, setOdd] = useState<unknown>();
	const reasons = names.reasons("decline");
	const away = means === "phone" || means === "chat";
	const agreedBefore = page.quotes.some((q) => q.answer?.answer === "accepted");
	const needsWords = away || answer === "changed";
	const ready =
		(means !== "signature" || signature !== undefined) &&
		(!away || channel.trim() !== "") &&
		(!needsWords || words.trim() !== "") &&
		(means !== "chat" || screenshot !== undefined) &&
		(answer !== "declined" || reasonComplete(reason, reasons));
	const send = (what: "signature" | "answer", bytes: Blob) =>
		call("quote.ticket", { jobId: page.jobId, what }).then(({ ticket }) => putMedia(ticket, bytes));
	const save = async () => {
		if (!quote) return;
		const done = await acts.run(async (at) => {
			const pictures = {
				...(means === "signature" && signature ? { signature: await send("signature", signature) } : {}),
				...(screenshot ? { screenshot: await send("answer", screenshot) } : {}),
			};
			return call("quote.answer", {
				...at,
				quoteVersion: quote.version,
				answer,
				means,
				...(away ? { channel: channel.trim() } : {}),
				...(words.trim() ? { words: words.trim() } : {}),
				...pictures,
				...(answer === "declined" && reason
					? { reason: { code: reason.code, ...(reason.note ? { note: reason.note } : {}) } }
					: {}),
				...(answer === "declined" && testFee ? { testFee } : {}),
				...(answer === "accepted" ? { returnOldParts: oldParts } : {}),
			});
		});
		if (done) onClose();
	};
	const label = t(answer === "accepted" ? "answer-go" : "answer-save");
	useKeys([{ key: "Ctrl+Enter", label, run: () => void save(), disabled: !ready || acts.busy }], "modal");
	const takeScreenshot = (file: File | null) => {
		setOdd(undefined);
		if (file) pictureOfFile(file).then(({ blob }) => setScreenshot(blob), setOdd);
	};
	const chooseMeans = (value: string) => {
		const next = value as Means;
		setMeans(next);
		if (next === "phone" || next === "chat") setChannel(t(`channel-${next}`));
	};

	if (!quote) return null;
	return (
		<Modal opened onClose={onClose} size="lg" title={t(`answer-${answer}`)}>
			<Stack gap="md" data-autofocus tabIndex={-1} className={classes.dialog}>
				<SegmentedControl
					fullWidth
					aria-label={t("means")}
					data={answerMeans.map((each) => ({ value: each, label: t(each) }))}
					value={means}
					onChange={chooseMeans}
				/>
				{answer === "declined" && (
					<ReasonPicker
						label={t("decline-reason")}
						reasons={reasons}
						value={reason}
						onChange={setReason}
						noteOnlyIfNeeded
					/>
				)}
				{away && (
					<TextInput
						label={t("channel")}
						required
						maxLength={60}
						value={channel}
						onChange={(event) => setChannel(event.currentTarget.value)}
					/>
				)}
				{needsWords && (
					<Textarea
						data-autofocus
						label={t(answer === "changed" ? "words-change" : "words")}
						required
						autosize
						minRows={2}
						maxLength={1000}
						value={words}
						onChange={(event) => setWords(event.currentTarget.value)}
					/>
				)}
				{means === "chat" && (
					<Group>
						<FileButton accept="image/*" onChange={takeScreenshot}>
							{(open) => (
								<Button
									{...open}
									variant="default"
									leftSection={screenshot ? <IconPhotoCheck size={18} /> : <IconPhotoUp size={18} />}
								>
									{t(screenshot ? "screenshot-there" : "screenshot-add")}
								</Button>
							)}
						</FileButton>
					</Group>
				)}
				{means === "signature" && (
					<SignaturePad
						caption={t("sign-what", {
							version: quote.version,
							money: format.money(quote.totals.customerFen),
						})}
						onChange={setSignature}
					/>
				)}
				{answer === "accepted" && (
					<Checkbox
						label={t("old-parts")}
						checked={oldParts}
						onChange={(event) => setOldParts(event.currentTarget.checked)}
					/>
				)}
				{answer === "declined" && !agreedBefore && page.testFeeFen > 0 && (
					<Checkbox
						label={t("test-fee", { money: format.money(page.testFeeFen) })}
						description={page.testFeePossible ? undefined : t("test-fee-not")}
						disabled={!page.testFeePossible}
						checked={testFee}
						onChange={(event) => setTestFee(event.currentTarget.checked)}
					/>
				)}
				{answer === "declined" && agreedBefore && <p>{t("as-agreed")}</p>}
				{(odd ?? acts.failure) !== undefined && <Failed inline error={odd ?? acts.failure} />}
				<Group justify="flex-end">
					<Button size="md" disabled={!ready} loading={acts.busy} onClick={() => void save()}>
						{label}
					</Button>
				</Group>
			</Stack>
		</Modal>
	);
}
