/** The questions of the set-up in their order: what each shows, and when it is answered. */
import type { ComponentType } from "react";
import { spansClash } from "../../components/door/hours.ts";
import { ContactStep, HoursStep, NamesStep, NumbersStep } from "./CentreSteps.tsx";
import type { Draft } from "./draft.ts";
import { BackupStep, ManagerStep, SheetStep } from "./SafetySteps.tsx";

export type StepProps = { draft: Draft; change: (part: Partial<Draft>) => void };

export const stepOrder = ["names", "numbers", "contact", "hours", "manager", "backup", "sheet"] as const;
export type StepName = (typeof stepOrder)[number];

const said = (text: string) => text.trim() !== "";

export const steps: Readonly<
	Record<StepName, { Body: ComponentType<StepProps>; complete: (draft: Draft) => boolean }>
> = {
	names: { Body: NamesStep, complete: (d) => said(d.brandName) && said(d.centreName) },
	numbers: {
		Body: NumbersStep,
		complete: (d) => /^\d{5}$/.test(d.code) && d.stationNumber >= 1 && d.stationNumber <= 99,
	},
	contact: { Body: ContactStep, complete: (d) => said(d.address) && said(d.phone) },
	hours: {
		Body: HoursStep,
		complete: ({ calendar }) => calendar.weekly.some((spans) => spans.length > 0) && !calendar.weekly.some(spansClash),
	},
	manager: { Body: ManagerStep, complete: (d) => said(d.managerName) && d.pin !== undefined },
	backup: { Body: BackupStep, complete: (d) => d.backupLater || said(d.backupFolder) },
	sheet: { Body: SheetStep, complete: (d) => d.recovery !== undefined },
};
