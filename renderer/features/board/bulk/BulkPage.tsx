import { Button, SegmentedControl, Select } from "@mantine/core";
import { IconBarcode } from "@tabler/icons-react";
import { useState } from "react";
import { Empty } from "../../../app/states/Empty.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { ScanTarget } from "../../../components/input/ScanTarget.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { bulkTexts } from "../../../i18n/texts/bulk.ts";
import { type Scan, type ScanResult, useScan } from "../../../scan/bus.ts";
import classes from "./bulk.module.css";
import { type BulkAct, type Line, useBulk } from "./use-bulk.ts";

const kinds = ["shelf", "take-down", "assign"] as const;
type Kind = (typeof kinds)[number];
const nobody = "-";

/** One act for each label scanned: choose it, then scan one after another. */
export function BulkPage() {
	const t = useTexts(bulkTexts);
	const [kind, setKind] = useState<Kind>("shelf");
	const [shelf, setShelf] = useState<string>();
	const [person, setPerson] = useState<string | null>(null);
	const { lines, scanned, undo, clear } = useBulk();
	const people = useQueryCall("bench.technicians", {}, { watch: ["person"] }).data?.people ?? [];
	const act = actOf();
	const said =
		act?.kind === "shelf"
			? t("on-shelf", { shelf: act.shelf })
			: act?.kind === "take-down"
				? t("taken-down")
				: act?.person
					? t("given", { name: people.find(({ id }) => id === act.person)?.name ?? "" })
					: t("unassigned");
	useScan((scan) => heard(scan), { layer: "part" });

	const missing = kind === "shelf" ? "scan-shelf" : "choose-person";
	const done = lines.filter((line) => !line.refused && !line.undone).length;
	const refused = lines.filter((line) => line.refused).length;
	return (
		<div className={classes.page}>
			<header className={classes.head}>
				<h1>{t("title")}</h1>
				<p>{t("why")}</p>
			</header>
			<div className={classes.choice}>
				<SegmentedControl
					aria-label={t("act")}
					size="md"
					value={kind}
					onChange={(value) => setKind(value as Kind)}
					data={kinds.map((value) => ({ value, label: t(`act-${value}`) }))}
				/>
				{kind === "shelf" && shelf && <strong className={classes.shelf}>{t("shelf-is", { shelf })}</strong>}
				{kind === "assign" && (
					<Select
						aria-label={t("person")}
						placeholder={t("person")}
						value={person}
						onChange={setPerson}
						data={[
							...people.map(({ id, name }) => ({ value: id, label: name })),
							{ value: nobody, label: t("nobody") },
						]}
					/>
				)}
			</div>
			<ScanTarget
				look="slim"
				title={t(act ? "scan-labels" : missing)}
				hint={t(act || kind !== "shelf" ? "scan-labels-hint" : "scan-shelf-hint")}
			/>
			<div className={classes.counts} role="status">
				<span>{t("done", { count: done })}</span>
				{refused > 0 && <Meaning meaning="overdue">{t("failed", { count: refused })}</Meaning>}
				{lines.length > 0 && (
					<Button size="compact-sm" variant="default" onClick={clear}>
						{t("clear")}
					</Button>
				)}
			</div>
			{lines.length === 0 ? (
				<Empty icon={IconBarcode} title={t("empty")} teach={t("empty-next")} />
			) : (
				<ol className={classes.lines} aria-label={t("list")}>
					{lines.map((line) => (
						<Row key={line.id} line={line} onUndo={() => void undo(line)} />
					))}
				</ol>
			)}
		</div>
	);

	function actOf(): BulkAct | undefined {
		if (kind === "take-down") return { kind };
		if (kind === "shelf") return shelf === undefined ? undefined : { kind, shelf };
		return person === null ? undefined : { kind, person: person === nobody ? null : person };
	}

	async function heard({ text, code }: Scan): Promise<ScanResult> {
		if (code.kind === "badge" || code.kind === "command") return false;
		if (code.kind === "shelf") {
			setKind("shelf");
			setShelf(code.shelf);
			return { label: t("shelf-is", { shelf: code.shelf }) };
		}
		return act ? scanned(act, text, said) : { label: t(missing), tone: "attention" };
	}
}

function Row({ line, onUndo }: { line: Line; onUndo: () => void }) {
	const t = useTexts(bulkTexts);
	return (
		<li data-refused={line.refused ? true : undefined} data-undone={line.undone || undefined}>
			<strong>{line.label}</strong>
			<span className={classes.said}>
				{line.refused ? (
					<>
						<Meaning meaning="overdue">{line.refused.what}</Meaning> {line.refused.next}
					</>
				) : line.undone ? (
					t("undone")
				) : (
					line.said
				)}
			</span>
			{line.done.length > 0 && !line.undone && (
				<Button size="compact-sm" variant="light" onClick={onUndo}>
					{t("undo")}
				</Button>
			)}
		</li>
	);
}
