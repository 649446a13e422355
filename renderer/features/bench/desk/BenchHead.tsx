import { ActionIcon, Button, Menu, Tooltip } from "@mantine/core";
import { IconCamera, IconChevronDown, IconClockPause, IconClockPlay, IconPrinter } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { BenchJob } from "../../../../preload/contract/bench.ts";
import { addresses } from "../../../app/addresses.ts";
import { useQueryCall } from "../../../app/use-calls.ts";
import { useStandard } from "../../../app/use-standard.ts";
import { DueChip } from "../../../components/text/DueChip.tsx";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { OrderNumber } from "../../../components/text/OrderNumber.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { benchTexts } from "../../../i18n/texts/bench.ts";
import shared from "../bench.module.css";
import { useItemText, useName } from "../words.ts";
import classes from "./desk.module.css";
import type { Desk } from "./use-desk.ts";

/** Which job this is, how long it has, where it lies, whose it is; small acts that are not the step's. */
export function BenchHead({ job, desk }: { job: BenchJob; desk: Desk }) {
	const t = useTexts(benchTexts);
	const name = useName();
	const itemText = useItemText();
	const standard = useStandard();
	const { card } = job;
	const paused = card.clock?.state === "paused" ? card.clock.pausedFor : null;
	const why = standard?.standard.reasons.pause?.find((reason) => reason.code === paused)?.name;
	return (
		<header className={shared.head}>
			<div className={shared.headWhat}>
				<Link to={addresses.job(card.jobId)} title={t("open-job")}>
					<OrderNumber value={card.orderNumber} job={card.ordinal} size="lg" />
				</Link>
				<span>{itemText(card.item)}</span>
			</div>
			<div className={shared.headState}>
				{card.reworks > 0 && <Meaning meaning="due-soon">{t("rework", { round: card.reworks })}</Meaning>}
				{paused && <Meaning meaning="paused">{t("clock-stands", { reason: name(why) })}</Meaning>}
				<DueChip clock={card.due} promisedAt={card.promisedAt} />
				<span className={shared.headPlace}>{card.shelf ? `${t("shelf")} ${card.shelf}` : t("no-shelf")}</span>
				<Whose job={job} desk={desk} />
				<span className={classes.headActs}>
					{job.closed === null && card.clock && (
						<Small
							label={t(paused ? "go-clock" : "stop-clock")}
							onPress={paused ? desk.resumeClock : () => desk.open("clock")}
						>
							{paused ? <IconClockPlay stroke={1.7} /> : <IconClockPause stroke={1.7} />}
						</Small>
					)}
					<Small label={t("photo")} disabled={!desk.mayShoot} onPress={() => desk.open("photo")}>
						<IconCamera stroke={1.7} />
					</Small>
					<Small label={t("print-label")} onPress={() => void desk.printLabels()}>
						<IconPrinter stroke={1.7} />
					</Small>
				</span>
			</div>
		</header>
	);
}

type SmallProps = { label: string; onPress: () => void; disabled?: boolean; children: ReactNode };

function Small({ label, onPress, disabled = false, children }: SmallProps) {
	return (
		<Tooltip label={label}>
			<ActionIcon variant="default" size="lg" aria-label={label} disabled={disabled} onClick={onPress}>
				{children}
			</ActionIcon>
		</Tooltip>
	);
}

function Whose({ job, desk }: { job: BenchJob; desk: Desk }) {
	const t = useTexts(benchTexts);
	const { data } = useQueryCall("bench.technicians", {}, { watch: ["person"], enabled: job.closed === null });
	const { assignee } = job.card;
	if (job.closed !== null) return <span className={shared.headPlace}>{assignee?.name}</span>;
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<Button variant="default" size="compact-sm" rightSection={<IconChevronDown size={16} stroke={1.8} />}>
					{assignee?.name ?? t("assignee-none")}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{!job.mine && <Menu.Item onClick={desk.take}>{t("take")}</Menu.Item>}
				{assignee && <Menu.Item onClick={() => desk.give(null)}>{t("release")}</Menu.Item>}
				<Menu.Label>{t("give")}</Menu.Label>
				{(data?.people ?? [])
					.filter((each) => each.id !== assignee?.id)
					.map((each) => (
						<Menu.Item key={each.id} onClick={() => desk.give(each.id)}>
							{each.name}
						</Menu.Item>
					))}
			</Menu.Dropdown>
		</Menu>
	);
}
