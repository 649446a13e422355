import { ActionIcon, MultiSelect, Select, TagsInput, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { codeKinds } from "../../../../domain/item/item.ts";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import classes from "./item.module.css";

type Props = { item: ItemDraft; change: (change: (item: ItemDraft) => ItemDraft) => void };

/** Codes, material, what came along, declared value. While it is open, a scan adds its code to this item. */
export function DetailsPanel({ item, change }: Props) {
	const t = useTexts(intakeTexts);
	const { standard } = useIntake();
	const [typed, setTyped] = useState("");
	const set = (fields: Partial<ItemDraft>) => change((now) => ({ ...now, ...fields }));
	const kinds = codeKinds.map((kind) => ({ value: kind, label: t(`code-kind-${kind}`) }));
	const materials = standard.standard.vocab.materials
		.filter((material) => material.categories.some((category) => category === item.category))
		.map((material) => ({ value: material.code, label: standard.name(material.name) }));
	const addTyped = () => {
		const value = typed.trim();
		if (value === "" || item.codes.some((code) => code.value === value)) return;
		set({ codes: [...item.codes, { kind: "serial", value }] });
		setTyped("");
	};
	return (
		<div className={classes.panel}>
			<h4 className={classes.small}>
				{t("codes")} <small>{t("codes-hint")}</small>
			</h4>
			<ul className={classes.codes}>
				{item.codes.map((code, at) => (
					<li key={`${code.kind} ${code.value}`}>
						<Select
							aria-label={t("codes")}
							size="xs"
							data={kinds}
							value={code.kind}
							onChange={(kind) => {
								const chosen = codeKinds.find((each) => each === kind);
								if (!chosen) return;
								set({ codes: item.codes.map((each, i) => (i === at ? { ...each, kind: chosen } : each)) });
							}}
						/>
						<code>{code.value}</code>
						<ActionIcon
							variant="subtle"
							color="gray"
							aria-label={t("code-remove", { value: code.value })}
							onClick={() => set({ codes: item.codes.filter((each) => each !== code) })}
						>
							<IconX size={16} />
						</ActionIcon>
					</li>
				))}
				<li>
					<TextInput
						size="xs"
						aria-label={t("code-add")}
						placeholder={t("code-add")}
						value={typed}
						maxLength={120}
						autoComplete="off"
						onChange={(event) => setTyped(event.currentTarget.value)}
						onBlur={addTyped}
						onKeyDown={(event) => {
							if (event.key !== "Enter" || typed.trim() === "") return;
							event.preventDefault();
							addTyped();
						}}
					/>
				</li>
			</ul>
			<div className={classes.fields}>
				<MultiSelect
					label={t("materials")}
					searchable
					data={materials}
					value={item.materials}
					maxValues={8}
					onChange={(chosen) => set({ materials: chosen })}
				/>
				<TagsInput
					label={t("accessories")}
					placeholder={t("accessories-hint")}
					value={item.accessories}
					maxTags={20}
					maxLength={40}
					onChange={(accessories) => set({ accessories })}
				/>
				<MoneyInput
					label={t("declared-value")}
					description={t("declared-hint")}
					valueFen={item.declaredValueFen}
					onChangeFen={(declaredValueFen) => set({ declaredValueFen })}
				/>
			</div>
		</div>
	);
}
