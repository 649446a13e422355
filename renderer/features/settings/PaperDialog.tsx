import { Modal } from "@mantine/core";
import { mediaUrl } from "../../app/client.ts";
import { PaperActions } from "../../components/paper/PaperActions.tsx";
import { PdfPreview } from "../../components/paper/PdfPreview.tsx";
import classes from "./settings.module.css";

export type MadePaper = { handle: string; title: string; note?: string };

/** A sheet just made: to see, print, keep. */
export function PaperDialog({ paper, onClose }: { paper: MadePaper | undefined; onClose: () => void }) {
	return (
		<Modal opened={paper !== undefined} onClose={onClose} title={paper?.title} size="xl">
			{paper && (
				<div className={classes.paper}>
					{paper.note && <p>{paper.note}</p>}
					<PaperActions handle={paper.handle} fileName={`${paper.title}.pdf`} />
					<PdfPreview url={mediaUrl(paper.handle)} label={paper.title} width={560} />
				</div>
			)}
		</Modal>
	);
}
