import { ActionIcon, TagsInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { OrderJob } from "../../../../preload/contract/order.ts";
import { call } from "../../../app/client.ts";
import { say } from "../../../components/act/undo.tsx";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";
import classes from "../order.module.css";
import { useOrderWords } from "../words.ts";

/** Corrects what was written down at the counter: declared value, accessories, marks of the condition. */
export function CorrectJob({ job, onDone }: { job: OrderJob; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const words = useOrderWords();
	const reasons = words.reasons("correction");
	const [valueFen, setValueFen] = useState(job.declaredValueFen);
	const [accessories, setAccessories] = useState(job.accessories.map(words.piece));
	const [marks, setMarks] = useState(job.condition);
	const [reason, setReason] = useState<ReasonValue>();
	// A code stays a code while its word was not touched.
	const codes = accessories.map((word) => job.accessories.find((code) => words.piece(code) === word) ?? word);
	const changes = {
		...(valueFen === job.declaredValueFen ? {} : { declaredValueFen: valueFen }),
		...(codes.join("\n") === job.accessories.join("\n") ? {} : { accessories: codes }),
		...(marks.length === job.condition.length
			? {}
			: { condition: marks.map(({ pieceId, ...mark }) => (pieceId === null ? mark : { ...mark, pieceId })) }),
	};
	return (
		<ActForm
			label={t("save")}
			disabled={Object.keys(changes).length === 0 || !reasonComplete(reason, reasons)}
			onDone={onDone}
			onSubmit={async () => {
				if (!reasonComplete(reason, reasons)) return;
				const given = { code: reason.code, ...(reason.note ? { note: reason.note } : {}) };
				await call("order.correctJob", { jobId: job.jobId, version: job.version, changes, reason: given });
				say(t("saved"));
			}}
		>
			<MoneyInput data-autofocus label={t("declared-value")} valueFen={valueFen} onChangeFen={setValueFen} />
			<TagsInput
				label={t("accessories")}
				placeholder={t("accessories-add")}
				maxTags={20}
				value={accessories}
				onChange={setAccessories}
			/>
			<div>
				<strong>{t("condition")}</strong>
				{job.condition.length === 0 && <p className={classes.quiet}>{t("condition-none")}</p>}
				<div className={classes.chips}>
					{marks.map((mark) => (
						<span key={mark.id} className={classes.jobMark}>
							{words.mark(mark)}
							<ActionIcon
								size="xs"
								variant="subtle"
								color="gray"
								aria-label={t("condition-remove", { what: words.mark(mark) })}
								onClick={() => setMarks(marks.filter((m) => m.id !== mark.id))}
							>
								<IconX size={12} />
							</ActionIcon>
						</span>
					))}
				</div>
			</div>
			<ReasonPicker label={t("reason")} reasons={reasons} value={reason} onChange={setReason} noteOnlyIfNeeded />
		</ActForm>
	);
}
