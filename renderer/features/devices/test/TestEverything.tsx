import { Button, Group, Modal } from "@mantine/core";
import { useEffect, useEffectEvent, useState } from "react";
import type { CallOutput } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { deviceTestTexts } from "../../../i18n/texts/device-test.ts";
import classes from "../devices.module.css";
import { PrintStep } from "./PrintStep.tsx";
import { Results } from "./Results.tsx";
import { ScanStep } from "./ScanStep.tsx";
import { CameraStep, SoundsStep } from "./SenseSteps.tsx";
import { foregone, type Outcome, type Result, type Step, stepsFor } from "./steps.ts";

type Devices = Pick<CallOutput<"devices.list">, "devices">;

/** Everything tried in turn, each step with its outcome and reason; the whole is signed and kept. */
export function TestEverything({ list, onClose }: { list: Devices; onClose: () => void }) {
	const t = useTexts(deviceTestTexts);
	const [round, setRound] = useState(1);
	return (
		<Modal opened onClose={onClose} title={t("title")} size="xl" closeOnClickOutside={false}>
			<Round key={round} list={list} onAgain={() => setRound(round + 1)} onClose={onClose} />
		</Modal>
	);
}

function Round({ list, onAgain, onClose }: { list: Devices; onAgain: () => void; onClose: () => void }) {
	const t = useTexts(deviceTestTexts);
	// As they were at the start: a printer that goes away meanwhile fails its step, it doesn't lose it.
	const [steps] = useState(() => stepsFor(list.devices));
	/** The code of the label printed last: it is scanned back next. */
	const [testCode, setTestCode] = useState<string>();
	const [results, setResults] = useState<readonly Result[]>([]);
	const keep = useCommand("devices.keepTest");
	const step = steps[results.length];
	const done = (which: Step, { outcome, reason, name }: Outcome) =>
		setResults((now) => {
			// An answer that comes twice, or too late, counts once.
			if (steps[now.length] !== which) return now;
			return [...now, { device: which.device, name: name || which.name, outcome, reason }];
		});
	const begin = useEffectEvent(() => {
		if (step) {
			const known = foregone(step, results);
			if (known) done(step, known);
		} else keep.mutate({ results: [...results] });
	});
	useEffect(() => begin(), [results.length]);
	if (!step) {
		const well = results.every(({ outcome }) => outcome !== "fail");
		return (
			<div className={classes.column}>
				<Meaning meaning={well ? "done" : "blocked"} size="lg">
					{well ? t("done-pass") : t("done-mixed")}
				</Meaning>
				<Results results={results} />
				{keep.data && <span role="status">{t("signed", { by: keep.data.by, entry: keep.data.entry })}</span>}
				{keep.error && <Failed inline error={keep.error} onRetry={() => keep.mutate({ results: [...results] })} />}
				<Group gap="xs">
					<Button onClick={onClose} data-autofocus>
						{t("close")}
					</Button>
					<Button variant="default" onClick={onAgain}>
						{t("again")}
					</Button>
				</Group>
			</div>
		);
	}
	const finish = (outcome: Outcome) => done(step, outcome);
	return (
		<div className={classes.column}>
			{/* Nothing to type into has the focus, so that a scan is heard as one. */}
			<span className={classes.soft} tabIndex={-1} data-autofocus>
				{t("intro")}
			</span>
			<Results results={results} />
			<section className={classes.now} aria-label={`${t(`device_${step.device}`)} ${step.name}`.trim()}>
				<h3>
					{results.length + 1}/{steps.length} {t(`device_${step.device}`)} {step.name}
				</h3>
				<div className={classes.nowActs} key={results.length}>
					<Current step={step} testCode={testCode} onSent={setTestCode} onDone={finish} />
				</div>
			</section>
			<ul className={classes.changes}>
				{steps.slice(results.length + 1).map((later, at) => (
					<li key={at} className={classes.soft}>
						{t("waiting")} · {t(`device_${later.device}`)} {later.name}
					</li>
				))}
			</ul>
			<Button variant="default" onClick={onClose}>
				{t("stop")}
			</Button>
		</div>
	);
}

type CurrentProps = {
	step: Step;
	testCode: string | undefined;
	onSent: (code: string) => void;
	onDone: (outcome: Outcome) => void;
};

function Current({ step, testCode, onSent, onDone }: CurrentProps) {
	switch (step.device) {
		case "label-printer":
		case "paper-printer":
			return step.id === undefined ? null : (
				<PrintStep id={step.id} device={step.device} onSent={onSent} onDone={onDone} />
			);
		case "scan":
			return <ScanStep name={step.name} testCode={testCode} onDone={onDone} />;
		case "camera":
			return <CameraStep onDone={onDone} />;
		case "sounds":
			return <SoundsStep onDone={onDone} />;
	}
}
