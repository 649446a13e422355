import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Select, Textarea } from "@mantine/core";
import { IconArrowLeft, IconPlus, IconTrash } from "@tabler/icons-react";
import { type Measure, measureKinds, severities } from "../../../../domain/finding/finding.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import type { Names } from "../use-names.ts";
import { EvidenceList } from "./EvidenceList.tsx";
import { FaultPicker } from "./FaultPicker.tsx";
import classes from "./finding.module.css";
import { type FindingDraft, withFault } from "./finding-draft.ts";

export type FindingEditorProps = {
	page: JobPage;
	names: Names;
	draft: FindingDraft;
	onChange: (draft: FindingDraft) => void;
	onSave: () => void;
	onClose: () => void;
	busy: boolean;
	failure: unknown;
	/** The number its pins carry. */
	number: number;
};

/** One finding: the fault first, then what the table already filled in, the evidence, measures, a note. */
export function FindingEditor(props: FindingEditorProps) {
	const { page, names, draft, onChange, onSave, onClose, busy, failure, number } = props;
	const t = useTexts(inspectionTexts);
	const set = (change: Partial<FindingDraft>) => onChange({ ...draft, ...change });
	const ready = draft.fault !== "" && draft.component !== "";
	useKeys(
		[
			{ key: "Escape", label: t("close"), run: onClose },
			{ key: "Ctrl+Enter", label: t(draft.id ? "save" : "save-new"), run: onSave, disabled: !ready || busy, bar: true },
		],
		"part",
	);
	return (
		<div className={classes.editor}>
			<div className={classes.editorHead}>
				<ActionIcon variant="subtle" color="gray" aria-label={t("close")} onClick={onClose}>
					<IconArrowLeft size={20} stroke={1.8} />
				</ActionIcon>
				<b className={classes.number}>{number}</b>
				{draft.fault ? (
					<button type="button" className={classes.chosenFault} onClick={() => set({ fault: "" })}>
						<strong>{names.fault(draft.fault)}</strong> <code>{draft.fault}</code>
					</button>
				) : (
					<strong>{t("add")}</strong>
				)}
				<Button ml="auto" disabled={!ready} loading={busy} onClick={onSave} rightSection={<kbd>Ctrl ↵</kbd>}>
					{t(draft.id ? "save" : "save-new")}
				</Button>
			</div>
			{failure !== undefined && <Failed inline error={failure} />}
			{draft.fault === "" ? (
				<FaultPicker
					names={names}
					category={page.item.category}
					onPick={(fault) => onChange(withFault(draft, fault, page, names))}
				/>
			) : (
				<>
					<Where page={page} names={names} draft={draft} set={set} />
					<EvidenceList
						names={names}
						fault={draft.fault}
						category={page.item.category}
						value={draft.evidence}
						onChange={(evidence) => set({ evidence })}
					/>
					<Measures names={names} value={draft.measures} onChange={(measures) => set({ measures })} />
					{draft.pins.length > 0 && (
						<Button variant="subtle" color="gray" size="compact-sm" onClick={() => set({ pins: [] })}>
							{t("pin-remove", { count: draft.pins.length })}
						</Button>
					)}
					<Textarea
						label={t("note")}
						autosize
						minRows={1}
						maxLength={500}
						value={draft.note}
						onChange={(event) => set({ note: event.currentTarget.value })}
					/>
				</>
			)}
		</div>
	);
}

type PartProps = Pick<FindingEditorProps, "page" | "names" | "draft"> & {
	set: (change: Partial<FindingDraft>) => void;
};

function Where({ page, names, draft, set }: PartProps) {
	const t = useTexts(inspectionTexts);
	const { category } = page.item;
	const usual = names.standard.faults.get(draft.fault)?.components ?? [];
	const all = names.standard.standard.vocab.components.filter((c) => c.categories.some((each) => each === category));
	const sorted = [...all].sort((a, b) => Number(usual.includes(b.code)) - Number(usual.includes(a.code)));
	const materials = names.standard.standard.vocab.materials.filter((m) => m.categories.some((c) => c === category));
	return (
		<>
			<Group grow gap="sm" align="flex-end">
				<Select
					label={t("component")}
					searchable
					data={sorted.map((c) => ({ value: c.code, label: names.text(c.name) }))}
					value={draft.component || null}
					onChange={(component) => component && set({ component })}
				/>
				<Select
					label={t("material")}
					searchable
					clearable
					placeholder={t("material-unknown")}
					data={materials.map((m) => ({ value: m.code, label: names.text(m.name) }))}
					value={draft.material || null}
					onChange={(material) => set({ material: material ?? "" })}
				/>
			</Group>
			<Group gap="md" align="flex-end">
				<Choice
					label={t("severity")}
					data={severities.map((s) => ({ value: s, label: names.severity(s) }))}
					value={draft.severity}
					onChange={(severity) => set({ severity: severity as FindingDraft["severity"] })}
				/>
				{page.pieces.length > 1 && (
					<Choice
						label={t("piece")}
						data={[
							{ value: "", label: t("whole") },
							...page.pieces.map((p) => ({ value: p.id, label: names.text(p.name) })),
						]}
						value={draft.pieceId}
						onChange={(pieceId) => set({ pieceId })}
					/>
				)}
			</Group>
		</>
	);
}

type ChoiceProps = {
	label: string;
	data: { value: string; label: string }[];
	value: string;
	onChange: (value: string) => void;
};

function Choice({ label, data, value, onChange }: ChoiceProps) {
	return (
		<div className={classes.choice}>
			<span>{label}</span>
			<SegmentedControl aria-label={label} data={data} value={value} onChange={onChange} />
		</div>
	);
}

type MeasuresProps = { names: Names; value: readonly Measure[]; onChange: (value: Measure[]) => void };

function Measures({ names, value, onChange }: MeasuresProps) {
	const t = useTexts(inspectionTexts);
	const free = measureKinds.filter((kind) => !value.some((m) => m.kind === kind));
	const [next] = free;
	const change = (index: number, now: Measure) => onChange(value.map((m, i) => (i === index ? now : m)));
	return (
		<div className={classes.measures}>
			{value.map((measure, index) => (
				<Group key={measure.kind} gap="xs" wrap="nowrap">
					<Select
						aria-label={t("measures")}
						data={[measure.kind, ...free].map((kind) => ({ value: kind, label: names.measure(kind) }))}
						value={measure.kind}
						onChange={(kind) => kind && change(index, { ...measure, kind: kind as Measure["kind"] })}
					/>
					<NumberInput
						aria-label={names.measure(measure.kind)}
						allowDecimal={false}
						allowNegative={false}
						max={1_000_000}
						value={measure.value}
						onChange={(now) => typeof now === "number" && change(index, { ...measure, value: now })}
					/>
					<ActionIcon
						variant="subtle"
						color="gray"
						aria-label={t("measure-remove")}
						onClick={() => onChange(value.filter((m) => m !== measure))}
					>
						<IconTrash size={18} stroke={1.7} />
					</ActionIcon>
				</Group>
			))}
			{next && value.length < 8 && (
				<Button
					variant="subtle"
					color="gray"
					size="compact-sm"
					leftSection={<IconPlus size={16} />}
					onClick={() => onChange([...value, { kind: next, value: 0 }])}
				>
					{t("measure-add")}
				</Button>
			)}
		</div>
	);
}
