/**
 * Putting away by scan, on any screen: a shelf's code and then labels, one after another; or a label and then the
 * shelf. Registered once when the app loads, under every screen's own scans. The toast says what goes where.
 */
import { notifications } from "@mantine/notifications";
import { useSyncExternalStore } from "react";
import { findPieceLabel, formatOrderNumber, formatPieceLabel } from "../../../domain/code/order-number.ts";
import { parseScan } from "../../../domain/code/scan.ts";
import { call, onPush } from "../../app/client.ts";
import { asAppError } from "../../app/failure.ts";
import { offerUndo, type UndoOffer } from "../../components/act/undo.tsx";
import { nowMs } from "../../components/text/use-now.ts";
import { language, textOf } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import { shelfTexts } from "../../i18n/texts/shelf.ts";
import { onScan, type ScanAnswer, type ScanResult } from "../../scan/bus.ts";
import { armedToast } from "./armed-toast.tsx";

/** How long a scanned shelf waits for the next label, and a label for its shelf, ms. */
const waitsMs = 90_000;
const toastId = "shelf-armed";

type What = { label: string } | { jobIds: string[] };
type Armed = { shelf: string; count: number; timer: ReturnType<typeof setTimeout>; stop: () => void };

let armed: Armed | undefined;
const watchers = new Set<() => void>();
let lastLabel: { what: What; number: string; at: number } | undefined;

/** The shelf labels go onto now, for the shelves' own screen. */
export function useArmedShelf(): string | undefined {
	return useSyncExternalStore(
		(watcher) => {
			watchers.add(watcher);
			return () => watchers.delete(watcher);
		},
		() => armed?.shelf,
	);
}

/** Stops putting away. */
export function disarm(): void {
	if (!armed) return;
	clearTimeout(armed.timer);
	armed.stop();
	armed = undefined;
	notifications.hide(toastId);
	for (const watcher of watchers) watcher();
}

/** From now on labels go onto this shelf, whatever screen is open: whoever scanned a shelf is putting away. */
function arm(shelf: string, count: number): void {
	const toast = armedToast(toastId, shelf, count, disarm);
	if (armed) {
		clearTimeout(armed.timer);
		notifications.update(toast);
	} else notifications.show(toast);
	const stop = armed?.stop ?? onScan(({ text }) => heard(text), "part");
	armed = { shelf, count, timer: setTimeout(disarm, waitsMs), stop };
	for (const watcher of watchers) watcher();
}

function failed(thrown: unknown): ScanAnswer {
	return { label: sentenceFor(asAppError(thrown), language()).what, tone: "attention" };
}

/**
 * Puts it there and offers to take it back. The answer is the echo of the scan.
 * @param offer how the screen offers it; left out: as a toast
 */
export async function putAway(
	what: What,
	shelf: string,
	number?: string,
	offer: (undo: UndoOffer) => void = offerUndo,
): Promise<ScanAnswer> {
	const t = textOf(shelfTexts);
	try {
		const { placed } = await call("shelf.put", { what, shelf });
		const [one] = placed;
		const message =
			placed.length === 1 && one
				? t("put-one", { number: number ?? formatOrderNumber(one.orderNumber), shelf }) +
					(one.was && one.was !== shelf ? t("moved-from", { was: one.was }) : "")
				: t("put-many", { count: placed.length, shelf });
		if (!armed) {
			offer({
				message,
				undo: async () => {
					for (const { jobId, was } of placed) {
						if (was === null) await call("shelf.takeDown", { jobIds: [jobId] });
						else await call("shelf.put", { what: { jobIds: [jobId] }, shelf: was });
					}
				},
			});
		}
		return { label: message };
	} catch (thrown) {
		return failed(thrown);
	}
}

/** What a scanned label, tag or serial stands for; undefined when it is nothing that lies on shelves. */
async function thingOf(text: string): Promise<{ what: What; number: string } | undefined> {
	const scan = parseScan(text);
	if (scan.kind === "piece") return { what: { label: scan.label }, number: formatPieceLabel(scan.label) };
	if (scan.kind === "order") return { what: { label: scan.orderNumber }, number: formatOrderNumber(scan.orderNumber) };
	if (scan.kind === "command" || scan.kind === "badge" || scan.kind === "part") return undefined;
	const answer = await call("scan.resolve", { text });
	if (answer.kind !== "item" || answer.jobId === null) return undefined;
	return { what: { jobIds: [answer.jobId] }, number: answer.item.brand };
}

async function onShelf(shelf: string): Promise<ScanResult> {
	const t = textOf(shelfTexts);
	const label = lastLabel;
	lastLabel = undefined;
	if (!armed && label && nowMs() - label.at < waitsMs) return putAway(label.what, shelf, label.number);
	try {
		// Also says whether anybody is signed in, before a pile is scanned for nothing.
		await call("shelf.list", {});
	} catch (thrown) {
		return failed(thrown);
	}
	arm(shelf, 0);
	return { label: t("now-scan-label", { shelf }) };
}

async function heard(text: string): Promise<ScanResult> {
	const t = textOf(shelfTexts);
	const scan = parseScan(text);
	if (scan.kind === "shelf") return onShelf(scan.shelf);
	if (!armed) {
		if (scan.kind === "piece" || scan.kind === "order") rememberLabel(text);
		return false;
	}
	const { shelf, count } = armed;
	if (scan.kind === "badge" || scan.kind === "command") return false;
	const thing = await thingOf(text);
	if (!thing) return { label: t("not-a-thing", { shelf }), tone: "attention" };
	const answer = await putAway(thing.what, shelf, thing.number);
	if (answer.tone === undefined && armed?.shelf === shelf) arm(shelf, count + 1);
	return answer;
}

/** A shelf scanned next still knows what to put there. */
function rememberLabel(text: string): void {
	const scan = parseScan(text);
	const label = scan.kind === "piece" ? scan.label : scan.kind === "order" ? scan.orderNumber : undefined;
	if (label === undefined) return;
	const number = findPieceLabel(label) ? formatPieceLabel(label) : formatOrderNumber(label);
	lastLabel = { what: { label }, number, at: nowMs() };
}

/**
 * Starts listening: below every screen's own scans, above the general resolver. A new person starts with nothing in
 * hand. Called once, when the feature loads.
 */
export function startShelfScans(): () => void {
	const stopScans = onScan(({ text }) => heard(text), "screen");
	const stopPush = onPush((push) => {
		if (push.type !== "session") return;
		lastLabel = undefined;
		disarm();
	});
	return () => {
		disarm();
		stopScans();
		stopPush();
	};
}
