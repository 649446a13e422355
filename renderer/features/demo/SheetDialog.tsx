import { Modal } from "@mantine/core";
import { mediaUrl } from "../../app/client.ts";
import { PaperActions } from "../../components/paper/PaperActions.tsx";
import { PdfPreview } from "../../components/paper/PdfPreview.tsx";
import { useTexts } from "../../i18n/language.ts";
import { demoTexts } from "../../i18n/texts/demo.ts";
import classes from "./demo.module.css";

type Props = { paper: { handle: string; fileName: string } | undefined; onClose: () => void };

/** The sheet of codes: to see, print, keep. */
export function SheetDialog({ paper, onClose }: Props) {
	const t = useTexts(demoTexts);
	return (
		<Modal opened={paper !== undefined} onClose={onClose} title={t("sheet-title")} size="xl">
			{paper && (
				<div className={classes.sheet}>
					<p>{t("sheet-note")}</p>
					<PaperActions handle={paper.handle} fileName={paper.fileName} />
					<PdfPreview url={mediaUrl(paper.handle)} label={t("sheet-title")} width={640} />
				</div>
			)}
		</Modal>
	);
}
