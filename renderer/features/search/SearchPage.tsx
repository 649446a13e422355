import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { Empty } from "../../app/states/Empty.tsx";
import { Failed } from "../../app/states/Failed.tsx";
import { useQueryCall } from "../../app/use-calls.ts";
import { SearchPassport } from "../../components/passport/SearchPassport.tsx";
import { useTexts } from "../../i18n/language.ts";
import { searchTexts } from "../../i18n/texts/search.ts";
import { BoardTable } from "../board/BoardTable.tsx";
import { useItemName } from "../board/use-item-name.ts";
import classes from "./search.module.css";

/** One box over everything, answered as you type. The text stands in the address, so Back returns to it. */
export function SearchPage() {
	const t = useTexts(searchTexts);
	const navigate = useNavigate();
	const nameOf = useItemName();
	const [params, setParams] = useSearchParams();
	const box = useRef<HTMLInputElement>(null);
	const text = params.get("q") ?? "";
	const found = useQueryCall(
		"search.find",
		{ text, limit: 40 },
		{ enabled: text.trim() !== "", keepPrevious: true, watch: ["job", "order", "item", "subject"] },
	);
	useEffect(() => box.current?.focus(), []);
	const { customers = [], jobs = [], items = [] } = text.trim() === "" ? {} : (found.data ?? {});
	const nothing = found.data !== undefined && customers.length + jobs.length + items.length === 0;

	return (
		<div className={classes.page}>
			<TextInput
				ref={box}
				size="lg"
				aria-label={t("label")}
				placeholder={t("label")}
				description={t("hint")}
				leftSection={<IconSearch size={20} aria-hidden />}
				value={text}
				maxLength={80}
				onChange={(event) => setParams({ q: event.currentTarget.value }, { replace: true })}
			/>
			<div className={classes.results} aria-live="polite">
				{text.trim() === "" && <Empty title={t("start")} teach={t("start-teach")} icon={IconSearch} />}
				{found.error && <Failed error={found.error} inline onRetry={() => void found.refetch()} />}
				<SearchPassport text={text} />
				{text.trim() !== "" && nothing && <Empty title={t("nothing")} teach={t("nothing-teach")} icon={IconSearch} />}
				{customers.length > 0 && (
					<section>
						<h2>{t("customers")}</h2>
						<ul className={classes.chips}>
							{customers.map((c) => (
								<li key={c.id}>
									<strong>{c.name || "—"}</strong> {c.phone} · {t("customer-jobs", { count: String(c.jobs) })}
								</li>
							))}
						</ul>
					</section>
				)}
				{jobs.length > 0 && (
					<section>
						<h2>{t("jobs")}</h2>
						<BoardTable rows={jobs} onOpen={(row) => void navigate(`/job/${row.jobId}`)} />
					</section>
				)}
				{items.length > 0 && (
					<section>
						<h2>{t("items")}</h2>
						<ul className={classes.chips}>
							{items.map((item) => (
								<li key={item.id}>
									<button type="button" onClick={() => void navigate(`/item/${item.id}`)}>
										{nameOf(item)} {item.style}
									</button>
								</li>
							))}
						</ul>
					</section>
				)}
			</div>
		</div>
	);
}
