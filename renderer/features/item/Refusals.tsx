import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import type { StandardOnScreen } from "../../app/use-standard.ts";
import { useMay } from "../../app/workstation.ts";
import { ApprovalDialog } from "../../components/act/ApprovalDialog.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { itemTexts } from "../../i18n/texts/item.ts";
import classes from "./item-page.module.css";
import { type ItemRecord, wordOf } from "./words.ts";

type Props = { record: ItemRecord; standard: StandardOnScreen };
type Asking = { refusal: string; decision: "upheld" | "lifted"; what: string };

/** Times it was turned away, and how a manager decided when the customer appealed. */
export function Refusals({ record, standard }: Props) {
	const t = useTexts(itemTexts);
	const format = useFormat();
	const mayAppeal = useMay("clerk");
	const { data } = useQueryCall("session.people", {}, { enabled: record.refusals.length > 0 });
	const appeal = useCommand("item.appeal");
	const [note, setNote] = useState("");
	const [asking, setAsking] = useState<Asking>();
	if (record.refusals.length === 0) return null;
	const reasons = standard.standard.reasons["refusal-at-intake"] ?? [];
	const { itemId, version } = record.item;
	return (
		<section className={classes.box} aria-label={t("refusals")}>
			<h2>
				{t("refusals")} <span>{record.refusals.length}</span>
			</h2>
			{record.refusals.map((refusal) => {
				const reason = wordOf(standard, reasons, refusal.reason);
				const ask = (decision: Asking["decision"]) =>
					setAsking({ refusal: refusal.id, decision, what: t("appeal-what", { reason }) });
				return (
					<div key={refusal.id} className={classes.refusal}>
						<p>
							<strong>{reason}</strong> {format.dateTime(refusal.at)} {refusal.by}
						</p>
						{refusal.note && <p className={classes.dim}>{refusal.note}</p>}
						{refusal.appeal && (
							<p>
								{t(`refusal-${refusal.appeal.decision}`)} · {format.dateTime(refusal.appeal.at)} {refusal.appeal.by}
							</p>
						)}
						{mayAppeal && refusal.appeal?.decision !== "lifted" && (
							<>
								<Textarea
									label={t("appeal-note")}
									autosize
									maxLength={500}
									value={note}
									onChange={(event) => setNote(event.currentTarget.value)}
								/>
								<div className={classes.chips}>
									<Button size="xs" onClick={() => ask("lifted")}>
										{t("appeal-lift")}
									</Button>
									<Button size="xs" variant="default" onClick={() => ask("upheld")}>
										{t("appeal-uphold")}
									</Button>
								</div>
							</>
						)}
					</div>
				);
			})}
			<ApprovalDialog
				opened={asking !== undefined}
				onClose={() => setAsking(undefined)}
				what={asking?.what ?? ""}
				people={(data?.people ?? []).filter((person) => person.roles.includes("manager"))}
				onApprove={async (approval) => {
					if (!asking) return;
					const { refusal, decision } = asking;
					await appeal.mutateAsync({ itemId, version, refusal, decision, note: note.trim(), approval });
					setNote("");
				}}
			/>
		</section>
	);
}
