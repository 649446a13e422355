import { ActionIcon, Button } from "@mantine/core";
import { IconFileSearch, IconPrinter, IconTag } from "@tabler/icons-react";
import type { OrderView } from "../../../../preload/contract/order.ts";
import { Failed } from "../../../app/states/Failed.tsx";
import { PrintTrail } from "../../../components/paper/PrintTrail.tsx";
import { usePaperPrinters } from "../../../components/paper/use-sent-papers.ts";
import { PhotoStrip } from "../../../components/photo/PhotoStrip.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { orderTexts } from "../../../i18n/texts/order.ts";
import classes from "../order.module.css";
import { useOrderWords } from "../words.ts";
import { PaperPreview } from "./PaperPreview.tsx";
import type { PapersDesk, WantedPaper } from "./use-papers.ts";

type Props = { order: OrderView; papers: PapersDesk };

/** Every paper of the order, to print again; who fetched what, and the signatures. */
export function Papers({ order, papers }: Props) {
	const t = useTexts(orderTexts);
	const quotes = order.jobs.filter((job) => job.quote !== null);
	return (
		<section className={classes.card} aria-label={t("papers")}>
			<h2 className={classes.sectionTitle}>{t("papers")}</h2>
			<div className={classes.printing}>
				<Print order={order} papers={papers} wanted={{ paper: "slip" }} label={t("print-slip")} hotkey="F4" />
				<Print order={order} papers={papers} wanted={{ paper: "bench-slip" }} label={t("print-bench")} />
				{quotes.map(({ jobId, ordinal }) => (
					<Print
						key={jobId}
						order={order}
						papers={papers}
						wanted={{ paper: "quote", jobId }}
						label={t("print-quote", {
							job: quotes.length > 1 || order.jobs.length > 1 ? `-${String(ordinal).padStart(2, "0")}` : "",
						})}
					/>
				))}
				<Receipts order={order} papers={papers} />
				{order.voided === null && (
					<Button
						variant="default"
						justify="flex-start"
						px="xs"
						leftSection={<IconTag size={18} stroke={1.7} />}
						title="Alt+L"
						loading={papers.busy === "labels"}
						onClick={() => papers.labels()}
					>
						{t("print-labels")}
					</Button>
				)}
			</div>
			{papers.error !== undefined && <Failed inline error={papers.error} />}
			<PrintTrail orderId={order.orderId} />
			<Handovers order={order} />
			<Signatures order={order} />
			<PaperPreview made={papers.made} onClose={papers.close} />
		</section>
	);
}

type PrintProps = Props & { wanted: WantedPaper; label: string; hotkey?: string; wide?: boolean };

function Print({ order, papers, wanted, label, hotkey, wide }: PrintProps) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const prints = order.papers.filter((p) => p.paper === wanted.paper && p.jobId === (wanted.jobId ?? null));
	const last = prints.at(-1);
	const printer = usePaperPrinters()(wanted.paper);
	const hint = last
		? t("printed", { count: prints.length, at: format.when(last.at, order.nowAt) })
		: t("never-printed");
	const button = (
		<Button
			variant="default"
			justify="flex-start"
			px="xs"
			title={printer === undefined ? hint : `${t("goes-to", { printer })} · ${hint}`}
			data-wide={wide || undefined}
			leftSection={<IconPrinter size={18} stroke={1.7} />}
			{...(hotkey ? { rightSection: <kbd className={classes.kbd}>{hotkey}</kbd> } : {})}
			loading={papers.busy === wanted.paper}
			onClick={() => papers.make(wanted)}
		>
			{label}
		</Button>
	);
	if (printer === undefined) return button;
	return (
		<span className={classes.paperActs} data-wide={wide || undefined}>
			{button}
			<ActionIcon
				variant="default"
				size="lg"
				title={t("show-paper")}
				aria-label={`${t("show-paper")}: ${label}`}
				onClick={() => papers.show(wanted)}
			>
				<IconFileSearch size={18} stroke={1.7} />
			</ActionIcon>
		</span>
	);
}

function Receipts({ order, papers }: Props) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	return order.handovers.map(({ id, at }) => (
		<Print
			key={id}
			order={order}
			papers={papers}
			wanted={{ paper: "receipt", handoverId: id }}
			label={t("print-receipt", { at: format.when(at, order.nowAt) })}
			wide
		/>
	));
}

function Handovers({ order }: { order: OrderView }) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const words = useOrderWords();
	return (
		<ul className={classes.plainList}>
			{order.handovers.map((h) => (
				<li key={h.id}>
					{t("handed-over", {
						at: format.when(h.at, order.nowAt),
						by: h.by.name,
						to: h.to === "other" ? [h.name, h.phone].filter(Boolean).join(" ") : words.own("to", h.to),
					})}
					<small>
						{[
							words.own("proof", h.proof),
							h.partial && t("handed-partial"),
							h.openFen > 0 && t("left-open", { amount: format.money(h.openFen) }),
						]
							.filter(Boolean)
							.join(" · ")}
					</small>
				</li>
			))}
		</ul>
	);
}

function Signatures({ order }: { order: OrderView }) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const words = useOrderWords();
	return (
		<ul className={classes.signatures}>
			{order.signatures.map((s) =>
				s.picture ? (
					<li key={s.picture}>
						<PhotoStrip size="sm" photos={[{ handle: s.picture }]} />
						<span>
							{t("signed-for", { what: words.own("signed", s.what) })}
							<small>{format.when(s.at, order.nowAt)}</small>
						</span>
					</li>
				) : null,
			)}
		</ul>
	);
}
