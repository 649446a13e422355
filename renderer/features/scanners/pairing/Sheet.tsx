import { Button, Group } from "@mantine/core";
import { IconEye, IconEyeOff, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { mediaUrl } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { PdfPreview } from "../../../components/paper/PdfPreview.tsx";
import { printPaper } from "../../../components/paper/print.ts";
import { useLanguage, useTexts } from "../../../i18n/language.ts";
import { pairingTexts } from "../../../i18n/texts/pairing.ts";
import classes from "./pairing.module.css";

/** The sheet to scan: on paper, or on the screen for scanners that read screens. */
export function Sheet() {
	const t = useTexts(pairingTexts);
	const language = useLanguage();
	const { data, error, refetch } = useQueryCall("pairing.sheet", { language }, { watch: [], freshMs: 300_000 });
	const [open, setOpen] = useState(false);
	const [failure, setFailure] = useState<unknown>();
	if (error) return <Failed inline error={error} onRetry={() => void refetch()} />;
	const print = () => {
		setFailure(undefined);
		if (data) printPaper(mediaUrl(data.handle)).catch(setFailure);
	};
	return (
		<section className={classes.sheet}>
			<Group gap="xs">
				<Button leftSection={<IconPrinter size={18} stroke={1.7} />} disabled={!data} onClick={print}>
					{t("sheet-print")}
				</Button>
				<Button
					variant="default"
					leftSection={open ? <IconEyeOff size={18} stroke={1.7} /> : <IconEye size={18} stroke={1.7} />}
					aria-expanded={open}
					disabled={!data}
					onClick={() => setOpen(!open)}
				>
					{t(open ? "sheet-hide" : "sheet-show")}
				</Button>
				<span className={classes.soft}>{t("sheet-screen")}</span>
			</Group>
			{failure !== undefined && <Failed inline error={failure} onRetry={print} />}
			{open && data && <PdfPreview url={mediaUrl(data.handle)} label={t("sheet")} width={680} />}
		</section>
	);
}
