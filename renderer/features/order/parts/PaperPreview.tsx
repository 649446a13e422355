import { Modal } from "@mantine/core";
import { mediaUrl } from "../../../app/client.ts";
import { PaperActions } from "../../../components/paper/PaperActions.tsx";
import { PdfPreview } from "../../../components/paper/PdfPreview.tsx";
import classes from "../order.module.css";
import { useOrderWords } from "../words.ts";
import type { MadePaper } from "./use-papers.ts";

/** A paper just made: seen as it will come out, printed with Enter, or kept as a file. */
export function PaperPreview({ made, onClose }: { made: MadePaper | undefined; onClose: () => void }) {
	const words = useOrderWords();
	const title = made ? words.own("paper", made.paper) : "";
	return (
		<Modal opened={made !== undefined} onClose={onClose} title={title} size="xl">
			{made && (
				<div className={classes.preview}>
					<PaperActions handle={made.handle} fileName={made.fileName} />
					<PdfPreview url={mediaUrl(made.handle)} label={title} width={560} />
				</div>
			)}
		</Modal>
	);
}
