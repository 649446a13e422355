import { Button } from "@mantine/core";
import type { CallOutput } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { useTexts } from "../../i18n/language.ts";
import { printerTroubleTexts } from "../../i18n/texts/printer-troubles.ts";
import { printingTexts } from "../../i18n/texts/printing.ts";
import { Meaning, type MeaningName } from "../text/Meaning.tsx";
import classes from "./paper.module.css";

type Entry = CallOutput<"print.journal">["entries"][number];

const meanings: Partial<Record<Entry["state"], MeaningName>> = {
	queued: "waiting",
	sending: "running",
	sent: "done",
	confirmed: "done",
	unknown: "due-soon",
	failed: "blocked",
};
const open: readonly Entry["state"][] = ["queued", "sending", "unknown", "failed"];

/**
 * What of an order is on its way to a printer, and what keeps it from coming out, in words; the last one that came out
 * stands too. Nothing when nothing of it went to a printer.
 */
export function PrintTrail({ orderId }: { orderId: string }) {
	const t = useTexts(printingTexts);
	const { data } = useQueryCall("print.journal", { orderId }, { watch: ["print"] });
	const sent = data?.entries.filter(({ state }) => meanings[state] !== undefined) ?? [];
	const waiting = sent.filter(({ state }) => open.includes(state));
	const last = sent.filter(({ state }) => !open.includes(state)).slice(0, 1);
	const shown = waiting.length > 0 ? waiting : last;
	if (shown.length === 0) return null;
	return (
		<ul className={classes.trail} aria-label={t("journal")}>
			{shown.map((entry) => (
				<Line key={entry.id} entry={entry} />
			))}
		</ul>
	);
}

function Line({ entry: { id: printId, kind, printer, state, reason } }: { entry: Entry }) {
	const t = useTexts(printingTexts);
	const troubles = useTexts(printerTroubleTexts);
	const settle = useCommand("print.settle");
	const retry = useCommand("print.retry");
	const cancel = useCommand("print.cancel");
	const failure = settle.error ?? retry.error ?? cancel.error;
	const next = reason ? troubles(`next_${reason}` as "next_silent") : "";
	return (
		<li>
			<Meaning meaning={meanings[state] ?? "neutral"} size="sm">
				{t(`state_${state}`)}
			</Meaning>{" "}
			{t(`kind_${kind}` as "kind_slip")} → {printer}
			{reason && (
				<span className={classes.trouble}>
					<strong>{troubles(`trouble_${reason}` as "trouble_silent")}</strong>
					{next.startsWith("next_") ? "" : ` ${next}`}
				</span>
			)}
			<span className={classes.trailActs}>
				{state === "unknown" && (
					<>
						{t("did-it")}
						<Button size="compact-sm" onClick={() => settle.mutate({ printId, cameOut: true })}>
							{t("yes")}
						</Button>
						<Button size="compact-sm" variant="default" onClick={() => settle.mutate({ printId, cameOut: false })}>
							{t("no")}
						</Button>
					</>
				)}
				{state === "failed" && (
					<Button size="compact-sm" onClick={() => retry.mutate({ printId })}>
						{t("retry")}
					</Button>
				)}
				{(state === "failed" || (state === "queued" && reason !== null)) && (
					<Button size="compact-sm" variant="subtle" onClick={() => cancel.mutate({ printId })}>
						{t("drop")}
					</Button>
				)}
			</span>
			{failure && <Failed error={failure} inline />}
		</li>
	);
}
