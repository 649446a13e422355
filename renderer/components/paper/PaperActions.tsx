import { Button, Group } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { mediaUrl } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useTexts } from "../../i18n/language.ts";
import { doorTexts } from "../../i18n/texts/door.ts";
import { printPaper } from "./print.ts";

export type PaperActionsProps = {
	/** Media handle of the PDF. */
	handle: string;
	fileName: string;
	/** It was printed or saved. */
	onDone?: () => void;
};

/** Print a paper through the system's dialog, or keep it as a file. */
export function PaperActions({ handle, fileName, onDone }: PaperActionsProps) {
	const t = useTexts(doorTexts);
	const [busy, setBusy] = useState(false);
	const [error, setError] = useState<unknown>();
	const print = async () => {
		setBusy(true);
		setError(undefined);
		try {
			await printPaper(mediaUrl(handle));
			onDone?.();
		} catch (thrown) {
			setError(thrown);
		} finally {
			setBusy(false);
		}
	};
	return (
		<>
			<Group gap="xs">
				<Button leftSection={<IconPrinter size={18} stroke={1.7} />} loading={busy} onClick={() => void print()}>
					{t("print")}
				</Button>
				<Button
					component="a"
					variant="default"
					href={mediaUrl(handle)}
					download={fileName}
					leftSection={<IconDownload size={18} stroke={1.7} />}
					onClick={onDone}
				>
					{t("save")}
				</Button>
			</Group>
			{error !== undefined && <Failed inline error={error} onRetry={() => void print()} />}
		</>
	);
}
