import { type CallOutput, call } from "../../app/client.ts";
import { useMay } from "../../app/workstation.ts";
import { Meaning } from "../../components/text/Meaning.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { syncTexts } from "../../i18n/texts/sync.ts";
import { syncStatusTexts } from "../../i18n/texts/sync-status.ts";
import { lineMeanings } from "../settings/archive/line-meanings.ts";
import { ExportButton } from "./ExportButton.tsx";
import classes from "./sync.module.css";

/** The line in a word, the last contact, what is still to be sent and how far this PC's own log has come. */
export function LineFacts({ status }: { status: CallOutput<"sync.status"> }) {
	const t = useTexts(syncStatusTexts);
	const words = useTexts(syncTexts);
	const format = useFormat();
	const mayExport = useMay("manager");
	const { state, queue, pictures, chain, proofs } = status;
	const sent = [
		pictures.up > 0 ? t("pictures-up", { count: pictures.up }) : "",
		pictures.down > 0 ? t("pictures-down", { count: pictures.down }) : "",
	].filter(Boolean);
	const { written, acked, epoch } = chain;
	const signed = proofs.receipts + proofs.roots;
	return (
		<dl className={classes.facts}>
			<div>
				<dt>{t("line")}</dt>
				<dd>
					<Meaning meaning={lineMeanings[state.line]}>{words(state.line)}</Meaning>
				</dd>
			</div>
			<div>
				<dt>{t("contact")}</dt>
				<dd>{state.lastContactAt ? format.dateTime(state.lastContactAt) : t("never")}</dd>
			</div>
			<div>
				<dt>{t("queue")}</dt>
				<dd>
					{queue.length === 0
						? t("queue-none")
						: queue.map(({ kind, count }) => (
								<div key={kind}>{t("count", { kind: t(`kind-${kind}`), count: format.number(count) })}</div>
							))}
				</dd>
			</div>
			<div>
				<dt>{t("pictures")}</dt>
				<dd>{sent.length === 0 ? t("pictures-none") : sent.map((line) => <div key={line}>{line}</div>)}</dd>
			</div>
			<div>
				<dt>{t("own")}</dt>
				<dd>{t("own-line", { written: format.number(written), acked: format.number(acked), epoch })}</dd>
			</div>
			<div>
				<dt>{t("proofs")}</dt>
				<dd className={classes.signed}>
					{signed === 0
						? t("proofs-none")
						: t("proofs-line", { receipts: format.number(proofs.receipts), roots: format.number(proofs.roots) })}
					{signed > 0 && mayExport && <ExportButton label={t("proofs-export")} make={() => call("sync.proofs", {})} />}
				</dd>
			</div>
		</dl>
	);
}
