import { Button } from "@mantine/core";
import { IconCamera } from "@tabler/icons-react";
import { useState } from "react";
import type { QcJob } from "../../../preload/contract/qc.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { CompareSlider } from "../../components/photo/CompareSlider.tsx";
import { PhotoStrip } from "../../components/photo/PhotoStrip.tsx";
import { useTexts } from "../../i18n/language.ts";
import { qcTexts } from "../../i18n/texts/qc.ts";
import { useName } from "../bench/words.ts";
import classes from "./qc.module.css";

/** Before and after of each view under one line to drag; below it every picture of the job. */
export function Compare({ qc, onShoot }: { qc: QcJob; onShoot: () => void }) {
	const t = useTexts(qcTexts);
	const name = useName();
	const [at, setAt] = useState(0);
	const pair = qc.pairs[Math.min(at, qc.pairs.length - 1)];
	const pieceName = (id: string | null) => name(qc.job.card.pieces.find((p) => p.id === id)?.name) || t("whole-item");
	if (!pair) {
		return (
			<>
				<Empty
					icon={IconCamera}
					title={t("no-pairs")}
					teach={t("no-pairs-next")}
					action={
						<Button size="lg" onClick={onShoot}>
							{t("take-after")}
						</Button>
					}
				/>
				<PhotoStrip size="sm" photos={qc.job.photos} />
			</>
		);
	}
	return (
		<>
			<h2 className={classes.title}>
				{t("compare")} <small>{pieceName(pair.pieceId)}</small>
			</h2>
			<CompareSlider key={pair.before} before={pair.before} after={pair.after} />
			{qc.pairs.length > 1 && (
				<PhotoStrip
					size="sm"
					photos={qc.pairs.map((each, k) => ({ handle: each.after, label: `${k + 1} ${pieceName(each.pieceId)}` }))}
					onOpen={(_, index) => setAt(index)}
				/>
			)}
		</>
	);
}
