import { Button, NativeSelect, NumberInput, Switch } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { useCommand } from "../../../app/use-calls.ts";
import { useTexts } from "../../../i18n/language.ts";
import { lanTexts } from "../../../i18n/texts/lan.ts";
import settings from "../settings.module.css";
import type { Lan } from "./LanPage.tsx";
import classes from "./lan.module.css";

/** Where this PC waits for its siblings, or that it doesn't. */
export function PlacePanel({ lan }: { lan: Lan }) {
	const t = useTexts(lanTexts);
	const set = useCommand("lan.setPlace");
	const [on, setOn] = useState(lan.on);
	const [address, setAddress] = useState(lan.address ?? lan.addresses[0]?.address ?? "");
	const [port, setPort] = useState(lan.wantedPort);
	const known = lan.addresses.map((each) => ({ value: each.address, label: `${each.address} (${each.name})` }));
	// The address it had is still shown when the cable is out.
	const choices = known.some(({ value }) => value === address) ? known : [{ value: address, label: address }, ...known];
	const same = on === lan.on && address === lan.address && port === lan.wantedPort;
	return (
		<section className={settings.part}>
			<h3>{t("place-title")}</h3>
			<p className={settings.hint}>{t("place-self", { name: lan.self.name })}</p>
			<Switch
				label={t("place-on")}
				description={t("place-on-hint")}
				checked={on}
				onChange={(event) => setOn(event.currentTarget.checked)}
			/>
			<form
				className={classes.row}
				onSubmit={(event) => {
					event.preventDefault();
					set.mutate({ on, address, port });
				}}
			>
				<NativeSelect
					label={t("show-on")}
					value={address}
					data={choices}
					onChange={(event) => setAddress(event.currentTarget.value)}
				/>
				<NumberInput
					label={t("place-port")}
					value={port}
					min={1_024}
					max={65_535}
					allowDecimal={false}
					thousandSeparator=""
					onChange={(value) => setPort(Number(value))}
				/>
				<Button type="submit" variant="default" loading={set.isPending} disabled={same || address === ""}>
					{t("save")}
				</Button>
			</form>
			{lan.trouble && <p role="alert">{t("place-trouble")}</p>}
			{set.error && <Failed inline error={set.error} />}
		</section>
	);
}
