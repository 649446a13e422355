import { Button, Checkbox, Group, Modal } from "@mantine/core";
import { useState } from "react";
import type { StepView } from "../../../../preload/contract/bench.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useStandard } from "../../../app/use-standard.ts";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import classes from "../bench.module.css";

export type TroubleDialogProps = {
	opened: boolean;
	step: StepView | undefined;
	failure: unknown;
	onClose: () => void;
	onSave: (trouble: { reason: string; words: string; stop: boolean }) => void;
};

/** Something is wrong: what, a few words, whether the step stops. */
export function TroubleDialog({ opened, ...rest }: TroubleDialogProps) {
	const t = useTexts(benchTexts);
	return (
		<Modal opened={opened} onClose={rest.onClose} title={t("trouble-title")} size="xl">
			{opened && <Trouble {...rest} />}
		</Modal>
	);
}

function Trouble({ step, failure, onClose, onSave }: Omit<TroubleDialogProps, "opened">) {
	const t = useTexts(benchTexts);
	const standard = useStandard();
	const [value, setValue] = useState<ReasonValue>();
	const [stop, setStop] = useState(true);
	const reasons = (standard?.standard.reasons.trouble ?? []).map((reason) => ({
		code: reason.code,
		label: standard?.name(reason.name) ?? "",
		needsNote: reason.note === true,
	}));
	const complete = reasonComplete(value, reasons);
	const running = step?.state === "running";
	return (
		<form
			className={classes.dialog}
			onSubmit={(event) => {
				event.preventDefault();
				if (complete) onSave({ reason: value.code, words: value.note.trim(), stop: running && stop });
			}}
		>
			<ReasonPicker label={t("trouble-pick")} reasons={reasons} value={value} onChange={setValue} />
			{running && (
				<Checkbox
					size="lg"
					label={t("trouble-stop")}
					checked={stop}
					onChange={(e) => setStop(e.currentTarget.checked)}
				/>
			)}
			{failure !== undefined && <Failed inline error={failure} />}
			<Group justify="flex-end">
				<Button size="lg" variant="default" onClick={onClose}>
					{t("cancel")}
				</Button>
				<Button size="lg" type="submit" disabled={!complete}>
					{t("trouble-save")}
				</Button>
			</Group>
		</form>
	);
}
