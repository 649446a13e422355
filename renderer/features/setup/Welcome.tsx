import { Progress, SegmentedControl, UnstyledButton } from "@mantine/core";
import { IconArrowBackUp, IconBuildingStore, IconDevices, IconTestPipe } from "@tabler/icons-react";
import { type ComponentType, useEffect, useState } from "react";
import { onPush } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { setLanguage, useLanguage, useTexts } from "../../i18n/language.ts";
import { setupTexts } from "../../i18n/texts/setup.ts";
import type { Way } from "./SetUp.tsx";
import classes from "./setup.module.css";

/** Four doors. The demo opens at once. */
export function Welcome({ dataFolder, onChoose }: { dataFolder: string; onChoose: (way: Way) => void }) {
	const t = useTexts(setupTexts);
	const language = useLanguage();
	const demo = useCommand("setup.demo");
	const percent = useDemoProgress();
	return (
		<div className={classes.welcome}>
			<header>
				<span className={classes.mark} aria-hidden>
					沿
				</span>
				<div>
					<h1>{t("welcome")}</h1>
					<p>{t("welcome-why")}</p>
				</div>
				<SegmentedControl
					aria-label={t("language")}
					value={language}
					onChange={(value) => setLanguage(value === "en" ? "en" : "zh-CN")}
					data={[
						{ value: "zh-CN", label: "中文" },
						{ value: "en", label: "English" },
					]}
				/>
			</header>
			<div className={classes.doors}>
				<Door
					main
					icon={IconBuildingStore}
					title={t("start-own")}
					hint={t("start-own-hint")}
					disabled={demo.isPending}
					onClick={() => onChoose("own")}
				/>
				<Door
					icon={IconTestPipe}
					title={demo.isPending ? t("demo-making", { percent: String(percent) }) : t("start-demo")}
					percent={demo.isPending ? percent : undefined}
					hint={t("start-demo-hint")}
					disabled={demo.isPending}
					onClick={() => demo.mutate({ language })}
				/>
				<Door
					icon={IconDevices}
					title={t("start-join")}
					hint={t("start-join-hint")}
					disabled={demo.isPending}
					onClick={() => onChoose("join")}
				/>
				<Door
					icon={IconArrowBackUp}
					title={t("start-restore")}
					hint={t("start-restore-hint")}
					disabled={demo.isPending}
					onClick={() => onChoose("restore")}
				/>
			</div>
			{demo.error && <Failed inline error={demo.error} />}
			<p className={classes.dataFolder}>{t("data-folder", { folder: dataFolder })}</p>
		</div>
	);
}

/** How far the demo workshop has come, 0–100. */
function useDemoProgress(): number {
	const [percent, setPercent] = useState(0);
	useEffect(() => onPush((push) => push.type === "progress" && setPercent(push.percent)), []);
	return percent;
}

type DoorProps = {
	icon: ComponentType<{ size?: number; stroke?: number }>;
	title: string;
	hint: string;
	main?: boolean;
	/** Shown as a bar while it is being made. */
	percent?: number | undefined;
	disabled: boolean;
	onClick: () => void;
};

function Door({ icon: Icon, title, hint, main = false, percent, disabled, onClick }: DoorProps) {
	return (
		<UnstyledButton
			className={classes.door}
			data-main={main || undefined}
			disabled={disabled}
			onClick={onClick}
			aria-label={title}
		>
			<Icon size={36} stroke={1.5} />
			<strong>{title}</strong>
			<span>{hint}</span>
			{percent !== undefined && <Progress className={classes.progress} value={percent} aria-label={title} />}
		</UnstyledButton>
	);
}
