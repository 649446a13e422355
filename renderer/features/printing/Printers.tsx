import { Badge, Button } from "@mantine/core";
import { IconPlus, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { mediaUrl } from "../../app/client.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { ConfirmButton } from "../../components/act/ConfirmButton.tsx";
import { useTexts } from "../../i18n/language.ts";
import { labelsTexts } from "../../i18n/texts/labels.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import type { PrinterRow } from "./form/fields.ts";
import { PrinterForm } from "./PrinterForm.tsx";
import { PrinterState } from "./PrinterState.tsx";
import classes from "./printing.module.css";
import { TestResult } from "./TestResult.tsx";

/** The label printers of this PC; a manager sets them up, anybody may test them. */
export function Printers({ mayEdit }: { mayEdit: boolean }) {
	const t = useTexts(printingTexts);
	const [editing, setEditing] = useState<PrinterRow | "new">();
	const list = useQueryCall("printers.list", {}, { watch: ["print", "devices"], everyMs: 5_000 });
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

/** Where it hangs and what is loaded, in few words. */
function factsOf({ virtual, transport, language, roll, media, dpi }: PrinterRow): string {
	const paper = `${media.replace("x", "×")} mm`;
	const roller = roll ? `${roll} mm · ` : "";
	const known = { zpl: "ZPL", tspl: "TSPL", escpos: "ESC/POS" }[language];
	return `${virtual ? "" : `${placeOf(transport)} · `}${known} · ${roller}${paper} · ${dpi} dpi`;
}

function placeOf(transport: PrinterRow["transport"]): string {
	switch (transport.kind) {
		case "tcp":
			return `${transport.host}:${transport.port}`;
		case "serial":
			return transport.path;
		case "queue":
			return transport.name;
	}
}

function PrinterCard({ row, mayEdit, onEdit }: { row: PrinterRow; mayEdit: boolean; onEdit: () => void }) {
	const t = useTexts(printingTexts);
	const labels = useTexts(labelsTexts);
	const navigate = useNavigate();
	const [tested, setTested] = useState<string>();
	const test = useCommand("printers.test");
	const status = useCommand("printers.status");
	const remove = useCommand("printers.remove");
	const failure = test.error ?? status.error ?? remove.error;
	return (
		<article className={classes.printer}>
			<span className={classes.name}>
				{row.name} {row.isDefault && <Badge variant="light">{t("default")}</Badge>}{" "}
				{row.virtual && <Badge color="gray">{t("virtual")}</Badge>}
				<span className={classes.facts}>{factsOf(row)}</span>
			</span>
			<PrinterState row={row} />
			<span className={classes.actions}>
				<Button
					variant="light"
					loading={test.isPending}
					onClick={() => test.mutate({ id: row.id }, { onSuccess: ({ printId }) => setTested(printId) })}
				>
					{t("test")}
				</Button>
				<Button variant="default" loading={status.isPending} onClick={() => status.mutate({ id: row.id })}>
					{t("ask")}
				</Button>
				{mayEdit && (
					<>
						<Button variant="default" onClick={() => void navigate(`/calibrate/${row.id}`)}>
							{labels("calibrate")}
						</Button>
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
			{tested && <TestResult key={tested} printId={tested} onDone={() => setTested(undefined)} />}
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
