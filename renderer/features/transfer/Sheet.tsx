import { useEffect, useState } from "react";
import { call, mediaUrl } from "../../app/client.ts";
import { useKeys } from "../../app/keys/keys.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { PaperActions } from "../../components/paper/PaperActions.tsx";
import { PdfPreview } from "../../components/paper/PdfPreview.tsx";
import { printPaper } from "../../components/paper/print.ts";
import classes from "./transfer.module.css";
import { useTransferWords } from "./words.ts";

/** The sheet that goes into the box, ready to print. Made when it is looked at: it is kept nowhere. */
export function Sheet({ parcelId }: { parcelId: string }) {
	const { t } = useTransferWords();
	const [paper, setPaper] = useState<{ handle: string; fileName: string }>();
	const [failure, setFailure] = useState<unknown>();
	const [round, setRound] = useState(0);
	useEffect(() => {
		let over = false;
		setFailure(undefined);
		call("transfer.sheet", { parcelId }).then(
			(made) => !over && setPaper(made),
			(thrown: unknown) => !over && setFailure(thrown),
		);
		return () => {
			over = true;
		};
	}, [parcelId, round]);
	const print = () => {
		if (paper) printPaper(mediaUrl(paper.handle)).catch(setFailure);
	};
	useKeys([{ key: "F4", label: t("print-sheet"), run: print, bar: true, disabled: paper === undefined }]);
	return (
		<section className={classes.sheet} aria-label={t("sheet")}>
			<h2>{t("sheet")}</h2>
			<p className={classes.quiet}>{t("put-inside")}</p>
			{failure !== undefined && <Failed inline error={failure} onRetry={() => setRound(round + 1)} />}
			{paper && (
				<>
					<PaperActions {...paper} />
					<PdfPreview url={mediaUrl(paper.handle)} label={t("sheet")} width={400} />
				</>
			)}
		</section>
	);
}
