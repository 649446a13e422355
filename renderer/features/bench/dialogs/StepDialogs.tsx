import { earlyStarts } from "../../../../domain/job/work/steps.ts";
import type { BenchJob } from "../../../../preload/contract/bench.ts";
import { useStandard } from "../../../app/use-standard.ts";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import type { Desk } from "../desk/use-desk.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { TroubleDialog } from "./TroubleDialog.tsx";

/** Usual ones first, so that they keep the low numbers. */
const usual = ["waiting-part", "customer-asked", "shift-end", "machine-down", "curing"];

/** The questions around a step: why pause, why stop the clock, why early, what is wrong. */
export function StepDialogs({ job, desk }: { job: BenchJob; desk: Desk }) {
	const t = useTexts(benchTexts);
	const standard = useStandard();
	const marks = Object.fromEntries(job.clockPauses.map((why) => [why, t("stops-clock")]));
	const reasons = standard?.standard.reasons.pause ?? [];
	return (
		<>
			<ReasonDialog
				opened={desk.dialog === "pause"}
				title={t("pause-title")}
				list="pause"
				first={usual}
				marks={marks}
				hint={t("pause-again")}
				onClose={desk.close}
				onPick={desk.pause}
			/>
			<ReasonDialog
				opened={desk.dialog === "clock"}
				title={t("stop-clock")}
				choices={reasons
					.filter((reason) => job.clockPauses.includes(reason.code))
					.map((reason) => ({ code: reason.code, label: standard?.name(reason.name) ?? "" }))}
				onClose={desk.close}
				onPick={desk.stopClock}
			/>
			<ReasonDialog
				opened={desk.dialog === "early"}
				title={t("early-title")}
				choices={earlyStarts.map((code) => ({ code, label: t(`early-${code}`) }))}
				onClose={desk.close}
				onPick={(code) => {
					const early = earlyStarts.find((each) => each === code);
					if (early) desk.startEarly(early);
				}}
			/>
			<TroubleDialog
				opened={desk.dialog === "trouble"}
				step={desk.step}
				failure={desk.acts.failure}
				onClose={desk.close}
				onSave={desk.trouble}
			/>
		</>
	);
}
