import { Autocomplete, TextInput } from "@mantine/core";
import { useState } from "react";
import type { OrderJob } from "../../../../preload/contract/order.ts";
import { call } from "../../../app/client.ts";
import { useStandard } from "../../../app/use-standard.ts";
import { say } from "../../../components/act/undo.tsx";
import { ReasonPicker, type ReasonValue } from "../../../components/input/ReasonPicker.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import { ActForm } from "../form/ActForm.tsx";
import classes from "../order.module.css";
import { useOrderWords } from "../words.ts";

const fields = ["brand", "style", "colour", "size"] as const;
type Field = (typeof fields)[number];

/** Corrects what the item is; the earlier description stays on its record. */
export function CorrectItem({ job, onDone }: { job: OrderJob; onDone: () => void }) {
	const t = useTexts(orderTexts);
	const words = useOrderWords();
	const standard = useStandard();
	const { item } = job;
	const vocab = standard?.standard.vocab;
	const lists = { brand: vocab?.brands ?? [], colour: vocab?.colours ?? [], style: [], size: [] };
	const shown = (field: Field) => words.name(lists[field].find((w) => w.code === item[field])?.name) || item[field];
	const [typed, setTyped] = useState<Partial<Record<Field, string>>>({});
	const [reason, setReason] = useState<ReasonValue>();
	const changes = Object.fromEntries(
		fields.flatMap((field) => {
			const text = typed[field]?.trim();
			// A word of the standard is kept as its code, so that every language finds it.
			const value = lists[field].find((w) => words.name(w.name) === text)?.code ?? text;
			return value === undefined || value === item[field] ? [] : [[field, value]];
		}),
	);
	return (
		<ActForm
			label={t("save")}
			disabled={Object.keys(changes).length === 0 || reason === undefined}
			onDone={onDone}
			onSubmit={async () => {
				if (reason === undefined) return;
				const { itemId, version } = item;
				await call("item.set", { itemId, version, changes, reason: reason.code });
				say(t("saved"));
			}}
		>
			<div className={classes.two}>
				{fields.map((field) => {
					const change = (text: string) => setTyped({ ...typed, [field]: text });
					const shared = { label: t(field), value: typed[field] ?? shown(field), maxLength: 40 };
					return lists[field].length > 0 ? (
						<Autocomplete
							key={field}
							{...shared}
							data={[...new Set(lists[field].map((w) => words.name(w.name)))]}
							onChange={change}
						/>
					) : (
						<TextInput key={field} {...shared} onChange={(event) => change(event.currentTarget.value)} />
					);
				})}
			</div>
			<ReasonPicker
				label={t("reason")}
				reasons={words.reasons("correction").filter((r) => !r.needsNote)}
				value={reason}
				onChange={setReason}
				noteOnlyIfNeeded
			/>
		</ActForm>
	);
}
