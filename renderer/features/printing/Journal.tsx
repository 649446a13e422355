import { Button, Table } from "@mantine/core";
import type { CallOutput } from "../../app/client.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { Meaning, type MeaningName } from "../../components/text/Meaning.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { printerTroubleTexts } from "../../i18n/texts/printer-troubles.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import classes from "./printing.module.css";

type Entry = CallOutput<"print.journal">["entries"][number];

const meanings: Record<Entry["state"], MeaningName> = {
	queued: "waiting",
	sending: "running",
	sent: "done",
	confirmed: "done",
	unknown: "due-soon",
	failed: "blocked",
	cancelled: "neutral",
	produced: "done",
};

/** Every label and paper asked for. What asks for a person stands first. */
export function Journal({ orderId }: { orderId?: string }) {
	const t = useTexts(printingTexts);
	const journal = useQueryCall(
		"print.journal",
		{ limit: 100, ...(orderId ? { orderId } : {}) },
		{ watch: ["print", "order"] },
	);
	if (journal.isPending) return <Loading />;
	if (journal.error) return <Failed error={journal.error} onRetry={() => void journal.refetch()} />;
	const { entries } = journal.data;
	if (entries.length === 0) return <Empty title={t("journal-empty")} teach={t("journal-empty-teach")} />;
	return (
		<Table withTableBorder verticalSpacing="xs">
			<Table.Thead>
				<Table.Tr>
					<Table.Th>{t("col-time")}</Table.Th>
					<Table.Th>{t("col-what")}</Table.Th>
					<Table.Th>{t("col-printer")}</Table.Th>
					<Table.Th>{t("col-state")}</Table.Th>
				</Table.Tr>
			</Table.Thead>
			<Table.Tbody>
				{entries.map((entry) => (
					<Row key={entry.id} entry={entry} />
				))}
			</Table.Tbody>
		</Table>
	);
}

function Row({ entry }: { entry: Entry }) {
	const t = useTexts(printingTexts);
	const format = useFormat();
	const settle = useCommand("print.settle");
	const retry = useCommand("print.retry");
	const cancel = useCommand("print.cancel");
	const again = useCommand("print.again");
	const troubles = useTexts(printerTroubleTexts);
	const help = entry.state === "sent" || entry.state === "confirmed" ? t(`state-help_${entry.state}`) : "";
	const failure = settle.error ?? retry.error ?? cancel.error ?? again.error;
	const printId = entry.id;
	return (
		<Table.Tr>
			<Table.Td>{format.dateTime(entry.askedAt)}</Table.Td>
			<Table.Td>
				{t(`kind_${entry.kind}` as "kind_slip")} {entry.title}
				{entry.reprint && ` · ${t("reprint")}`}
			</Table.Td>
			<Table.Td>{entry.printer}</Table.Td>
			<Table.Td>
				<div className={classes.actions}>
					<Meaning meaning={meanings[entry.state]} title={help}>
						{t(`state_${entry.state}`)}
					</Meaning>
					{entry.reason && <span>{troubles(`trouble_${entry.reason}` as "trouble_silent")}</span>}
					{entry.state === "unknown" && (
						<>
							<strong>{t("did-it")}</strong>
							<Button size="xs" onClick={() => settle.mutate({ printId, cameOut: true })}>
								{t("yes")}
							</Button>
							<Button size="xs" variant="default" onClick={() => settle.mutate({ printId, cameOut: false })}>
								{t("no")}
							</Button>
						</>
					)}
					{entry.again && (
						<Button
							size="compact-xs"
							variant="subtle"
							title={t("again-help")}
							loading={again.isPending}
							onClick={() => again.mutate({ printId })}
						>
							{t("again")}
						</Button>
					)}
					{entry.state === "failed" && (
						<Button size="xs" onClick={() => retry.mutate({ printId })}>
							{t("retry")}
						</Button>
					)}
					{(entry.state === "failed" || entry.state === "queued") && (
						<Button size="xs" variant="subtle" onClick={() => cancel.mutate({ printId })}>
							{t("drop")}
						</Button>
					)}
				</div>
				{failure && <Failed error={failure} inline />}
			</Table.Td>
		</Table.Tr>
	);
}
