import { Button, Checkbox, Group, Modal } from "@mantine/core";
import { useState } from "react";
import type { QcJob } from "../../../preload/contract/qc.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useStandard } from "../../app/use-standard.ts";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../i18n/language.ts";
import { qcTexts } from "../../i18n/texts/qc.ts";
import benchClasses from "../bench/bench.module.css";
import { useName } from "../bench/words.ts";
import classes from "./qc.module.css";
import type { QcActs } from "./use-qc.ts";

type Props = { qc: QcJob; desk: QcActs; opened: boolean; onClose: () => void };

/** Back to the bench: which points failed, why, what to do again. */
export function FailDialog({ opened, ...rest }: Props) {
	const t = useTexts(qcTexts);
	return (
		<Modal opened={opened} onClose={rest.onClose} title={t("fail-title")} size="min(64rem, 94vw)">
			{opened && <Failing {...rest} />}
		</Modal>
	);
}

const keyOf = (redo: QcJob["redo"][number]) => `${redo.operation} ${redo.pieceId ?? ""}`;

function Failing({ qc, desk, onClose }: Omit<Props, "opened">) {
	const t = useTexts(qcTexts);
	const name = useName();
	const standard = useStandard();
	const [value, setValue] = useState<ReasonValue>();
	const [redo, setRedo] = useState<readonly string[]>(qc.redo.length === 1 ? qc.redo.map(keyOf) : []);
	const reasons = (standard?.standard.reasons["qc-fail"] ?? []).map((reason) => ({
		code: reason.code,
		label: standard?.name(reason.name) ?? "",
		needsNote: reason.note === true,
	}));
	const complete = reasonComplete(value, reasons) && redo.length > 0 && desk.failed.length > 0;
	const pieceName = (id: string | null) => name(qc.job.card.pieces.find((p) => p.id === id)?.name) || t("whole-item");
	/** Marking a point also marks the work that answers for it. */
	const mark = (point: QcJob["points"][number], bad: boolean) => {
		desk.tick(point.code, !bad);
		if (!bad) return;
		const answering = qc.redo.filter((each) => point.operations.includes(each.operation)).map(keyOf);
		if (answering.length === 1) setRedo((now) => [...new Set([...now, ...answering])]);
	};
	return (
		<form
			className={benchClasses.dialog}
			onSubmit={async (event) => {
				event.preventDefault();
				if (!complete || !value) return;
				const chosen = qc.redo
					.filter((each) => redo.includes(keyOf(each)))
					.map(({ operation, pieceId }) => (pieceId ? { operation, pieceId } : { operation }));
				const sent = await desk.fail({ reason: value.code, words: value.note.trim(), redo: chosen });
				if (sent) onClose();
			}}
		>
			<fieldset className={classes.pick}>
				<legend>{t("fail-points")}</legend>
				{qc.points.map((point) => (
					<Checkbox
						key={point.code}
						size="md"
						label={name(point.name)}
						checked={desk.failed.includes(point.code)}
						onChange={(event) => mark(point, event.currentTarget.checked)}
					/>
				))}
			</fieldset>
			<fieldset className={classes.pick}>
				<legend>{t("fail-redo")}</legend>
				{qc.redo.map((each) => (
					<Checkbox
						key={keyOf(each)}
						size="md"
						label={`${name(each.name)} · ${pieceName(each.pieceId)}`}
						checked={redo.includes(keyOf(each))}
						onChange={(event) => {
							const key = keyOf(each);
							const on = event.currentTarget.checked;
							setRedo((now) => (on ? [...now, key] : now.filter((k) => k !== key)));
						}}
					/>
				))}
			</fieldset>
			<ReasonPicker label={t("fail-reason")} reasons={reasons} value={value} onChange={setValue} />
			{desk.acts.failure !== undefined && <Failed inline error={desk.acts.failure} />}
			<Group justify="flex-end">
				<Button size="lg" variant="default" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button size="lg" type="submit" disabled={!complete || desk.acts.busy}>
					{t("fail-save")}
				</Button>
			</Group>
		</form>
	);
}
