import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconPhotoOff, IconPrinter } from "@tabler/icons-react";
import { Link } from "react-router";
import type { JobPage } from "../../../preload/contract/job.ts";
import { addresses } from "../../app/addresses.ts";
import { Photo } from "../../components/photo/PhotoStrip.tsx";
import { ClockChip } from "../../components/text/ClockChip.tsx";
import { Meaning } from "../../components/text/Meaning.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { StageTrack } from "../../components/text/StageTrack.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useTexts } from "../../i18n/language.ts";
import { jobTexts } from "../../i18n/texts/job.ts";
import { transferTexts } from "../../i18n/texts/transfer.ts";
import classes from "./job.module.css";
import type { Names } from "./use-names.ts";

export type JobHeaderProps = {
	page: JobPage;
	names: Names;
	/** To the next (+1) or previous (-1) item of the same drop-off. */
	onGo: (step: 1 | -1) => void;
	onPrint: (what: "quote" | "labels") => void;
	/** To the page that sends it to another workshop; left out: it can't be sent now. */
	onSend?: () => void;
};

/** What it is, whose it is, where it stands, and the promise that matters now. */
export function JobHeader({ page, names, onGo, onPrint, onSend }: JobHeaderProps) {
	const t = useTexts(jobTexts);
	const format = useFormat();
	const { clock, customer } = page;
	const shown = page.photos.find((p) => p.role === "before") ?? page.photos[0];
	const count = page.order.jobs.length;
	return (
		<header className={classes.head}>
			<div className={classes.headPhoto}>
				{shown ? (
					<Photo handle={shown.handle} label={t("photo")} />
				) : (
					<span title={t("no-photo")}>
						<IconPhotoOff size={26} stroke={1.5} aria-label={t("no-photo")} />
					</span>
				)}
			</div>
			<div className={classes.headWords}>
				<div className={classes.headLine}>
					<h1 title={names.item(page.item)}>{names.item(page.item)}</h1>
					{count > 1 && <Siblings at={page.ordinal} count={count} onGo={onGo} />}
				</div>
				<div className={classes.headFacts}>
					<Link to={addresses.order(page.order.id)} title={t("to-order")} className={classes.number}>
						<OrderNumber value={page.order.number} job={page.ordinal} />
					</Link>
					{page.item.style && <span>{page.item.style}</span>}
					<span>
						{customer.erased ? t("erased") : customer.name || t("no-name")} {customer.phone}
					</span>
					{customer.under14 && (
						<Meaning meaning="due-soon" size="sm">
							{t("under-14")}
						</Meaning>
					)}
					<span>{t("received", { when: format.when(page.receivedAt, page.nowAt), who: page.receivedBy.name })}</span>
					<span>{t("promised", { when: format.when(page.promisedAt, page.nowAt) })}</span>
					{page.shelf && <span>{t("shelf", { shelf: page.shelf })}</span>}
					{page.declaredValueFen !== null && (
						<span>
							{t("declared")} {format.money(page.declaredValueFen)}
						</span>
					)}
					{page.reworks > 0 && (
						<Meaning meaning="due-soon" size="sm">
							{t("rework", { count: page.reworks })}
						</Meaning>
					)}
					{page.returning && (
						<Meaning meaning="neutral" size="sm">
							{t("returning")}
						</Meaning>
					)}
				</div>
			</div>
			<div className={classes.headState}>
				<StageTrack stage={page.stage} blocked={page.conflicts.length > 0} />
				<div className={classes.headNow}>
					<strong>{t(waitsForQuote(page) ? "to-quote" : `stage-${page.stage}`)}</strong>
					{clock && (
						<span title={t("clock-net", { wall: format.duration(clock.wallMs), net: format.duration(clock.netMs) })}>
							<ClockChip dueAt={clock.dueAt} state={clock.state} label={names.clock(clock.clock)} />
						</span>
					)}
					<span className={classes.soft}>{page.assignee ? t("owner", { name: page.assignee.name }) : t("nobody")}</span>
				</div>
			</div>
			<PrintMenu quoted={page.quotes.length > 0} onPrint={onPrint} {...(onSend ? { onSend } : {})} />
		</header>
	);
}

/** The other items of the same drop-off. */
function Siblings({ at, count, onGo }: { at: number; count: number; onGo: JobHeaderProps["onGo"] }) {
	const t = useTexts(jobTexts);
	return (
		<span className={classes.siblings}>
			<ActionIcon
				variant="subtle"
				color="gray"
				aria-label={t("previous-job")}
				disabled={at <= 1}
				onClick={() => onGo(-1)}
			>
				<IconChevronLeft size={20} />
			</ActionIcon>
			<small title={t("job-of", { no: at, count })}>
				{at}/{count}
			</small>
			<ActionIcon
				variant="subtle"
				color="gray"
				aria-label={t("next-job")}
				disabled={at >= count}
				onClick={() => onGo(1)}
			>
				<IconChevronRight size={20} />
			</ActionIcon>
		</span>
	);
}

/** Decided to repair, but no version is out for the customer to answer. */
function waitsForQuote(page: JobPage): boolean {
	const [current] = page.quotes;
	return page.stage === "quote" && (!current || current.answer !== null);
}

type PrintMenuProps = Pick<JobHeaderProps, "onPrint" | "onSend"> & { quoted: boolean };

function PrintMenu({ quoted, onPrint, onSend }: PrintMenuProps) {
	const t = useTexts(jobTexts);
	const transfer = useTexts(transferTexts);
	return (
		<Menu position="bottom-end">
			<Menu.Target>
				<Button
					variant="default"
					className={classes.headPrint}
					rightSection={<IconChevronDown size={16} />}
					aria-label={t("print-labels")}
				>
					<IconPrinter size={20} stroke={1.7} aria-hidden />
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={() => onPrint("labels")}>{t("print-labels")}</Menu.Item>
				<Menu.Item disabled={!quoted} onClick={() => onPrint("quote")}>
					{t("print-quote")}
				</Menu.Item>
				{onSend && (
					<>
						<Menu.Divider />
						<Menu.Item onClick={onSend}>{transfer("send-job")}</Menu.Item>
					</>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}
