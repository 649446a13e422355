/** An order's papers and labels: straight to the printer that takes them, else a PDF opens in a preview. */
import { useState } from "react";
import { type CallInput, type CallOutput, call } from "../../../app/client.ts";
import { refresh } from "../../../app/use-calls.ts";
import { say } from "../../../components/act/undo.tsx";
import { sendIfTaken } from "../../../components/paper/use-sent-papers.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";

export type WantedPaper = Omit<CallInput<"print.paper">, "orderId">;
export type MadePaper = CallOutput<"print.paper"> & { paper: WantedPaper["paper"] };

export type PapersDesk = ReturnType<typeof usePapers>;

export function usePapers(orderId: string) {
	const t = useTexts(orderTexts);
	const [made, setMade] = useState<MadePaper>();
	const [sentTo, setSentTo] = useState<string>();
	const [error, setError] = useState<unknown>();
	const [busy, setBusy] = useState<string>();
	const run = async (name: string, work: () => Promise<void>) => {
		setError(undefined);
		setBusy(name);
		try {
			await work();
		} catch (thrown) {
			setError(thrown);
		} finally {
			setBusy(undefined);
		}
	};
	return {
		made,
		/** Name of the printer the last paper went to by itself. */
		sentTo,
		error,
		busy,
		close: () => setMade(undefined),
		/** Prints when a printer takes this paper, else shows it. */
		make: (wanted: WantedPaper) =>
			void run(wanted.paper, async () => {
				const sent = await sendIfTaken({ orderId, ...wanted });
				setSentTo(sent?.printer);
				if (sent) say(t("paper-sent", { printer: sent.printer }));
				else setMade({ ...(await call("print.paper", { orderId, ...wanted })), paper: wanted.paper });
				await refresh("order.get");
			}),
		/** To look at, print by hand or keep as a file, whoever takes it. */
		show: (wanted: WantedPaper) =>
			void run(`show ${wanted.paper}`, async () => {
				const paper = await call("print.paper", { orderId, ...wanted });
				setMade({ ...paper, paper: wanted.paper });
				await refresh("order.get");
			}),
		labels: (jobIds?: string[]) =>
			void run("labels", async () => {
				const { queued } = await call("print.labels", { orderId, ...(jobIds ? { jobIds } : {}) });
				say(t("labels-queued", { count: queued }));
				await refresh("order.get");
			}),
	};
}
