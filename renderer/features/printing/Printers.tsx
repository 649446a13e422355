import { Badge, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlus, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { mediaUrl } from "../../app/client.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { ConfirmButton } from "../../components/act/ConfirmButton.tsx";
import { Meaning } from "../../components/text/Meaning.tsx";
import { useTexts } from "../../i18n/language.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import { PrinterForm, type PrinterRow } from "./PrinterForm.tsx";
import classes from "./printing.module.css";

/** The label printers of this PC; a manager sets them up, anybody may test them. */
export function Printers({ mayEdit }: { mayEdit: boolean }) {
	const t = useTexts(printingTexts);
	const [editing, setEditing] = useState<PrinterRow | "new">();
	const list = useQueryCall("printers.list", {}, { watch: ["print"], everyMs: 5_000 });
	if (list.isPending) return <Loading count={2} />;
	if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	const add = mayEdit && (
		<Button leftSection={<IconPlus size={18} />} onClick={() => setEditing("new")}>
			{t("add")}
		</Button>
	);
	return (
		<section className={classes.printers}>
			<div className={classes.head}>
				<h2>{t("printers")}</h2>
				{list.data.printers.length > 0 && add}
			</div>
			{list.data.printers.length === 0 && (
				<Empty title={t("no-printers")} teach={t("no-printers-teach")} icon={IconPrinter} action={add} />
			)}
			{list.data.printers.map((row) => (
				<PrinterCard key={row.id} row={row} mayEdit={mayEdit} onEdit={() => setEditing(row)} />
			))}
			{editing && <PrinterForm row={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />}
		</section>
	);
}

function PrinterCard({ row, mayEdit, onEdit }: { row: PrinterRow; mayEdit: boolean; onEdit: () => void }) {
	const t = useTexts(printingTexts);
	const test = useCommand("printers.test");
	const status = useCommand("printers.status");
	const remove = useCommand("printers.remove");
	const trouble = row.trouble ?? status.data?.trouble ?? null;
	const failure = test.error ?? status.error ?? remove.error;
	return (
		<article className={classes.printer}>
			<span className={classes.name}>
				{row.name} {row.isDefault && <Badge variant="light">{t("default")}</Badge>}{" "}
				{row.virtual && <Badge color="gray">{t("virtual")}</Badge>}
			</span>
			<span className={classes.facts}>
				{row.virtual || row.transport.kind !== "tcp" ? "" : `${row.transport.host}:${row.transport.port} · `}
				{row.media.replace("x", "×")} mm · {row.dpi} dpi
			</span>
			{trouble ? (
				<Meaning meaning="blocked">{t(`trouble_${trouble}` as "trouble_silent")}</Meaning>
			) : (
				status.data && <Meaning meaning="done">{t(status.data.state === "ready" ? "ready" : "reachable")}</Meaning>
			)}
			{row.waiting > 0 && <Meaning meaning="waiting">{t("waiting", { count: String(row.waiting) })}</Meaning>}
			{row.asking > 0 && <Meaning meaning="due-soon">{t("asking", { count: String(row.asking) })}</Meaning>}
			<span className={classes.actions}>
				<Button
					variant="light"
					loading={test.isPending}
					onClick={() =>
						test.mutate({ id: row.id }, { onSuccess: () => notifications.show({ message: t("test-sent") }) })
					}
				>
					{t("test")}
				</Button>
				<Button variant="default" loading={status.isPending} onClick={() => status.mutate({ id: row.id })}>
					{t("ask")}
				</Button>
				{mayEdit && (
					<>
						<Button variant="default" onClick={onEdit}>
							{t("edit")}
						</Button>
						<ConfirmButton variant="default" question={t("remove-ask")} onConfirm={() => remove.mutate({ id: row.id })}>
							{t("remove")}
						</ConfirmButton>
					</>
				)}
			</span>
			{failure && <Failed error={failure} inline />}
			{row.virtual && <VirtualOutput id={row.id} />}
		</article>
	);
}

/** What would have come out. */
function VirtualOutput({ id }: { id: string }) {
	const t = useTexts(printingTexts);
	const { data } = useQueryCall("printers.output", { id, limit: 12 }, { watch: ["print"] });
	if (!data) return null;
	if (data.labels.length === 0) return <span className={classes.facts}>{t("virtual-empty")}</span>;
	return (
		<figure className={classes.output} aria-label={t("virtual-output")} style={{ margin: 0 }}>
			{data.labels.map((label) => (
				<img key={label.no} src={mediaUrl(label.handle)} alt={`${t("virtual-output")} ${label.no}`} />
			))}
		</figure>
	);
}
