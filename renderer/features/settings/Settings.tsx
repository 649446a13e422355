import {
	IconBuildingStore,
	IconCertificate,
	IconClockHour4,
	IconCloud,
	IconDatabaseExport,
	IconDeviceDesktop,
	IconDevices,
	IconLock,
	IconPrinter,
	IconScale,
	IconUsers,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { NavLink, useParams } from "react-router";
import { features } from "../../app/features.ts";
import { Missing } from "../../app/states/Missing.tsx";
import { useMay } from "../../app/workstation.ts";
import { useTexts } from "../../i18n/language.ts";
import { settingsTexts } from "../../i18n/texts/settings.ts";
import { ArchivePage } from "./archive/ArchivePage.tsx";
import { BackupPage } from "./backup/BackupPage.tsx";
import { CentrePage } from "./centre/CentrePage.tsx";
import { HoursPage } from "./centre/HoursPage.tsx";
import { RulesPage } from "./centre/RulesPage.tsx";
import { StationPage } from "./centre/StationPage.tsx";
import { LanPage } from "./lan/LanPage.tsx";
import classes from "./settings.module.css";
import { MyPin } from "./staff/MyPin.tsx";
import { StaffPage } from "./staff/StaffPage.tsx";
import { StandardPage } from "./standard/StandardPage.tsx";

type Icon = ComponentType<{ size?: number; stroke?: number }>;

const sections = [
	{ name: "staff", icon: IconUsers, Page: StaffPage, manager: true },
	{ name: "centre", icon: IconBuildingStore, Page: CentrePage, manager: true },
	{ name: "hours", icon: IconClockHour4, Page: HoursPage, manager: true },
	{ name: "rules", icon: IconScale, Page: RulesPage, manager: true },
	{ name: "standard", icon: IconCertificate, Page: StandardPage, manager: true },
	{ name: "backup", icon: IconDatabaseExport, Page: BackupPage, manager: true },
	{ name: "lan", icon: IconDevices, Page: LanPage, manager: true },
	{ name: "archive", icon: IconCloud, Page: ArchivePage, manager: true },
	{ name: "my-pin", icon: IconLock, Page: MyPin, manager: false },
	{ name: "station", icon: IconDeviceDesktop, Page: StationPage, manager: false },
] as const;

/** A list of sections beside the one that is open. */
export function Settings() {
	const t = useTexts(settingsTexts);
	const manager = useMay("manager");
	const { section } = useParams();
	const mine = sections.filter((each) => manager || !each.manager);
	const open = section ? mine.find(({ name }) => name === section) : mine[0];
	const printers = features.find(({ path }) => path === "/settings/printers" || path === "/printers");
	return (
		<div className={classes.layout}>
			<nav className={classes.nav} aria-label={t("sections")}>
				<h1>{t("title")}</h1>
				{mine.map(({ name, icon }) => (
					<Place key={name} to={`/settings/${name}`} icon={icon} label={t(name)} here={open?.name === name} />
				))}
				{printers && <Place to={printers.path} icon={IconPrinter} label={t("printers")} here={false} />}
			</nav>
			<div className={classes.page}>{open ? <open.Page /> : <Missing />}</div>
		</div>
	);
}

function Place({ to, icon: Icon, label, here }: { to: string; icon: Icon; label: string; here: boolean }) {
	return (
		<NavLink to={to} replace className={classes.place ?? ""} data-here={here || undefined}>
			<Icon size={20} stroke={1.7} />
			{label}
		</NavLink>
	);
}
