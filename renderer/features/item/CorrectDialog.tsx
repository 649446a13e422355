import { Button, Group, Modal, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import type { StandardOnScreen } from "../../app/use-standard.ts";
import { useTexts } from "../../i18n/language.ts";
import { itemTexts } from "../../i18n/texts/item.ts";
import classes from "./item-page.module.css";
import { type ItemRecord, wordOf } from "./words.ts";

type Props = { record: ItemRecord; standard: StandardOnScreen; onClose: () => void };

const fields = ["brand", "style", "size"] as const;

/** A correction: what was written before stays in the history, with who changed it and why. */
export function CorrectDialog({ record, standard, onClose }: Props) {
	const t = useTexts(itemTexts);
	const set = useCommand("item.set");
	const { itemId, version, kind, brand, style, size, colour } = record.item;
	const { vocab, reasons } = standard.standard;
	const [now, setNow] = useState({ kind, brand, style, size, colour: wordOf(standard, vocab.colours, colour) });
	const [reason, setReason] = useState("typing-error");
	const change = (part: Partial<typeof now>) => setNow((before) => ({ ...before, ...part }));
	const save = () => {
		const typed = vocab.colours.find((each) => standard.name(each.name) === now.colour)?.code ?? now.colour;
		const wanted = { ...now, colour: typed };
		const changes = Object.fromEntries(
			Object.entries(wanted).filter(([field, value]) => record.item[field as keyof typeof wanted] !== value),
		);
		set.mutate({ itemId, version, changes, reason }, { onSuccess: onClose });
	};
	return (
		<Modal opened onClose={onClose} title={t("correct-title")} size="lg">
			<div className={classes.correct}>
				<Select
					label={t("kind")}
					searchable
					data={[...standard.itemKinds.values()].map((each) => ({ value: each.code, label: standard.name(each.name) }))}
					value={now.kind}
					onChange={(value) => value && change({ kind: value })}
				/>
				<TextInput
					label={t("colour")}
					value={now.colour}
					maxLength={40}
					onChange={(event) => change({ colour: event.currentTarget.value })}
				/>
				{fields.map((field) => (
					<TextInput
						key={field}
						label={t(field)}
						value={now[field]}
						maxLength={field === "size" ? 20 : 40}
						onChange={(event) => change({ [field]: event.currentTarget.value })}
					/>
				))}
				<Select
					label={t("correct-reason")}
					data={(reasons.correction ?? []).map((each) => ({ value: each.code, label: standard.name(each.name) }))}
					value={reason}
					onChange={(value) => value && setReason(value)}
				/>
			</div>
			{set.error && <Failed inline error={set.error} />}
			<Group mt="md" justify="flex-end">
				<Button loading={set.isPending} onClick={save}>
					{t("correct-save")}
				</Button>
			</Group>
		</Modal>
	);
}
