import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { lanTexts } from "../../../i18n/texts/lan.ts";
import settings from "../settings.module.css";
import type { Lan } from "./LanPage.tsx";
import classes from "./lan.module.css";

/** Two ways to the same thing: the code is shown here, or typed here. */
export function PairPanel({ lan }: { lan: Lan }) {
	const t = useTexts(lanTexts);
	return (
		<section className={settings.part}>
			<h3>{t("pair-title")}</h3>
			{lan.addresses.length === 0 ? (
				<p className={settings.hint}>{t("no-network")}</p>
			) : (
				<div className={classes.ways}>
					{lan.pairing ? <Shown lan={lan} pairing={lan.pairing} /> : <Show lan={lan} />}
					<Type />
				</div>
			)}
		</section>
	);
}

function Show({ lan }: { lan: Lan }) {
	const t = useTexts(lanTexts);
	const show = useCommand("lan.showCode");
	const [address, setAddress] = useState(lan.address ?? lan.addresses[0]?.address ?? "");
	return (
		<form
			className={classes.way}
			onSubmit={(event) => {
				event.preventDefault();
				show.mutate({ address });
			}}
		>
			<p className={settings.hint}>{t("show-why")}</p>
			<NativeSelect
				label={t("show-on")}
				value={address}
				onChange={(event) => setAddress(event.currentTarget.value)}
				data={lan.addresses.map((each) => ({ value: each.address, label: `${each.address} (${each.name})` }))}
			/>
			{show.error && <Failed inline error={show.error} />}
			<Button type="submit" loading={show.isPending}>
				{t("show-go")}
			</Button>
		</form>
	);
}

function Shown({ lan, pairing }: { lan: Lan; pairing: NonNullable<Lan["pairing"]> }) {
	const t = useTexts(lanTexts);
	const format = useFormat();
	const hide = useCommand("lan.hideCode");
	const usual = lan.port === 47_220 ? "" : `:${lan.port}`;
	return (
		<div className={classes.way} role="status">
			<p className={settings.hint}>{t("code-where", { address: `${lan.address}${usual}` })}</p>
			<output className={classes.code} aria-label={t("code-label")}>
				{pairing.code}
			</output>
			<p className={settings.hint}>{t("code-until", { time: format.time(pairing.until), count: pairing.left })}</p>
			<Button variant="default" onClick={() => hide.mutate({})}>
				{t("show-hide")}
			</Button>
		</div>
	);
}

function Type() {
	const t = useTexts(lanTexts);
	const pair = useCommand("lan.pair");
	const [address, setAddress] = useState("");
	const [code, setCode] = useState("");
	return (
		<form
			className={classes.way}
			onSubmit={(event) => {
				event.preventDefault();
				pair.mutate(
					{ address, code },
					{
						onSuccess: () => {
							setAddress("");
							setCode("");
						},
					},
				);
			}}
		>
			<p className={settings.hint}>{t("type-why")}</p>
			<TextInput
				label={t("type-address")}
				placeholder="192.168.1.20"
				value={address}
				maxLength={120}
				spellCheck={false}
				onChange={(event) => setAddress(event.currentTarget.value)}
			/>
			<TextInput
				label={t("type-code")}
				placeholder="XXXX-XXXX-XXXX"
				value={code}
				maxLength={20}
				spellCheck={false}
				onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
			/>
			{pair.error && <Failed inline error={pair.error} />}
			<Button
				type="submit"
				variant="default"
				loading={pair.isPending}
				disabled={address.trim() === "" || code.replace(/[^0-9A-Z]/g, "").length !== 12}
			>
				{t("type-go")}
			</Button>
		</form>
	);
}
