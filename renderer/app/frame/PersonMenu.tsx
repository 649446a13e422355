import { Menu, SegmentedControl, Switch, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconLock, IconSwitchHorizontal, IconUserCircle } from "@tabler/icons-react";
import { setLanguage, useLanguage, useTexts } from "../../i18n/language.ts";
import { frameTexts } from "../../i18n/texts/frame.ts";
import { setLargePrint, useLargePrint } from "../../theme/preferences.ts";
import { useKeys } from "../keys/keys.ts";
import { usePerson } from "../workstation.ts";
import classes from "./frame.module.css";
import keys from "./keys.module.css";
import { useLock } from "./use-session.ts";

/** Who is here; switch or lock with one key or scan; how this screen looks. */
export function PersonMenu() {
	const t = useTexts(frameTexts);
	const person = usePerson();
	const role = person?.roles[0];
	const lock = useLock();
	useKeys([{ key: "Ctrl+L", label: t("lock"), run: lock }], "frame");
	return (
		<Menu position="bottom-end" width={280} closeOnItemClick>
			<Menu.Target>
				<UnstyledButton className={classes.person}>
					<IconUserCircle size={22} stroke={1.6} aria-hidden />
					<span>
						<strong>{person?.name}</strong>
						{role && <small>{t(`role-${role}`)}</small>}
					</span>
					<IconChevronDown size={16} stroke={1.8} aria-hidden />
				</UnstyledButton>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item leftSection={<IconSwitchHorizontal size={18} stroke={1.7} />} onClick={lock}>
					{t("switch-person")}
					<small className={classes.menuHint}>{t("switch-hint")}</small>
				</Menu.Item>
				<Menu.Item
					leftSection={<IconLock size={18} stroke={1.7} />}
					rightSection={<kbd className={keys.key}>Ctrl+L</kbd>}
					onClick={lock}
				>
					{t("lock")}
				</Menu.Item>
				<Menu.Divider />
				<Look />
			</Menu.Dropdown>
		</Menu>
	);
}

/** Language, light or dark, large print: of this screen, for whoever stands here. */
function Look() {
	const t = useTexts(frameTexts);
	const language = useLanguage();
	const large = useLargePrint();
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	return (
		<div className={classes.look}>
			<SegmentedControl
				fullWidth
				size="xs"
				aria-label={t("language")}
				value={language}
				onChange={(value) => setLanguage(value === "en" ? "en" : "zh-CN")}
				data={[
					{ value: "zh-CN", label: "中文" },
					{ value: "en", label: "English" },
				]}
			/>
			<SegmentedControl
				fullWidth
				size="xs"
				aria-label={t("appearance")}
				value={colorScheme}
				onChange={(value) => setColorScheme(value === "dark" ? "dark" : value === "auto" ? "auto" : "light")}
				data={[
					{ value: "light", label: t("theme-light") },
					{ value: "dark", label: t("theme-dark") },
					{ value: "auto", label: t("theme-auto") },
				]}
			/>
			<Switch
				label={t("large-print")}
				checked={large}
				onChange={(event) => setLargePrint(event.currentTarget.checked)}
			/>
		</div>
	);
}
