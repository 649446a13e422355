import { SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import type { OrderJob, OrderView } from "../../../../preload/contract/order.ts";
import { call } from "../../../app/client.ts";
import { useMay } from "../../../app/workstation.ts";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { ReasonPicker, type ReasonValue, reasonComplete } from "../../../components/input/ReasonPicker.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";
import { useApproved } from "../form/use-approved.tsx";
import classes from "../order.module.css";
import { useOrderWords } from "../words.ts";

type Fee = "none" | "usual" | "other";

/** The customer calls one item off: why, what is charged all the same, in their words. */
export function CancelJob({ order, job, onDone }: { order: OrderView; job: OrderJob; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const words = useOrderWords();
	const manager = useMay("manager");
	const { usualFen, highestFen } = job.cancelFee;
	const reasons = words.reasons("cancel-job");
	const [reason, setReason] = useState<ReasonValue | undefined>({ code: "customer-cancelled", note: "" });
	const [fee, setFee] = useState<Fee>("none");
	const [otherFen, setOtherFen] = useState<number | null>(null);
	const [said, setSaid] = useState("");
	const feeFen = fee === "none" ? 0 : fee === "usual" ? usualFen : (otherFen ?? 0);
	const { act, dialog } = useApproved({
		needed: feeFen > usualFen && !manager,
		what: t("cancel-approve", { amount: format.money(feeFen) }),
		people: order.managers,
		onDone,
		run: async (approval) => {
			if (!reasonComplete(reason, reasons)) return;
			const { jobId, version } = job;
			const given = { code: reason.code, ...(reason.note ? { note: reason.note } : {}) };
			await call("order.cancelJob", {
				...{ jobId, version, reason: given, feeFen, words: said },
				...(approval ? { approval } : {}),
			});
		},
	});
	return (
		<>
			<ActForm
				danger
				label={t("cancel-do")}
				disabled={!reasonComplete(reason, reasons) || (fee === "other" && otherFen === null)}
				onDone={onDone}
				onSubmit={act}
			>
				<p>{t("cancel-what")}</p>
				<ReasonPicker label={t("reason")} reasons={reasons} value={reason} onChange={setReason} noteOnlyIfNeeded />
				{highestFen === 0 ? (
					<p className={classes.quiet}>{t("fee-never")}</p>
				) : (
					<div className={classes.two}>
						<SegmentedControl
							orientation="vertical"
							aria-label={t("fee")}
							value={fee}
							onChange={(value) => setFee(value as Fee)}
							data={[
								{ value: "none", label: t("fee-none") },
								{ value: "usual", label: t("fee-usual", { amount: format.money(usualFen) }) },
								{ value: "other", label: t("fee-other") },
							]}
						/>
						{fee === "other" && (
							<MoneyInput
								label={t("fee")}
								description={t("fee-highest", { amount: format.money(highestFen) })}
								valueFen={otherFen}
								onChangeFen={setOtherFen}
							/>
						)}
					</div>
				)}
				<Textarea
					label={t("customer-words")}
					autosize
					minRows={2}
					maxLength={1000}
					value={said}
					onChange={(event) => setSaid(event.currentTarget.value)}
				/>
			</ActForm>
			{dialog}
		</>
	);
}
