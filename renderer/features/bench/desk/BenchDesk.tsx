import { Button, SegmentedControl } from "@mantine/core";
import { IconArrowBackUp, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { BenchJob } from "../../../../preload/contract/bench.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { usePerson } from "../../../app/workstation.ts";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import { PhotoDialog } from "../dialogs/PhotoDialog.tsx";
import { StepDialogs } from "../dialogs/StepDialogs.tsx";
import { Steps } from "../StepsPanel.tsx";
import { BenchHead } from "./BenchHead.tsx";
import { ClosedNow } from "./ClosedNow.tsx";
import classes from "./desk.module.css";
import { HandStrip } from "./HandStrip.tsx";
import { PartsPanel } from "./PartsPanel.tsx";
import { SideInfo } from "./SideInfo.tsx";
import { StepNow } from "./StepNow.tsx";
import { Targets } from "./Targets.tsx";
import { type Desk, useDesk } from "./use-desk.ts";
import { useDeskScans } from "./use-desk-scans.ts";

const tabs = ["info", "steps", "parts"] as const;
type Tab = (typeof tabs)[number];

/** The job on the bench: the step now in the middle, three targets under it, what else is in hand left, the rest right. */
export function BenchDesk({ job }: { job: BenchJob }) {
	const t = useTexts(benchTexts);
	const person = usePerson();
	const [tab, setTab] = useState<Tab>("info");
	const desk = useDesk(job);
	useDeskScans(job, desk);
	useKeys([
		{ key: "I", label: t("info"), run: () => setTab("info") },
		{ key: "S", label: t("steps"), run: () => setTab("steps") },
		{ key: "P", label: t("parts"), run: () => setTab("parts"), bar: true },
		{ key: "T", label: t("take"), run: desk.take, disabled: job.closed !== null || job.mine },
		{ key: "F4", label: t("print-label"), run: () => void desk.printLabels(), bar: true },
		{ key: "F6", label: t("photo"), run: () => desk.open("photo"), bar: true, disabled: !desk.mayShoot },
	]);
	const { step } = desk;
	const worker = step?.runs.find((run) => run.toAt === null)?.by.id;
	const open = job.steps.filter((s) => s.state !== "done").length;
	return (
		<div className={classes.desk}>
			<HandStrip jobId={job.card.jobId} />
			<div className={classes.middle}>
				<BenchHead job={job} desk={desk} />
				{desk.acts.failure !== undefined && desk.dialog !== "trouble" && (
					<Failed inline error={desk.acts.failure} onRetry={desk.acts.clear} />
				)}
				{job.closed !== null ? (
					<>
						<DoneNote desk={desk} />
						<ClosedNow job={job} />
					</>
				) : (
					<>
						{step ? <StepNow job={job} step={step} /> : <AllDone />}
						<DoneNote desk={desk} />
						<Targets
							step={step}
							others={worker !== undefined && worker !== person?.id}
							hasNext={open > 1}
							busy={desk.acts.busy}
							onStart={desk.start}
							onFinish={desk.finish}
							onSend={desk.send}
							onPause={() => desk.open("pause")}
							onTrouble={() => desk.open("trouble")}
						/>
					</>
				)}
			</div>
			<aside className={classes.side}>
				<SegmentedControl
					fullWidth
					value={tab}
					onChange={(value) => setTab(tabs.find((each) => each === value) ?? "info")}
					data={tabs.map((each) => ({ value: each, label: t(each) }))}
				/>
				<div className={classes.sideBody}>
					{tab === "info" && <SideInfo job={job} />}
					{tab === "steps" && <Steps job={job} />}
					{tab === "parts" && <PartsPanel job={job} acts={desk.acts} closed={job.closed !== null} />}
				</div>
			</aside>
			<StepDialogs job={job} desk={desk} />
			<PhotoDialog
				opened={desk.dialog === "photo"}
				job={job}
				acts={desk.acts}
				shows={open <= 1 || job.closed !== null ? "after" : "step"}
				onClose={desk.close}
			/>
		</div>
	);
}

/** What was just done, and the way back. Keeps its place, so that the targets never move. */
function DoneNote({ desk }: { desk: Desk }) {
	const t = useTexts(benchTexts);
	useKeys([{ key: "U", label: t("undo"), run: desk.undo, disabled: desk.note?.undo === undefined }]);
	return (
		<p className={classes.note} role="status">
			{desk.note && (
				<>
					<IconCheck size="1.2em" stroke={2.4} aria-hidden />
					<span>{desk.note.message}</span>
					{desk.note.undo && (
						<Button
							variant="default"
							leftSection={<IconArrowBackUp size={20} stroke={1.8} />}
							rightSection={<kbd className={classes.noteKey}>U</kbd>}
							onClick={desk.undo}
						>
							{t("undo")}
						</Button>
					)}
				</>
			)}
		</p>
	);
}

function AllDone() {
	const t = useTexts(benchTexts);
	return (
		<section className={classes.now}>
			<h2 className={classes.nowTitle}>{t("all-done")}</h2>
		</section>
	);
}
