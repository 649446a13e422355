import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { formatOrderNumber } from "../../../domain/code/order-number.ts";
import { addresses } from "../../app/addresses.ts";
import { type CallOutput, call } from "../../app/client.ts";
import { Failed } from "../../app/states/Failed.tsx";
import { useCommand } from "../../app/use-calls.ts";
import { OrderNumber } from "../../components/text/OrderNumber.tsx";
import { useItemName } from "../../components/text/use-item-name.ts";
import { listText } from "../../i18n/define.ts";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage, useTexts } from "../../i18n/language.ts";
import { syncStatusTexts } from "../../i18n/texts/sync-status.ts";
import { ExportButton } from "./ExportButton.tsx";
import classes from "./sync.module.css";

type Status = CallOutput<"sync.status">;
type About = Status["waiting"][number]["about"];

/** Every entry with why it is here and what can be done. Parts without entries are not drawn. */
export function Entries({ status }: { status: Status }) {
	return (
		<>
			<Conflicts status={status} />
			<Waiting status={status} />
			<Held status={status} />
			<SetAside status={status} />
		</>
	);
}

function Part({ title, why, count, children }: { title: string; why: string; count: number; children: ReactNode }) {
	if (count === 0) return null;
	return (
		<section className={classes.part} aria-label={title}>
			<h3>
				{title} <span>{count}</span>
			</h3>
			<p>{why}</p>
			<ul>{children}</ul>
		</section>
	);
}

function Conflicts({ status: { conflicts } }: { status: Status }) {
	const t = useTexts(syncStatusTexts);
	const language = useLanguage();
	const nameOf = useItemName();
	const navigate = useNavigate();
	return (
		<Part title={t("conflicts")} why={t("conflicts-why")} count={conflicts.length}>
			{conflicts.map(({ jobId, number, ordinal, item, fields }) => (
				<li key={jobId}>
					<div className={classes.what}>
						<span>
							<OrderNumber value={number} job={ordinal} size="sm" short /> {nameOf(item)}
						</span>
						<small>
							{listText(
								fields.map((field) =>
									field === "stage" || field === "quote" || field === "custody" ? t(`field-${field}`) : field,
								),
								language,
							)}
						</small>
					</div>
					<Button onClick={() => void navigate(addresses.job(jobId))}>{t("choose")}</Button>
				</li>
			))}
		</Part>
	);
}

/** Where a thing has a page of its own. */
function pageOf({ kind, id }: About): string | undefined {
	if (kind === "order") return addresses.order(id);
	if (kind === "job") return addresses.job(id);
	return kind === "item" ? addresses.item(id) : undefined;
}

function useAboutText(): (about: About) => string {
	const t = useTexts(syncStatusTexts);
	return ({ kind, number, ordinal }) => {
		const job = ordinal === null ? "" : `-${String(ordinal).padStart(2, "0")}`;
		return t("about", { kind: t(`kind-${kind}`), number: number ? formatOrderNumber(number) + job : "" }).trim();
	};
}

function Waiting({ status: { waiting } }: { status: Status }) {
	const t = useTexts(syncStatusTexts);
	const textOf = useAboutText();
	const navigate = useNavigate();
	return (
		<Part title={t("waits")} why={t("waits-why")} count={waiting.length}>
			{waiting.map(({ about, missing }) => {
				const page = about.number === null && about.kind !== "item" ? undefined : pageOf(about);
				return (
					<li key={`${about.kind} ${about.id}`}>
						<div className={classes.what}>
							<span>{textOf(about)}</span>
							<small>{t("waits-line", { count: missing })}</small>
						</div>
						{page && (
							<Button variant="default" onClick={() => void navigate(page)}>
								{t("look")}
							</Button>
						)}
					</li>
				);
			})}
		</Part>
	);
}

const heldReasons = ["shape", "hash", "gap", "fork", "own", "branch"] as const;
const asideReasons = ["shape", "brand", "revoked", "too-large"] as const;
/** Trying again can change something only where the entry itself is sound. */
const worthRetrying: ReadonlySet<string> = new Set(["gap", "hash"]);

function Held({ status: { held } }: { status: Status }) {
	const t = useTexts(syncStatusTexts);
	const format = useFormat();
	const retry = useCommand("sync.retry");
	return (
		<Part title={t("held")} why={t("held-why")} count={held.length}>
			{held.map(({ hash, from, reason, at, station, seq }) => {
				const known = heldReasons.find((each) => each === reason) ?? "shape";
				const place = [t(`from-${from}`, { station }), seq === null ? "" : t("seq", { seq }), format.dateTime(at)];
				return (
					<li key={hash}>
						<div className={classes.what}>
							<span>{t(`held-${known}`)}</span>
							<small>{place.filter(Boolean).join(" · ")}</small>
							{retry.error && retry.variables?.hash === hash && <Failed inline error={retry.error} />}
						</div>
						{worthRetrying.has(known) && (
							<Button variant="default" loading={retry.isPending} onClick={() => retry.mutate({ hash })}>
								{t("retry")}
							</Button>
						)}
						<Export hash={hash} />
					</li>
				);
			})}
		</Part>
	);
}

function SetAside({ status: { setAside } }: { status: Status }) {
	const t = useTexts(syncStatusTexts);
	const format = useFormat();
	const textOf = useAboutText();
	return (
		<Part title={t("aside")} why={t("aside-why")} count={setAside.length}>
			{setAside.map(({ hash, reason, at, about }) => (
				<li key={hash}>
					<div className={classes.what}>
						<span>{t(`aside-${asideReasons.find((each) => each === reason) ?? "unknown"}`)}</span>
						<small>
							{textOf(about)} · {format.dateTime(at)}
						</small>
					</div>
					<Export hash={hash} />
				</li>
			))}
		</Part>
	);
}

function Export({ hash }: { hash: string }) {
	const t = useTexts(syncStatusTexts);
	return <ExportButton label={t("export")} make={() => call("sync.export", { hash })} />;
}
