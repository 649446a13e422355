import {
	IconAlertOctagon,
	IconCheck,
	IconPlayerPause,
	IconPlayerPlay,
	IconPlayerTrackNext,
	IconSend,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { StepView } from "../../../../preload/contract/bench.ts";
import { useKeys } from "../../../app/keys/keys.ts";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import shared from "../bench.module.css";
import classes from "./desk.module.css";

export type TargetsProps = {
	/** undefined: every step is done. */
	step: StepView | undefined;
	/** Somebody else works on it. */
	others: boolean;
	hasNext: boolean;
	busy: boolean;
	onStart: () => void;
	onFinish: (next: boolean) => void;
	onSend: () => void;
	onPause: () => void;
	onTrouble: () => void;
};

/** Three targets for gloved hands, at the same place whatever the state: go on, pause, trouble. Keys 1, 2, 3. */
export function Targets(props: TargetsProps) {
	const { step, others, hasNext, busy, onStart, onFinish, onSend, onPause, onTrouble } = props;
	const t = useTexts(benchTexts);
	const running = step?.state === "running";
	const first: { label: string; icon: ReactNode; run: () => void } = !step
		? { label: t("all-done-next"), icon: <IconSend aria-hidden />, run: onSend }
		: running
			? { label: t("done"), icon: <IconCheck aria-hidden />, run: () => onFinish(false) }
			: {
					label: step.hindered ? t("start-early") : step.state === "paused" ? t("resume") : t("start"),
					icon: <IconPlayerPlay aria-hidden />,
					run: onStart,
				};
	const chain = running && hasNext && step.cureHours === 0;
	// Listed backwards: the bar shows what was registered last first.
	useKeys([
		{ key: "G", label: t("take-over"), run: onStart, disabled: busy || !others },
		{ key: "N", label: t("done-next"), run: () => onFinish(true), bar: true, disabled: busy || !chain },
		{ key: "3", label: t("trouble"), run: onTrouble, bar: true, disabled: busy },
		{ key: "2", label: t("pause"), run: onPause, bar: true, disabled: busy || !running },
		{ key: "1", label: first.label, run: first.run, bar: true, disabled: busy },
	]);
	return (
		<div className={classes.targets}>
			<div className={classes.targetMain}>
				<Target look={step?.hindered ? "side" : "main"} hint="1" disabled={busy} onPress={first.run} icon={first.icon}>
					{first.label}
				</Target>
				{chain && !others && (
					<Target
						look="chain"
						hint="N"
						disabled={busy}
						onPress={() => onFinish(true)}
						icon={<IconPlayerTrackNext aria-hidden />}
					>
						{t("done-next")}
					</Target>
				)}
				{others && (
					<Target look="chain" hint="G" disabled={busy} onPress={onStart} icon={<IconPlayerPlay aria-hidden />}>
						{t("take-over")}
					</Target>
				)}
			</div>
			<Target look="side" hint="2" disabled={busy || !running} onPress={onPause} icon={<IconPlayerPause aria-hidden />}>
				{t("pause")}
			</Target>
			<Target look="trouble" hint="3" disabled={busy} onPress={onTrouble} icon={<IconAlertOctagon aria-hidden />}>
				{t("trouble")}
			</Target>
		</div>
	);
}

type TargetProps = {
	look: "main" | "chain" | "side" | "trouble";
	hint: string;
	disabled: boolean;
	onPress: () => void;
	icon: ReactNode;
	children: string;
};

function Target({ look, hint, disabled, onPress, icon, children }: TargetProps) {
	return (
		<button type="button" className={shared.target} data-look={look} disabled={disabled} onClick={onPress}>
			{icon}
			<span>{children}</span>
			<kbd>{hint}</kbd>
		</button>
	);
}
