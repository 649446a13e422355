import { Switch, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { findPrice } from "../../../../domain/standard/lookup.ts";
import type { ItemDraft } from "../../../../preload/contract/intake-draft.ts";
import { Field } from "../../../components/input/EnterForm.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import { ChipInput } from "../pick/ChipInput.tsx";
import { type Choice, choiceOf } from "../pick/match.ts";
import pick from "../pick/pick.module.css";
import classes from "./item.module.css";

type Props = { item: ItemDraft; change: (change: (item: ItemDraft) => ItemDraft) => void };

/** The inspection itself is no service anybody asks for at the counter. */
const inspection = "O00";

/** What is wrong in the customer's words, and services that need no fault. One of both is enough. */
export function AskPart({ item, change }: Props) {
	const t = useTexts(intakeTexts);
	const { missing, goNext, standard } = useIntake();
	const id = `item.${item.key}.asked`;
	const isMissing = missing.includes(id);
	const choices = useServices(item);
	const priced = item.services.every((code) => findPrice(standard.standard.prices, code) !== undefined);
	const set = (fields: Partial<ItemDraft>) => change((now) => ({ ...now, ...fields }));
	const phrases = usePhrases(item);
	const setServices = (services: string[]) => set({ services, agreed: item.agreed && services.length > 0 });

	return (
		<div className={classes.ask}>
			<Field missing={isMissing} next={missing[0] === id}>
				<Textarea
					label={t("words")}
					placeholder={t("words-hint")}
					autosize
					minRows={2}
					maxRows={6}
					maxLength={1000}
					value={item.words}
					onChange={(event) => set({ words: event.currentTarget.value })}
					onKeyDown={(event) => {
						if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
						event.preventDefault();
						goNext(event.currentTarget);
					}}
				/>
				<div className={`${pick.chips} ${classes.phrases}`}>
					{phrases.map((phrase) => (
						<button
							key={phrase}
							type="button"
							tabIndex={-1}
							className={pick.chip}
							onClick={() => set({ words: [item.words, phrase].filter(Boolean).join(t("list")) })}
						>
							{phrase}
						</button>
					))}
				</div>
			</Field>
			<Field>
				<ChipInput
					label={t("services")}
					placeholder={t("services-find")}
					text=""
					several
					choices={choices}
					chosen={item.services}
					offer={8}
					always
					onPick={({ value }) => setServices(toggled(item.services, value))}
					onNext={goNext}
				/>
			</Field>
			{item.services.length > 0 && (
				<div className={classes.chosen}>
					<ul>
						{item.services.map((code) => {
							const choice = choices.find((each) => each.value === code);
							const label = choice?.label ?? code;
							return (
								<li key={code}>
									<span>{label}</span>
									{choice?.note && <span className={classes.price}>{choice.note}</span>}
									<button
										type="button"
										aria-label={t("service-remove", { name: label })}
										onClick={() => setServices(item.services.filter((each) => each !== code))}
									>
										<IconX size={16} aria-hidden />
									</button>
								</li>
							);
						})}
					</ul>
					<Switch
						label={t("agreed")}
						description={priced ? t("agreed-hint") : t("agreed-no")}
						checked={item.agreed}
						disabled={!priced}
						onChange={(event) => set({ agreed: event.currentTarget.checked })}
					/>
				</div>
			)}
		</div>
	);
}

const toggled = (codes: readonly string[], code: string) =>
	codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code];

const mostPhrases = 7;

/** The troubles people most often bring such a thing for, as the standard names them; those already said are left out. */
function usePhrases(item: ItemDraft): string[] {
	const { standard } = useIntake();
	const names = standard.standard.faults
		.filter((fault) => fault.categories.includes(item.category))
		.map((fault) => standard.name(fault.name));
	return [...new Set(names)].filter((name) => !item.words.includes(name)).slice(0, mostPhrases);
}

/** The operations that fit the item, those often asked for here first, each with its list price. */
function useServices(item: ItemDraft): Choice[] {
	const { standard, favourites } = useIntake();
	const { money } = useFormat();
	const { operations, prices } = standard.standard;
	const rank = (code: string) => {
		const at = favourites.services.indexOf(code);
		return at < 0 ? favourites.services.length : at;
	};
	return operations
		.filter((operation) => operation.code !== inspection && operation.categories.includes(item.category))
		.map((operation, at) => ({ operation, at }))
		.sort((a, b) => rank(a.operation.code) - rank(b.operation.code) || usual(a) - usual(b) || a.at - b.at)
		.map(({ operation }) => {
			const price = findPrice(prices, operation.code);
			const label = standard.name(operation.name);
			return choiceOf(operation.code, operation.name, label, price && money(price.unitFen));
		});
}

/** Care comes before repair: it is what people ask for by name. */
const usual = ({ operation }: { operation: { skill: string } }) => (operation.skill === "CLN" ? 0 : 1);
