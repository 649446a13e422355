import { useState } from "react";
import { findPrice } from "../../../../domain/standard/lookup.ts";
import type { JobPage } from "../../../../preload/contract/job.ts";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { quoteTexts } from "../../../i18n/texts/quote.ts";
import type { Names } from "../use-names.ts";
import type { Choices, OwnPrice } from "./choices.ts";
import { PickDialog, type PickRow } from "./PickDialog.tsx";
import { PriceDialog } from "./PriceDialog.tsx";

export type Editing =
	| { kind: "work"; operation: string }
	| { kind: "part"; operation: string }
	| { kind: "price"; code: string; listFen: number | null };

export type QuoteDialogsProps = {
	page: JobPage;
	names: Names;
	choices: Choices;
	editing: Editing | undefined;
	onClose: () => void;
	onWork: (code: string, findingId: string) => void;
	onPart: (operation: string, part: string, price: OwnPrice | undefined) => void;
	onPrice: (code: string, price: OwnPrice | undefined) => void;
};

/** Adding work or a part of the standard, and a price of one's own. */
export function QuoteDialogs(props: QuoteDialogsProps) {
	const { page, names, choices, editing, onClose, onWork, onPart, onPrice } = props;
	const t = useTexts(quoteTexts);
	const format = useFormat();
	const [part, setPart] = useState<string>();
	const { standard } = names.standard;
	const rowOf = (code: string, name: { zh: string; en?: string | undefined }): PickRow => {
		const price = findPrice(standard.prices, code);
		const money = !price || price.included ? "—" : `${format.money(price.unitFen)}/${t(`unit_${price.unit}`)}`;
		return {
			code,
			name: names.text(name as never),
			price: money,
			search: `${code} ${name.zh} ${name.en ?? ""}`.toLowerCase(),
		};
	};
	const close = () => {
		setPart(undefined);
		onClose();
	};
	if (!editing) return null;
	if (editing.kind === "work") {
		const used = new Set([...choices.remedies, ...choices.services].map((o) => o.operation));
		const fitting = standard.operations.filter((o) => o.categories.includes(page.item.category) && !used.has(o.code));
		const findings = page.findings
			.filter((f) => !f.agreed)
			.map((f) => ({ value: f.id, label: `${page.findings.indexOf(f) + 1} ${names.fault(f.fault)}` }));
		return (
			<PickDialog
				title={t("add-title")}
				label={t("add-search")}
				rows={fitting.map((o) => rowOf(o.code, o.name))}
				targets={{ label: t("why"), data: [{ value: "", label: t("why-service") }, ...findings] }}
				onClose={close}
				onPick={(code, target) => {
					onWork(code, target);
					close();
				}}
			/>
		);
	}
	if (editing.kind === "part" && part === undefined) {
		const used = new Set(choices.parts.map((p) => p.part));
		return (
			<PickDialog
				title={t("part-title")}
				label={t("part-search")}
				rows={standard.parts.filter((p) => !used.has(p.code)).map((p) => rowOf(p.code, p.name))}
				onClose={close}
				onPick={(code) => {
					const price = findPrice(standard.prices, code);
					if (!price || price.included) return setPart(code);
					onPart(editing.operation, code, undefined);
					return close();
				}}
			/>
		);
	}
	const code = editing.kind === "price" ? editing.code : (part ?? "");
	return (
		<PriceDialog
			names={names}
			code={code}
			listFen={editing.kind === "price" ? editing.listFen : null}
			before={choices.prices.find((p) => p.code === code)}
			onClose={close}
			onSet={(price) => {
				if (editing.kind === "part") onPart(editing.operation, code, price);
				else onPrice(code, price);
				close();
			}}
		/>
	);
}
