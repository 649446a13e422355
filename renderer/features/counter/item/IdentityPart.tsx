import { TextInput } from "@mantine/core";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import { Field } from "../../../components/input/EnterForm.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import { withKind } from "../draft/edit.ts";
import { ChipInput } from "../pick/ChipInput.tsx";
import { choiceOf, wordChoice } from "../pick/match.ts";
import classes from "./item.module.css";
import { KindPicker } from "./KindPicker.tsx";

type Props = { item: ItemDraft; change: (change: (item: ItemDraft) => ItemDraft) => void };

/** Kind, brand, colour, size, style: what it is. */
export function IdentityPart({ item, change }: Props) {
	const t = useTexts(intakeTexts);
	const { standard, missing, goNext, favourites } = useIntake();
	const id = (field: string) => `item.${item.key}.${field}`;
	const isNext = (field: string) => missing[0] === id(field);
	const set = (fields: Partial<ItemDraft>) => change((now) => ({ ...now, ...fields }));
	const { vocab } = standard.standard;
	const brands = [
		...vocab.brands.map((brand) => choiceOf(brand.code, brand.name, standard.name(brand.name))),
		...favourites.brands.filter((brand) => brand !== t("brand-none")).map(wordChoice),
		wordChoice(t("brand-none")),
	];
	const colours = vocab.colours.map((each) => choiceOf(each.code, each.name, standard.name(each.name)));
	const nameOf = (choices: typeof colours, value: string) =>
		choices.find((choice) => choice.value === value)?.label ?? value;

	return (
		<div className={classes.identity} data-bare={item.kind === "" || undefined}>
			<div className={classes.kind}>
				<KindPicker
					id={id("kind")}
					kind={item.kind}
					onPick={(kind) => change((now) => withKind(now, kind, standard))}
				/>
			</div>
			{item.kind !== "" && (
				<>
					<Field missing={item.brand === ""} next={isNext("brand")}>
						<ChipInput
							label={t("brand")}
							text={nameOf(brands, item.brand)}
							choices={brands}
							onPick={(choice) => set({ brand: choice.value })}
							onType={(brand) => set({ brand })}
							maxLength={40}
							onNext={goNext}
						/>
					</Field>
					<Field missing={item.colour === ""} next={isNext("colour")}>
						<ChipInput
							label={t("colour")}
							text={nameOf(colours, item.colour)}
							choices={colours}
							offer={colours.length}
							onPick={(choice) => set({ colour: choice.value })}
							onType={(colour) => set({ colour })}
							maxLength={40}
							onNext={goNext}
						/>
					</Field>
					<Field>
						<TextInput
							label={t("size")}
							value={item.size}
							maxLength={20}
							autoComplete="off"
							onChange={(event) => set({ size: event.currentTarget.value })}
						/>
					</Field>
					<Field>
						<TextInput
							label={t("style")}
							value={item.style}
							maxLength={40}
							autoComplete="off"
							onChange={(event) => set({ style: event.currentTarget.value })}
						/>
					</Field>
				</>
			)}
		</div>
	);
}
