import { Button } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { useStandard } from "../../../app/use-standard.ts";
import { Meaning } from "../../../components/text/Meaning.tsx";
import { useFormat } from "../../../i18n/format.ts";
import { useTexts } from "../../../i18n/language.ts";
import { standardTexts } from "../../../i18n/texts/standard.ts";
import { PageHead } from "../PageHead.tsx";
import settings from "../settings.module.css";
import { PriceListDialog } from "./PriceListDialog.tsx";
import { Promises } from "./Promises.tsx";
import { RefusedDocuments } from "./RefusedDocuments.tsx";
import { Since, type Versions } from "./Since.tsx";
import classes from "./standard.module.css";

/** What this centre judges and charges by, by whose hand and since when. */
export function StandardPage() {
	const t = useTexts(standardTexts);
	const format = useFormat();
	const { data, error, refetch } = useQueryCall("standard.versions", {}, { watch: ["reference"] });
	const [list, setList] = useState<string>();
	if (error) return <Failed error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="page" />;
	const { archive, standard, prices, promises, stores } = data;
	const see = (sha256: string) => (
		<Button variant="default" size="compact-sm" onClick={() => setList(sha256)}>
			{t("see")}
		</Button>
	);
	return (
		<>
			<PageHead title={t("title")} why={t("why")} />
			<RefusedDocuments versions={data} />
			<dl className={settings.facts}>
				<Fact name={t("standard")}>
					<Named what={standard} sample={t("sample-standard")} />
				</Fact>
				<Fact name={t("prices")}>
					<Named what={prices} sample={t("sample")} />
					{see(prices.sha256)}
				</Fact>
				<Fact name={t("promises")}>{promises ? <Promises promises={promises} /> : t("promises-none")}</Fact>
				<Fact name={t("stores")}>
					{stores ? (
						<>
							<span>{t("stores-count", { count: stores.count })}</span>
							<Since source="archive" version={stores.version} since={stores.since} />
						</>
					) : (
						t("stores-none")
					)}
				</Fact>
				<Fact name={t("signer")}>{archive ? t("signer-line", archive) : t("signer-none")}</Fact>
			</dl>
			{data.coming.length > 0 && (
				<section className={settings.part}>
					<h3>{t("coming")}</h3>
					<ul className={classes.versions}>
						{data.coming.map(({ kind, version, from }) => (
							<li key={`${kind} ${version}`}>
								{t("coming-line", { document: t(kind), version, at: format.dateTime(from) })}
							</li>
						))}
					</ul>
				</section>
			)}
			{data.earlier.length > 0 && (
				<section className={settings.part}>
					<h3>{t("earlier")}</h3>
					<p className={settings.hint}>{t("earlier-why")}</p>
					<ul className={classes.versions}>
						{data.earlier.map(({ kind, version, from, sha256 }) => (
							<li key={sha256}>
								<span>{t("earlier-line", { document: t(kind), version, at: format.dateTime(from) })}</span>
								{kind === "prices" && see(sha256)}
							</li>
						))}
					</ul>
				</section>
			)}
			{list && <PriceListDialog sha256={list} onClose={() => setList(undefined)} />}
		</>
	);
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd className={classes.fact}>{children}</dd>
		</div>
	);
}

function Named({ what, sample }: { what: Versions["standard"]; sample: string }) {
	const { name = () => what.name.zh } = useStandard() ?? {};
	return (
		<>
			<span>{name(what.name)}</span>
			<Since {...what} />
			{what.sample && <Meaning meaning="due-soon">{sample}</Meaning>}
		</>
	);
}
