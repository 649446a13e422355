/** A coded reason by one press: big, numbered, nothing to confirm. For pausing, taking back, returning a part. */
import { Modal } from "@mantine/core";
import type { ReasonList } from "../../../../domain/standard/rules.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { useStandard } from "../../../app/use-standard.ts";
import classes from "../bench.module.css";

export type Choice = { code: string; label: string; mark?: string };

export type ReasonDialogProps = {
	opened: boolean;
	title: string;
	onClose: () => void;
	onPick: (code: string) => void;
	/** Words under the choices. */
	hint?: string;
} & (
	| { list: ReasonList; first?: readonly string[]; marks?: Readonly<Record<string, string>> }
	| { choices: readonly Choice[] }
);

export function ReasonDialog(props: ReasonDialogProps) {
	const { opened, title, onClose, onPick, hint } = props;
	return (
		<Modal opened={opened} onClose={onClose} title={title} size="min(56rem, 94vw)">
			{opened && ("list" in props ? <Listed {...props} /> : <Choices choices={props.choices} onPick={onPick} />)}
			{hint && <p className={classes.dialogHint}>{hint}</p>}
		</Modal>
	);
}

/** The reasons of a list of the standard; `first` come first, `marks` stand behind their names. */
function Listed({ list, first = [], marks = {}, onPick }: Extract<ReasonDialogProps, { list: ReasonList }>) {
	const standard = useStandard();
	const reasons = standard?.standard.reasons[list] ?? [];
	const rank = (code: string) => (first.includes(code) ? first.indexOf(code) : first.length);
	const choices = [...reasons]
		.sort((a, b) => rank(a.code) - rank(b.code))
		.map((reason): Choice => {
			const mark = marks[reason.code];
			const label = standard?.name(reason.name) ?? "";
			return mark === undefined ? { code: reason.code, label } : { code: reason.code, label, mark };
		});
	return <Choices choices={choices} onPick={onPick} />;
}

function Choices({ choices, onPick }: { choices: readonly Choice[]; onPick: (code: string) => void }) {
	useKeys(
		choices.slice(0, 9).map(({ code, label }, at) => ({ key: String(at + 1), label, run: () => onPick(code) })),
		"modal",
	);
	return (
		<div className={classes.choices}>
			{choices.map(({ code, label, mark }, at) => (
				<button key={code} type="button" onClick={() => onPick(code)}>
					{at < 9 && <kbd>{at + 1}</kbd>}
					<span className={classes.choiceName}>{label}</span>
					{mark && <small>{mark}</small>}
				</button>
			))}
		</div>
	);
}
