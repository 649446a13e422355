import { Field } from "../../../components/input/EnterForm.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { intakeTexts } from "../../../i18n/texts/intake.ts";
import { useIntake } from "../draft/context.ts";
import { ChipInput } from "../pick/ChipInput.tsx";
import { choiceOf } from "../pick/match.ts";

type Props = { id: string; kind: string; onPick: (kind: string) => void };

/** What the item is: one tap on its word, or a few typed letters and Enter. */
export function KindPicker({ id, kind, onPick }: Props) {
	const t = useTexts(intakeTexts);
	const { standard, missing, goNext } = useIntake();
	const { categories } = standard.standard.vocab;
	const groupOf = (category: string) => standard.name(categories.find((each) => each.code === category)?.name);
	const choices = [...standard.itemKinds.values()].map((each) => ({
		...choiceOf(each.code, each.name, standard.name(each.name)),
		// A drop-off shows what it is only once: afterwards the words alone are enough.
		...(kind === "" ? { group: groupOf(each.category) } : {}),
	}));
	return (
		<Field missing={kind === ""} next={missing[0] === id}>
			<ChipInput
				label={t("kind")}
				placeholder={t("kind-find")}
				text={kind === "" ? "" : (choices.find((choice) => choice.value === kind)?.label ?? kind)}
				choices={choices}
				offer={choices.length}
				always={kind === ""}
				onPick={(choice) => onPick(choice.value)}
				onNext={goNext}
			/>
		</Field>
	);
}
