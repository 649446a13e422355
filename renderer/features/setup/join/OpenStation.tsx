/** The last questions of a PC that joined: its number, a manager's PIN, backups, recovery sheet. */
import { NumberInput, Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { CallOutput } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { PinTwice } from "../../../components/door/PinTwice.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { joinTexts } from "../../../i18n/texts/join.ts";
import { type Draft, firstDraft } from "../draft.ts";
import { BackupStep, SheetStep } from "../SafetySteps.tsx";
import { StepFoot } from "../StepFoot.tsx";
import classes from "../setup.module.css";
import type { Joining } from "./JoinStore.tsx";

type Ready = NonNullable<Joining["ready"]>;
const order = ["station", "manager", "backup", "sheet"] as const;

type Props = { defaults: CallOutput<"setup.defaults">; ready: Ready; label: string };

export function OpenStation({ defaults, ready, label }: Props) {
	const t = useTexts(joinTexts);
	const { centreName, stationNumber } = ready;
	const [draft, setDraft] = useState<Draft>(() => ({
		...firstDraft(defaults),
		...{ centreName, stationNumber, stationLabel: label },
	}));
	const [manager, setManager] = useState(ready.managers[0]?.id ?? "");
	const [at, setAt] = useState(0);
	const open = useCommand("setup.openStation");
	const name = order[at] ?? "station";
	const last = at === order.length - 1;
	const taken = ready.usedStations.includes(draft.stationNumber);
	const complete = {
		station: draft.stationNumber >= 1 && draft.stationNumber <= 99 && !taken,
		manager: manager !== "" && draft.pin !== undefined,
		backup: draft.backupLater || draft.backupFolder.trim() !== "",
		sheet: draft.recovery !== undefined,
	}[name];
	const change = (part: Partial<Draft>) => {
		open.reset();
		setDraft((before) => ({ ...before, ...part }));
	};
	const goOn = () => {
		if (!complete || open.isPending) return;
		if (!last) return setAt(at + 1);
		const { pin, recovery, backupLater, backupFolder, stationLabel } = draft;
		if (!pin || !recovery) return;
		const folder = backupLater ? null : backupFolder;
		open.mutate({
			...{ stationNumber: draft.stationNumber, stationLabel, manager, pin, backupFolder: folder, recovery },
		});
	};
	return (
		<div className={classes.restore}>
			<form
				className={classes.step}
				onSubmit={(event) => {
					event.preventDefault();
					goOn();
				}}
			>
				<p className={classes.count}>{t("step-of", { step: at + 1, count: order.length })}</p>
				<h1>{t(`${name}-title`)}</h1>
				{name !== "sheet" && (
					<p className={classes.why}>{t(`${name}-why`, { used: ready.usedStations.join(" / ") })}</p>
				)}
				<div className={classes.body}>
					{name === "station" && <StationFields draft={draft} change={change} />}
					{name === "manager" && (
						<Stack gap="lg">
							<Radio.Group label={t("manager")} value={manager} onChange={setManager}>
								<Stack gap="xs" mt="xs">
									{ready.managers.map((person) => (
										<Radio key={person.id} size="md" value={person.id} label={`${person.name} · ${person.number}`} />
									))}
								</Stack>
							</Radio.Group>
							<PinTwice value={draft.pin} onChange={(pin) => change({ pin })} />
						</Stack>
					)}
					{name === "backup" && <BackupStep draft={draft} change={change} />}
					{name === "sheet" && <SheetStep draft={draft} change={change} />}
				</div>
				{open.error && <Failed inline error={open.error} />}
				<StepFoot
					back={t("back")}
					first={at === 0}
					onBack={() => setAt(at - 1)}
					next={t(last ? "finish" : "next")}
					last={last}
					ready={complete}
					busy={open.isPending}
				/>
			</form>
		</div>
	);
}

function StationFields({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
	const t = useTexts(joinTexts);
	return (
		<Stack gap="md">
			<NumberInput
				size="md"
				w="12rem"
				label={t("station")}
				min={1}
				max={99}
				allowDecimal={false}
				value={draft.stationNumber}
				onChange={(value) => change({ stationNumber: Number(value) })}
			/>
			<TextInput
				size="md"
				label={t("station-label")}
				maxLength={60}
				value={draft.stationLabel}
				onChange={(event) => change({ stationLabel: event.currentTarget.value })}
			/>
		</Stack>
	);
}
