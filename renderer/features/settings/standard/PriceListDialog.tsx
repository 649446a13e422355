import { Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { Failed } from "../../../app/states/Failed.tsx";
import { Loading } from "../../../app/states/Loading.tsx";
import { useQueryCall } from "../../../app/use-calls.ts";
import { useStandard } from "../../../app/use-standard.ts";
import { MoneyText } from "../../../components/text/MoneyText.tsx";
import { useTexts } from "../../../i18n/language.ts";
import { standardTexts } from "../../../i18n/texts/standard.ts";
import classes from "./standard.module.css";

/** A price list to read: the one in force, or one of before. */
export function PriceListDialog({ sha256, onClose }: { sha256: string; onClose: () => void }) {
	const t = useTexts(standardTexts);
	const { name = (text: { zh: string }) => text.zh } = useStandard() ?? {};
	const { data, error } = useQueryCall("standard.priceList", { sha256 });
	const [sought, setSought] = useState("");
	const words = sought.trim().toLowerCase();
	const lines = (data?.lines ?? []).filter((line) => `${line.code} ${name(line.name)}`.toLowerCase().includes(words));
	const title = data ? t("list-title", { name: name(data.name), version: data.version }) : t("prices");
	return (
		<Modal opened onClose={onClose} title={title} size="xl">
			{error && <Failed inline error={error} />}
			{!data && !error && <Loading shape="rows" />}
			{data && (
				<Stack>
					<TextInput
						data-autofocus
						aria-label={t("search")}
						placeholder={t("search")}
						value={sought}
						onChange={(event) => setSought(event.currentTarget.value)}
					/>
					<div className={classes.list}>
						<table>
							<thead>
								<tr>
									<th>{t("code")}</th>
									<th>{t("name")}</th>
									<th>{t("unit")}</th>
									<th>{t("price")}</th>
								</tr>
							</thead>
							<tbody>
								{lines.map((line) => (
									<tr key={line.code}>
										<td>{line.code}</td>
										<td>{name(line.name)}</td>
										<td>{t(`unit-${line.unit}`)}</td>
										<td>{line.included ? t("included") : <MoneyText fen={line.unitFen} />}</td>
									</tr>
								))}
							</tbody>
						</table>
						{lines.length === 0 && <p>{t("none")}</p>}
					</div>
				</Stack>
			)}
		</Modal>
	);
}
