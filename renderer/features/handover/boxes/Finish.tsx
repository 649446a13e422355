import { Button } from "@mantine/core";
import { IconPackageExport } from "@tabler/icons-react";
import type { HandoverView } from "../../../../preload/contract/handover.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { handoverTexts } from "../../../i18n/texts/handover.ts";
import classes from "../handover.module.css";
import { leavingJobs, type Need, openPieces, type Progress, sums } from "../state.ts";

type Props = {
	view: HandoverView;
	progress: Progress;
	missing: readonly Need[];
	busy: boolean;
	error: unknown;
	onComplete: () => void;
};

/** The one button at the end, and what it still waits for. */
export function Finish({ view, progress, missing, busy, error, onComplete }: Props) {
	const t = useTexts(handoverTexts);
	const format = useFormat();
	const sum = sums(view, progress);
	const said = missing.map((need) => {
		if (need === "pieces") return t("need-pieces", { count: openPieces(leavingJobs(view, progress), progress) });
		return need === "money" ? t("need-money", { amount: format.money(sum.restFen) }) : t(`need-${need}`);
	});
	return (
		<footer className={classes.finish}>
			{error !== undefined && <Failed inline error={error} />}
			{said.length > 0 && (
				<p className={classes.missing}>
					{t("still-missing")} {said.join(" · ")}
				</p>
			)}
			<Button
				size="lg"
				fullWidth
				loading={busy}
				disabled={missing.length > 0}
				leftSection={<IconPackageExport size={22} stroke={1.7} />}
				rightSection={<kbd className={classes.kbd}>F8</kbd>}
				onClick={onComplete}
			>
				{sum.takenFen > 0 ? t("complete-pay", { amount: format.money(sum.takenFen) }) : t("complete")}
			</Button>
		</footer>
	);
}
