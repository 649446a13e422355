import { Button, Progress } from "@mantine/core";
import { useNavigate } from "react-router";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../../app/use-calls.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { bulkTexts } from "../../../i18n/texts/bulk.ts";
import classes from "./bulk.module.css";

export type Batch = { prints: string[]; printer: string };

/** How far the labels of a batch are, and the way to stop it. Stays until it is closed: a stuck printer must be seen. */
export function BatchLabels({ batch, onClose }: { batch: Batch; onClose: () => void }) {
	const t = useTexts(bulkTexts);
	const navigate = useNavigate();
	const { prints, printer } = batch;
	const progress = useQueryCall("bulk.progress", { prints }, { watch: ["print"], everyMs: 2_000 });
	const cancel = useCommand("bulk.cancel");
	const { out = 0, waiting = prints.length, asking = 0, cancelled = 0 } = progress.data ?? {};
	return (
		<section className={classes.batch} role="status" aria-label={t("print-on", { printer })}>
			<span className={classes.batchWords}>
				<strong>{waiting > 0 ? t("print-go", { out, all: prints.length }) : t("print-done", { out })}</strong>
				<span>{t("print-on", { printer })}</span>
				{cancelled > 0 && <span>{t("print-cancelled", { count: cancelled })}</span>}
				{asking > 0 && <Meaning meaning="overdue">{t("print-asking", { count: asking })}</Meaning>}
			</span>
			<Progress className={classes.bar ?? ""} value={(100 * out) / Math.max(1, prints.length)} aria-hidden />
			{asking > 0 && <Button onClick={() => void navigate("/printing")}>{t("look")}</Button>}
			{waiting > 0 ? (
				<Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ prints })}>
					{t("stop")}
				</Button>
			) : (
				<Button variant="default" onClick={onClose}>
					{t("close")}
				</Button>
			)}
			{cancel.error && <Failed error={cancel.error} inline />}
		</section>
	);
}
