import { NumberInput, Radio, Stack, Switch } from "@mantine/core";
import type { CallOutput } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { MoneyInput } from "../../../components/input/MoneyInput.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import { standardTexts } from "../../../i18n/texts/standard.ts";
import { PageHead } from "../PageHead.tsx";
import { SaveBar } from "../SaveBar.tsx";
import classes from "../settings.module.css";
import { useRulesForm, useStore } from "./use-store.ts";

const minuteMs = 60_000;

/** How this centre works: what the brand leaves to it. */
export function RulesPage() {
	const t = useTexts(settingsTexts);
	const { data, error, refetch } = useStore();
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	return (
		<>
			<PageHead title={t("rules")} why={t("rules-why")} />
			<Form store={data} />
		</>
	);
}

function Form({ store }: { store: CallOutput<"store.get"> }) {
	const t = useTexts(settingsTexts);
	const words = useTexts(standardTexts);
	const { value, set, bar } = useRulesForm(store);
	const promises = useQueryCall("standard.versions", {}, { watch: ["reference"] }).data?.promises;
	/** What the head office promised for all its stores: the store's own figure stands, but doesn't count. */
	const fixed = (by: unknown) => (promises && by ? words("promised-brand", { version: promises.version }) : undefined);
	const days = (
		label: string,
		field: "quoteValidDays" | "followUpAfterDays" | "brandTermDays" | "returnDays" | "exchangeDays",
		[min, max]: readonly [number, number],
		hint?: string,
		promised?: string,
	) => (
		<NumberInput
			label={label}
			description={promised ?? hint}
			disabled={promised !== undefined}
			inputWrapperOrder={["label", "input", "description"]}
			suffix={` ${t("days")}`}
			min={min}
			max={max}
			clampBehavior="strict"
			allowDecimal={false}
			allowNegative={false}
			value={value[field]}
			onChange={(typed) => typeof typed === "number" && set({ [field]: typed })}
		/>
	);
	return (
		<>
			<div className={classes.form}>
				<NumberInput
					label={t("rule-lock")}
					description={t("rule-lock-hint")}
					inputWrapperOrder={["label", "input", "description"]}
					suffix={` ${t("minutes")}`}
					min={1}
					max={480}
					clampBehavior="strict"
					allowDecimal={false}
					allowNegative={false}
					value={value.autoLockMs / minuteMs}
					onChange={(typed) => typeof typed === "number" && typed >= 1 && set({ autoLockMs: typed * minuteMs })}
				/>
				<MoneyInput
					label={t("rule-fee")}
					description={t("rule-fee-hint")}
					inputWrapperOrder={["label", "input", "description"]}
					valueFen={value.testFeeFen}
					onChangeFen={(fen) => fen !== null && set({ testFeeFen: fen })}
				/>
				{days(t("rule-quote"), "quoteValidDays", [1, 365])}
				{days(t("rule-follow"), "followUpAfterDays", [1, 30])}
				{days(t("rule-brand"), "brandTermDays", [0, 3650], t("rule-brand-hint"), fixed(promises?.repair))}
				<span />
				{days(t("rule-return"), "returnDays", [0, 365], undefined, fixed(promises?.return))}
				{days(t("rule-exchange"), "exchangeDays", [0, 365], undefined, fixed(promises?.exchange))}
				<Radio.Group
					className={classes.wide ?? ""}
					label={t("rule-clocks")}
					description={fixed(promises?.clockSet)}
					value={promises?.clockSet ?? value.clockSet}
					onChange={(clockSet) => set({ clockSet: clockSet === "B" ? "B" : "A" })}
				>
					<Stack mt="xs" gap="xs">
						<Radio value="A" label={t("rule-clocks-a")} disabled={Boolean(promises?.clockSet)} />
						<Radio value="B" label={t("rule-clocks-b")} disabled={Boolean(promises?.clockSet)} />
					</Stack>
				</Radio.Group>
				<Switch
					className={classes.wide ?? ""}
					label={t("rule-self")}
					description={t("rule-self-hint")}
					checked={value.selfInspection}
					onChange={(event) => set({ selfInspection: event.currentTarget.checked })}
				/>
			</div>
			<SaveBar {...bar} valid />
		</>
	);
}
