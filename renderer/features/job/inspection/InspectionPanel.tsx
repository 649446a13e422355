import { Button } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { Pin } from "../../../../domain/finding/finding.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import type { FindingView } from "../../../../preload/contract/job-fields.ts";
import { call } from "../../../app/client.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Empty } from "../../../app/states/Empty.tsx";
import { Failed } from "../../../app/states/Failed.tsx";
import { useMay } from "../../../app/workstation.ts";
import { useTexts } from "../../../i18n/language.ts";
import { inspectionTexts } from "../../../i18n/texts/inspection.ts";
import { FindingCard } from "../finding/FindingCard.tsx";
import { FindingEditor } from "../finding/FindingEditor.tsx";
import { draftOf, emptyDraft, type FindingDraft, inputOf } from "../finding/finding-draft.ts";
import type { JobActs } from "../use-job-acts.ts";
import type { Names } from "../use-names.ts";
import { InspectionDialogs, type Open } from "./InspectionDialogs.tsx";
import classes from "./inspection.module.css";
import { OutcomeBar } from "./OutcomeBar.tsx";
import { PhotoStage, type StagePin } from "./PhotoStage.tsx";
import { Said } from "./Said.tsx";
import { useDecide } from "./use-decide.ts";

export type InspectionPanelProps = { page: JobPage; names: Names; acts: JobActs; onQuote: () => void };

const lookStages = ["inspection", "quote", "repair"];

