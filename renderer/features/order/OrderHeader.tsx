import { Button, Menu } from "@mantine/core";
import { IconDots, IconPackageExport, IconUser } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { Reason } from "../../../domain/errors.ts";
import { openStages } from "../../../domain/job/stage.ts";
import type { OrderView } from "../../../preload/contract/order.ts";
import { addresses } from "../../app/addresses.ts";
import { useMay } from "../../app/workstation.ts";
import { Meaning } from "../../components/text/Meaning.tsx";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { sentenceFor } from "../../i18n/sentence.ts";
import { orderTexts } from "../../i18n/texts/order.ts";
import { transferTexts } from "../../i18n/texts/transfer.ts";
import type { Act } from "./acts/Acts.tsx";
import classes from "./order.module.css";
import { Revealed } from "./Revealed.tsx";
import { useOrderWords } from "./words.ts";

type Props = { order: OrderView; ready: boolean; counter: boolean; onAct: (act: Act) => void };

/** Number, whose, when; what may be done with the order as a whole. */
export function OrderHeader({ order, ready, counter, onAct }: Props) {
	const t = useTexts(orderTexts);
	const format = useFormat();
	const words = useOrderWords();
	const navigate = useNavigate();
	const { voided } = order;
	return (
		<header className={classes.header}>
			<div className={classes.title}>
				<h1>
					<OrderNumber value={order.number} size="lg" />
				</h1>
				<p>
					<Customer order={order} />
					<span>{t("promised", { day: format.dateTime(order.promisedAt) })}</span>
					<span className={classes.quiet}>
						{t("opened", { at: format.when(order.openedAt, order.nowAt), by: order.openedBy.name })}
					</span>
				</p>
			</div>
			<div className={classes.headActs}>
				{counter && !voided && (
					<Button
						size="md"
						disabled={!ready}
						leftSection={<IconPackageExport size={20} stroke={1.7} />}
						rightSection={<kbd className={classes.kbd}>F8</kbd>}
						onClick={() => void navigate(addresses.handOver(order.orderId))}
					>
						{t("hand-over")}
					</Button>
				)}
				<ActMenu order={order} counter={counter} onAct={onAct} />
			</div>
			{voided && (
				<p className={classes.voided} role="status">
					<Meaning meaning="blocked">
						{t("voided", {
							reason: words.name(voided.reason.name),
							by: voided.by.name,
							at: format.when(voided.at, order.nowAt),
						})}
					</Meaning>
				</p>
			)}
		</header>
	);
}

function Customer({ order }: { order: OrderView }) {
	const t = useTexts(orderTexts);
	const { customer } = order;
	if (!customer || customer.erased) return <span className={classes.customer}>{t("erased")}</span>;
	const { subjectId, name, phone, under14 } = customer;
	return (
		<span className={classes.customer}>
			<IconUser size={18} stroke={1.7} aria-hidden />
			{name ? <Revealed subjectId={subjectId} field="name" masked={name} reason="verify-identity" /> : t("no-name")}
			{phone ? <Revealed subjectId={subjectId} field="phone" masked={phone} reason="contact" /> : t("no-phone")}
			{under14 && <small>{t("under-14")}</small>}
		</span>
	);
}

function ActMenu({ order, counter, onAct }: Omit<Props, "ready">) {
	const t = useTexts(orderTexts);
	const transfer = useTexts(transferTexts);
	const language = useLanguage();
	const navigate = useNavigate();
	const inHand = order.jobs.some((job) => openStages.includes(job.stage) && !job.where);
	const manager = useMay("manager");
	const open = order.voided === null;
	const hindered = order.voidHindered as Reason | null;
	const why = hindered ? sentenceFor({ code: "rule-broken", reason: hindered }, language).what : "";
	return (
		<Menu position="bottom-end" width={280}>
			<Menu.Target>
				<Button variant="default" size="md" leftSection={<IconDots size={20} stroke={1.7} />}>
					{t("actions")}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item rightSection={<kbd>Alt+N</kbd>} onClick={() => onAct({ what: "note" })}>
					{t("note")}
				</Menu.Item>
				{open && (
					<Menu.Item disabled={!inHand} onClick={() => void navigate(addresses.send(order.orderId))}>
						{transfer("send-job")}
					</Menu.Item>
				)}
				{counter && open && (
					<>
						<Menu.Item rightSection={<kbd>Alt+M</kbd>} onClick={() => onAct({ what: "take" })}>
							{t("take-money")}
						</Menu.Item>
						<Menu.Item onClick={() => onAct({ what: "promise" })}>{t("correct-promise")}</Menu.Item>
						{order.customer && !order.customer.erased && (
							<Menu.Item onClick={() => onAct({ what: "customer" })}>{t("correct-customer")}</Menu.Item>
						)}
						<Menu.Divider />
						{manager && order.customer && !order.customer.erased && (
							<Menu.Item color="red" onClick={() => onAct({ what: "erase" })}>
								{t("erase-customer")}
							</Menu.Item>
						)}
						<Menu.Item color="red" disabled={why !== ""} onClick={() => onAct({ what: "void" })}>
							{t("void")}
							{why && <small className={classes.why}>{t("not-now", { why })}</small>}
						</Menu.Item>
					</>
				)}
			</Menu.Dropdown>
		</Menu>
	);
}
