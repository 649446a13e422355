import { SegmentedControl, Select, TextInput } from "@mantine/core";
import type { CallOutput } from "../../../app/client.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { provinces } from "../../../components/door/provinces.ts";
import { useTexts } from "../../../i18n/language.ts";
import { settingsTexts } from "../../../i18n/texts/settings.ts";
import { PageHead } from "../PageHead.tsx";
import { SaveBar } from "../SaveBar.tsx";
import classes from "../settings.module.css";
import { History } from "./History.tsx";
import { useCentreForm, useStore } from "./use-store.ts";

/** What is printed on every paper. */
export function CentrePage() {
	const t = useTexts(settingsTexts);
	const { data, error, refetch } = useStore();
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	return (
		<>
			<PageHead title={t("centre")} why={t("centre-why")} />
			<Form store={data} />
			<History />
		</>
	);
}

function Form({ store }: { store: CallOutput<"store.get"> }) {
	const t = useTexts(settingsTexts);
	const { value, set, bar } = useCentreForm(store);
	const said = [value.brandName, value.centreName, value.address, value.phone].every((text) => text.trim() !== "");
	return (
		<>
			<div className={classes.form}>
				<TextInput
					label={t("brand")}
					maxLength={60}
					value={value.brandName}
					onChange={(event) => set({ brandName: event.currentTarget.value })}
				/>
				<TextInput
					label={t("centre-name")}
					maxLength={60}
					value={value.centreName}
					onChange={(event) => set({ centreName: event.currentTarget.value })}
				/>
				<TextInput
					className={classes.wide ?? ""}
					label={t("address")}
					maxLength={200}
					value={value.address}
					onChange={(event) => set({ address: event.currentTarget.value })}
				/>
				<TextInput
					label={t("phone")}
					maxLength={30}
					value={value.phone}
					onChange={(event) => set({ phone: event.currentTarget.value })}
				/>
				<Select
					label={t("province")}
					searchable
					data={[{ value: "", label: t("province-none") }, ...provinces.map((name) => ({ value: name, label: name }))]}
					value={value.province}
					onChange={(province) => set({ province: province ?? "" })}
				/>
				<TextInput
					label={t("code")}
					description={t("code-hint")}
					inputWrapperOrder={["label", "input", "description"]}
					inputMode="numeric"
					maxLength={5}
					value={value.code}
					onChange={(event) => set({ code: event.currentTarget.value.replace(/\D/g, "") })}
				/>
				<div>
					<p className={classes.label}>{t("language")}</p>
					<SegmentedControl
						aria-label={t("language")}
						value={value.language}
						onChange={(language) => set({ language: language === "en" ? "en" : "zh-CN" })}
						data={[
							{ value: "zh-CN", label: "中文" },
							{ value: "en", label: "English" },
						]}
					/>
				</div>
			</div>
			<SaveBar {...bar} valid={said && /^\d{5}$/.test(value.code)} />
		</>
	);
}
