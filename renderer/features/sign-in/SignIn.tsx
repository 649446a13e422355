import { SegmentedControl, UnstyledButton } from "@mantine/core";
import { IconId } from "@tabler/icons-react";
import { useState } from "react";
import { call } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useCommand, useQueryCall } from "../../app/use-calls.ts";
import { useWorkstation } from "../../app/workstation.ts";
import { useNow } from "../../components/text/use-now.ts";
import { useFormat } from "../../i18n/format.ts";
import { setLanguage, useLanguage, useTexts } from "../../i18n/language.ts";
import { signInTexts } from "../../i18n/texts/sign-in.ts";
import { useScan } from "../../scan/bus.ts";
import { People } from "./People.tsx";
import { PinEntry } from "./PinEntry.tsx";
import { Recover } from "./Recover.tsx";
import classes from "./sign-in.module.css";

/** Tiles, a PIN pad, and a badge scan that works whatever is touched. */
export function SignIn() {
	const t = useTexts(signInTexts);
	const { data: state } = useWorkstation();
	const { data, error, refetch } = useQueryCall("session.people", {});
	const signIn = useCommand("session.signIn");
	const [chosen, setChosen] = useState<string>();
	const [recovering, setRecovering] = useState(false);
	const [badgeError, setBadgeError] = useState(false);

	useScan(
		async ({ text, code }) => {
			if (code.kind !== "badge") return { label: t("badge-wanted"), tone: "attention" };
			setBadgeError(false);
			try {
				const { name } = await signIn.mutateAsync({ badge: text });
				return { label: t("welcome", { name }) };
			} catch {
				setBadgeError(true);
				return { label: t("badge-unknown"), tone: "attention" };
			}
		},
		{ active: !recovering },
	);

	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="cards" />;
	const only = data.people.length === 1 ? data.people[0]?.id : undefined;
	const selected = chosen ?? data.lastPerson ?? only;
	const person = data.people.find(({ id }) => id === selected);
	return (
		<div className={classes.page}>
			<Head centreName={state?.centreName ?? ""} />
			{state?.demo && <p className={classes.demo}>{t("demo-note")}</p>}
			<div className={classes.body}>
				<section className={classes.who}>
					<h1>{t("who")}</h1>
					<p className={classes.hint} data-wrong={badgeError || undefined} role="status">
						<IconId size={20} stroke={1.7} aria-hidden />
						{t(badgeError ? "badge-unknown" : "scan-badge")}
					</p>
					<People people={data.people} selected={person?.id} onSelect={setChosen} />
				</section>
				<section className={classes.pin}>
					<PinEntry
						key={person?.id}
						person={person}
						onEnter={(pin) => (person ? signIn.mutateAsync({ person: person.id, pin }) : undefined)}
					/>
					<UnstyledButton className={classes.forgot} onClick={() => setRecovering(true)}>
						{t("forgot")}
					</UnstyledButton>
				</section>
			</div>
			{data.lastPerson && <p className={classes.safe}>{t("drafts-safe")}</p>}
			<Recover
				opened={recovering}
				onClose={() => setRecovering(false)}
				managers={data.people.filter(({ roles }) => roles.includes("manager"))}
				onRecover={(input) => call("session.recover", input)}
			/>
		</div>
	);
}

function Head({ centreName }: { centreName: string }) {
	const format = useFormat();
	const language = useLanguage();
	const now = new Date(useNow(15_000)).toISOString();
	return (
		<header className={classes.head}>
			<span className={classes.mark} aria-hidden>
				沿
			</span>
			<strong>{centreName}</strong>
			<time dateTime={now}>
				{format.weekday(now)} {format.time(now)}
			</time>
			<SegmentedControl
				size="xs"
				value={language}
				onChange={(value) => setLanguage(value === "en" ? "en" : "zh-CN")}
				data={[
					{ value: "zh-CN", label: "中文" },
					{ value: "en", label: "English" },
				]}
			/>
		</header>
	);
}
