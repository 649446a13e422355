/**
 * What happens to a scan that no screen wanted: the workstation says what it is, and the right screen opens. A badge
 * switches the person wherever one is. Used by Root, once.
 */
import { matchRoutes, useNavigate } from "react-router";
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { language, type TextOf, textOf } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import { scanTexts } from "../../i18n/texts/scan.ts";
import { type Scan, type ScanAnswer, useScan } from "../../scan/bus.ts";
import { addresses } from "../addresses.ts";
import { type CallOutput, call } from "../client.ts";
import { asAppError } from "../failure.ts";
import { mayOpen } from "../feature.ts";
import { features } from "../features.ts";
import { keepAnswer } from "../use-calls.ts";
import { useWorkstation } from "../workstation.ts";

type Answer = CallOutput<"scan.resolve">;
/** Where a scan leads, and what the echo says; without `to` it only says something. */
type Step = ScanAnswer & { to?: string };

export function useScanFallback(): void {
	const navigate = useNavigate();
	const { data: state } = useWorkstation();
	useScan(
		async (scan) => {
			if (state?.phase !== "ready") return false;
			const step = await resolve(scan);
			if (!step.to) return step;
			const to = step.to;
			const target = matchRoutes([...features], to)?.at(-1)?.route;
			if (!target || !mayOpen(target, state.person?.roles)) {
				return { label: textOf(scanTexts)("not-yours", { what: step.label }), tone: "attention" };
			}
			// At once: a scan is an act, not a background update that may wait for other drawing.
			void navigate(to, { flushSync: true });
			return step;
		},
		{ layer: "fallback" },
	);
}

async function resolve(scan: Scan): Promise<Step> {
	const t = textOf(scanTexts);
	try {
		const { answer, record, job } = await call("scan.open", { text: scan.text });
		// The screen this opens is drawn once, whole, instead of empty and then again.
		if (record) keepAnswer("item.record", { itemId: record.item.itemId }, record);
		if (job) keepAnswer("job.get", { jobId: job.jobId }, job);
		return answer.kind === "badge" ? await signIn(scan.code.text, t) : stepFor(answer, scan.text, t);
	} catch (thrown) {
		const error = asAppError(thrown);
		const gone = error.reason === "host.gone";
		return { label: gone ? t("lost") : sentenceFor(error, language()).what, tone: "attention" };
	}
}

async function signIn(badge: string, t: TextOf<(typeof scanTexts)["zh-CN"]>): Promise<Step> {
	try {
		const person = await call("session.signIn", { badge });
		return { label: t("badge", { name: person.name }) };
	} catch (thrown) {
		const error = asAppError(thrown);
		return { label: error.reason ? sentenceFor(error, language()).what : t("badge-refused"), tone: "attention" };
	}
}

/** The screen for an answer. Pure. */
export function stepFor(answer: Answer, text: string, t: TextOf<(typeof scanTexts)["zh-CN"]>): Step {
	switch (answer.kind) {
		case "order": {
			const label = t(answer.voided ? "order-voided" : "order", { number: formatOrderNumber(answer.number) });
			const [only, ...others] = answer.jobs;
			const to = only !== undefined && others.length === 0 ? addresses.job(only) : addresses.order(answer.orderId);
			return { to, label, tone: answer.voided ? "attention" : "understood" };
		}
		case "orders":
			return {
				to: addresses.search(answer.orders[0]?.number ?? text),
				label: t("orders", { number: formatOrderNumber(answer.orders[0]?.number ?? text) }),
				tone: "attention",
			};
		case "piece":
			return {
				to: addresses.job(answer.jobId),
				label: t("piece", { number: formatOrderNumber(answer.number), piece: String(answer.no).padStart(2, "0") }),
			};
		case "item": {
			const label = t("item", { what: [answer.item.brand, answer.item.style].filter(Boolean).join(" ") });
			// The code names a model and this may be another one of it: the drop-off asks which.
			if (answer.prefill) return { to: addresses.intake(text), label };
			return { to: answer.jobId === null ? addresses.item(answer.item.itemId) : addresses.job(answer.jobId), label };
		}
		case "items":
			return { to: addresses.intake(text), label: t("items"), tone: "attention" };
		case "new-item":
			return { to: addresses.intake(text), label: t("new-item") };
		case "shelf":
			return { to: addresses.shelf(answer.shelf), label: t("shelf", { shelf: answer.shelf }) };
		case "part":
			return { label: t("part-not-here", { part: answer.part }), tone: "attention" };
		case "command":
			return { label: t("command-not-here"), tone: "attention" };
		case "parcel":
			return { to: addresses.arrive(text), label: t("parcel") };
		case "badge":
			return { label: t("badge-refused"), tone: "attention" };
		case "sign-in-first":
			return { label: t("sign-in-first"), tone: "attention" };
		case "unreadable": {
			const { what } = sentenceFor(
				{ code: "invalid-input", reason: answer.reason as `${string}.${string}` },
				language(),
			);
			return { label: what, tone: "not-understood" };
		}
	}
}