/** Photos with pins on the left, findings on the right, what becomes of the item below. */
export function InspectionPanel({ page, names, acts, onQuote }: InspectionPanelProps) {
	const t = useTexts(inspectionTexts);
	const [draft, setDraft] = useState<FindingDraft>();
	const [marked, setMarked] = useState<string>();
	const [open, setOpen] = useState<Open>();
	const decide = useDecide(page, names, acts);
	const open4work = lookStages.includes(page.stage);
	const mayLook = useMay("inspector", "technician") && open4work;
	const mayJudge = useMay("inspector") && open4work;
	const waiting = page.findings.filter((f) => !f.call || f.outdated);
	const simple = waiting.filter((f) => !decide.needsMore(f));

	const save = async () => {
		if (!draft) return;
		const { id, note } = draft;
		const zones = page.findings.find((f) => f.id === id)?.zones ?? [];
		const finding = inputOf(draft, zones);
		const more = note.trim() ? { note: note.trim() } : {};
		const done = await acts.run((at) =>
			id
				? call("inspection.changeFinding", { ...at, findingId: id, finding, ...more })
				: call("inspection.addFinding", { ...at, finding, ...more }),
		);
		if (done) setDraft(undefined);
	};
	const place = (pin: Pin) => {
		if (draft) return setDraft({ ...draft, pins: [...draft.pins, pin] });
		const finding = page.findings.find((f) => f.id === marked);
		if (!finding) return undefined;
		const input = inputOf({ ...draftOf(finding), pins: [...finding.pins, pin] }, finding.zones);
		return void acts.run((at) => call("inspection.changeFinding", { ...at, findingId: finding.id, finding: input }));
	};
	const start = () => {
		acts.clear();
		setDraft(emptyDraft);
	};
	const confirm = (finding: FindingView, stopUseTold: boolean) => {
		const { cause, outcome } = finding.proposal;
		decide.decide(finding, { cause, outcome, stopUseTold });
	};
	const [nextSimple] = simple;
	useKeys([
		{ key: "N", label: t("keys-new"), run: start, bar: mayLook, disabled: !mayLook || draft !== undefined },
		{
			key: "C",
			label: t("keys-confirm"),
			run: () => nextSimple && confirm(nextSimple, false),
			disabled: !mayJudge || !nextSimple,
		},
	]);

	const draftNumber = draft
		? page.findings.findIndex((f) => f.id === draft.id) + 1 || page.findings.length + 1
		: undefined;
	const markedAt = page.findings.findIndex((f) => f.id === marked && !f.agreed);
	const placing = draftNumber ?? (mayLook && markedAt >= 0 ? markedAt + 1 : undefined);
	const target = draft ? draft.id : marked;
	return (
		<div className={classes.panel}>
			<div className={classes.left}>
				<PhotoStage
					page={page}
					acts={acts}
					pins={pinsOf(page, names, draft, draftNumber, marked)}
					placing={placing}
					mayPin={mayLook}
					onPlace={place}
					onPin={(number) => setMarked(page.findings[number - 1]?.id)}
					findingId={target}
					what={what(page, names, draft, marked)}
				/>
				<Said page={page} names={names} />
			</div>
			<div className={classes.right}>
				{draft ? (
					<FindingEditor
						page={page}
						names={names}
						draft={draft}
						onChange={setDraft}
						onSave={() => void save()}
						onClose={() => setDraft(undefined)}
						busy={acts.busy}
						failure={acts.failure}
						number={draftNumber ?? 1}
					/>
				) : (
					<>
						<div className={classes.listHead}>
							<h2>{t("findings")}</h2>
							{mayJudge && simple.length > 1 && (
								<Button variant="default" size="xs" disabled={acts.busy} onClick={() => void decide.confirmAll(simple)}>
									{t("confirm-all")}
								</Button>
							)}
							{mayLook && (
								<Button size="xs" leftSection={<IconPlus size={16} />} rightSection={<kbd>N</kbd>} onClick={start}>
									{t("add")}
								</Button>
							)}
						</div>
						{acts.failure !== undefined && page.conflicts.length === 0 && <Failed inline error={acts.failure} />}
						{page.findings.length === 0 && (
							<Empty
								icon={IconSearch}
								title={t("empty")}
								teach={t(page.services.length > 0 ? "empty-service" : "empty-teach")}
							/>
						)}
						{page.findings.map((finding, index) => (
							<FindingCard
								key={finding.id}
								page={page}
								names={names}
								finding={finding}
								number={index + 1}
								marked={finding.id === marked}
								busy={acts.busy}
								onMark={() => setMarked(finding.id === marked ? undefined : finding.id)}
								onEdit={mayLook ? () => setDraft(draftOf(finding)) : undefined}
								onRemove={mayLook ? () => setOpen({ kind: "remove", finding }) : undefined}
								onConfirm={mayJudge ? (told) => confirm(finding, told) : undefined}
								onOtherwise={mayJudge ? () => setOpen({ kind: "call", finding }) : undefined}
							/>
						))}
					</>
				)}
			</div>
			<OutcomeBar
				page={page}
				names={names}
				acts={acts}
				waiting={waiting.length}
				mayJudge={mayJudge}
				onQuote={onQuote}
				onOther={() => setOpen({ kind: "outcome" })}
			/>
			<InspectionDialogs
				page={page}
				names={names}
				acts={acts}
				decide={decide}
				open={open}
				onClose={() => setOpen(undefined)}
			/>
		</div>
	);
}

/** Every finding's pins; those of the draft instead of the finding it changes. */
function pinsOf(
	page: JobPage,
	names: Names,
	draft: FindingDraft | undefined,
	draftNumber: number | undefined,
	marked: string | undefined,
): StagePin[] {
	const pins = page.findings.flatMap((finding, index) =>
		finding.id === draft?.id
			? []
			: finding.pins.map((pin) => ({
					...pin,
					number: index + 1,
					label: names.fault(finding.fault),
					marked: draft === undefined && finding.id === marked,
				})),
	);
	const own = (draft?.pins ?? []).map((pin) => ({
		...pin,
		number: draftNumber ?? 1,
		label: names.fault(draft?.fault ?? ""),
		marked: true,
	}));
	return [...pins, ...own];
}

function what(
	page: JobPage,
	names: Names,
	draft: FindingDraft | undefined,
	marked: string | undefined,
): string | undefined {
	const fault = draft ? draft.fault : page.findings.find((f) => f.id === marked)?.fault;
	return fault ? names.fault(fault) : undefined;
}
