import { TextInput } from "@mantine/core";
import { IconSearch, IconStack2 } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useKeys } from "../../app/keys/keys.ts";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { Loading } from "../../app/states/Loading.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { ScanTarget } from "../../components/input/ScanTarget.tsx";
import { useTexts } from "../../i18n/language.ts";
import { shelfTexts } from "../../i18n/texts/shelf.ts";
import { ShelfRows } from "./ShelfRows.tsx";
import classes from "./shelf.module.css";
import { disarm, useArmedShelf } from "./shelf-scans.ts";

/** Where everything lies: shelves left, what is on one of them or what a search finds right. */
export function ShelfPage() {
	const t = useTexts(shelfTexts);
	const box = useRef<HTMLInputElement>(null);
	const [text, setText] = useState("");
	const [chosen, setChosen] = useState<string>();
	const list = useQueryCall("shelf.list", {}, { watch: ["job"] });
	const [params] = useSearchParams();
	const armed = useArmedShelf();
	const shelf = armed ?? chosen ?? params.get("at") ?? list.data?.shelves[0]?.shelf ?? "";
	useKeys([{ key: "F", label: t("find-label"), run: () => box.current?.focus(), bar: true }]);
	if (list.error) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
	if (!list.data) return <Loading shape="rows" />;
	const { shelves, nowhere } = list.data;
	return (
		<div className={classes.page}>
			<nav className={classes.shelves} aria-label={t("shelves")}>
				<button type="button" aria-current={(text === "" && shelf === "") || undefined} onClick={() => show("")}>
					<strong>{t("nowhere")}</strong>
					<span>{t("count", { count: nowhere })}</span>
				</button>
				<hr />
				{shelf !== "" && !shelves.some((each) => each.shelf === shelf) && (
					<button type="button" aria-current={text === "" || undefined} onClick={() => show(shelf)}>
						<strong>{shelf}</strong>
						<span>{t("count", { count: 0 })}</span>
					</button>
				)}
				{shelves.map((each) => (
					<button
						key={each.shelf}
						type="button"
						aria-current={(text === "" && each.shelf === shelf) || undefined}
						onClick={() => show(each.shelf)}
					>
						<strong>{each.shelf}</strong>
						<span>{t("count", { count: each.jobs })}</span>
						{each.ready > 0 && <small>{t("ready", { count: each.ready })}</small>}
					</button>
				))}
			</nav>
			<div className={classes.main}>
				<ScanTarget look="slim" title={t("scan-title")} hint={t("scan-hint")} />
				<TextInput
					ref={box}
					size="md"
					aria-label={t("find-label")}
					placeholder={t("find")}
					leftSection={<IconSearch size={18} stroke={1.7} />}
					value={text}
					autoComplete="off"
					onChange={(event) => setText(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key !== "Escape" || text === "") return;
						event.stopPropagation();
						setText("");
					}}
				/>
				{text.trim() === "" ? (
					<OnShelf shelf={shelf} none={shelves.length === 0 && nowhere === 0} />
				) : (
					<Found text={text.trim()} />
				)}
			</div>
		</div>
	);

	function show(next: string): void {
		disarm();
		setText("");
		setChosen(next);
	}
}

function OnShelf({ shelf, none }: { shelf: string; none: boolean }) {
	const t = useTexts(shelfTexts);
	const { data, error, refetch } = useQueryCall("shelf.on", { shelf }, { watch: ["job"] });
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="rows" />;
	if (none) return <Empty icon={IconStack2} title={t("no-shelves")} teach={t("no-shelves-next")} />;
	const title = shelf === "" ? t("nowhere") : `${t("title")} ${shelf}`;
	const empty =
		shelf === "" ? (
			<Empty icon={IconStack2} title={t("nowhere-none")} teach={t("nowhere-none-next")} />
		) : (
			<Empty icon={IconStack2} title={t("shelf-empty")} teach={t("shelf-empty-next", { shelf })} />
		);
	return <ShelfRows key={shelf} title={title} cards={data.cards} more={data.more} empty={empty} />;
}

function Found({ text }: { text: string }) {
	const t = useTexts(shelfTexts);
	const { data, error, refetch } = useQueryCall("shelf.find", { text }, { watch: ["job"], keepPrevious: true });
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="rows" />;
	return (
		<ShelfRows
			title={t("find-label")}
			cards={data.cards}
			more={data.more}
			empty={<Empty icon={IconSearch} title={t("find-none")} teach={t("find-none-next")} />}
		/>
	);
}
